import type { Annex } from '@amtsstube/shared/domain/annex';
import type { Case } from '@amtsstube/shared/domain/case';
import { formatInstant } from '@amtsstube/shared/domain/time';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useMemo, useState } from 'react';
import { de } from '../../../texts/de.ts';
import { useNameOf } from '../../../ui/names.ts';
import type { Action } from '../../../ui/use-action.ts';
import { CaseLine, CaseList } from './case-line.tsx';
import { personCases } from './person-matches.ts';
import { useNamesakes } from './use-annex.ts';

export interface OtherCasesProps {
  readonly openCase: Case;
  readonly annex: Annex | undefined;
  readonly action: Action;
  readonly mayNote: boolean;
}

const atFirst = 5;

/** Other cases of the same person: confirmed by a clerk, suggested by name and day of birth, and what was found to be another's. */
export function PersonCasesList({ openCase, annex, action, mayNote }: OtherCasesProps) {
  const nameOf = useNameOf();
  const namesakes = useNamesakes(openCase.applicantName);
  const [showsAll, setShowsAll] = useState(false);
  const { confirmed, suggested, rejected } = useMemo(
    () => personCases(openCase, namesakes ?? [], annex),
    [openCase, namesakes, annex],
  );
  const text = de.work.otherCases;
  const isSaving = action.state.state === 'saving';
  const shown = showsAll ? suggested : suggested.slice(0, atFirst);

  const say = (otherId: string, same: boolean | null, reference: string) => {
    const word = same === null ? 'takeBack' : same ? 'yes' : 'no';
    return (
      <Button
        key={word}
        size="small"
        disabled={!mayNote || isSaving}
        aria-label={text.each[word](reference)}
        onClick={() =>
          void action.perform('confirmSamePerson', {
            caseId: openCase.id,
            otherId: otherId as Case['id'],
            same,
          })
        }
      >
        {text[word]}
      </Button>
    );
  };

  return (
    <>
      {confirmed.length > 0 && (
        <CaseList title={text.persons}>
          {confirmed.map(({ caseId, match }) => (
            <CaseLine
              key={caseId}
              caseId={caseId}
              note={text.confirmedBy(nameOf(match.byId), formatInstant(match.at))}
            >
              {(reference) => say(caseId, null, reference)}
            </CaseLine>
          ))}
        </CaseList>
      )}
      {namesakes === undefined && <Typography color="textSecondary">{text.looking}</Typography>}
      {suggested.length > 0 && (
        <CaseList title={text.suggested}>
          {shown.map(({ caseRecord, isSameBirth }) => (
            <CaseLine
              key={caseRecord.id}
              caseId={caseRecord.id}
              note={isSameBirth ? text.sameBirth : text.sameName}
            >
              {(reference) => [say(caseRecord.id, true, reference), say(caseRecord.id, false, reference)]}
            </CaseLine>
          ))}
          {shown.length < suggested.length && (
            <Box component="li" sx={{ pt: 0.75 }}>
              <Button size="small" onClick={() => setShowsAll(true)}>
                {text.more(suggested.length - shown.length)}
              </Button>
            </Box>
          )}
        </CaseList>
      )}
      {rejected.length > 0 && (
        <CaseList title={text.rejected(rejected.length)}>
          {rejected.map(({ caseId, match }) => (
            <CaseLine
              key={caseId}
              caseId={caseId}
              note={text.rejectedBy(nameOf(match.byId), formatInstant(match.at))}
            >
              {(reference) => say(caseId, null, reference)}
            </CaseLine>
          ))}
        </CaseList>
      )}
    </>
  );
}
