import { formatInstant } from '@amtsstube/shared/domain/time';
import Button from '@mui/material/Button';
import { de } from '../../../texts/de.ts';
import { useNameOf } from '../../../ui/names.ts';
import { CaseLine, CaseList } from './case-line.tsx';
import type { OtherCasesProps } from './person-cases-list.tsx';

/** Cases that somebody linked with this one, and in what they have to do with it. */
export function RelatedList({ openCase, annex, action, mayNote }: OtherCasesProps) {
  const nameOf = useNameOf();
  const related = annex?.related ?? [];
  if (related.length === 0) return null;
  const text = de.work.otherCases;
  return (
    <CaseList title={text.related}>
      {related.map(({ caseId, word, byId, at }) => (
        <CaseLine
          key={caseId}
          caseId={caseId}
          note={[word, text.linkedBy(nameOf(byId), formatInstant(at))].filter(Boolean).join(' · ')}
        >
          {(reference) => (
            <Button
              size="small"
              disabled={!mayNote || action.state.state === 'saving'}
              aria-label={text.each.unlink(reference)}
              onClick={() => void action.perform('unlinkCases', { caseId: openCase.id, otherId: caseId })}
            >
              {text.unlink}
            </Button>
          )}
        </CaseLine>
      ))}
    </CaseList>
  );
}
