import type { Case, DocumentPresence, Dossier } from '@amtsstube/shared/domain/case';
import { currentAnswers } from '@amtsstube/shared/domain/corrections';
import type { SupportingDocument } from '@amtsstube/shared/domain/form';
import { documentChecklist } from '@amtsstube/shared/domain/form-interpreter';
import { formatInstant } from '@amtsstube/shared/domain/time';
import Box from '@mui/material/Box';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import Typography from '@mui/material/Typography';
import { useMemo } from 'react';
import { de } from '../../../texts/de.ts';
import { ActionNotice } from '../../../ui/action-notice.tsx';
import { whyImpossible } from '../../../ui/case-actions.ts';
import { useDesk } from '../../../ui/desk-context.tsx';
import { useNameOf, useSettings } from '../../../ui/names.ts';
import { Part } from '../../../ui/part.tsx';
import { useAction } from '../../../ui/use-action.ts';

interface DocumentsPartProps {
  readonly openCase: Case;
  readonly dossier: Dossier;
}

/** What the office needs to see, given the answers as they count now, and what of it is there. Nothing where nothing is needed. */
export function DocumentsPart({ openCase, dossier }: DocumentsPartProps) {
  const settings = useSettings();
  const version = settings.find((each) => each.kind === 'formVersion' && each.id === dossier.formVersionId);
  const form = version?.kind === 'formVersion' ? version.form : undefined;
  const needed = useMemo(
    () => (form ? documentChecklist(form, currentAnswers(dossier)) : []),
    [form, dossier],
  );
  const action = useAction();
  if (needed.length === 0) return null;
  const present = new Map(dossier.documents?.map((each) => [each.documentId, each]));
  const there = needed.filter(({ id }) => present.has(id)).length;

  return (
    <Part title={de.work.documents.title(there, needed.length)}>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {needed.map((each) => (
          <NeededDocument
            key={each.id}
            openCase={openCase}
            needed={each}
            ticked={present.get(each.id)}
            isSaving={action.state.state === 'saving'}
            onTick={(as) =>
              void action.perform('tickDocument', {
                caseId: openCase.id,
                documentId: each.id,
                label: each.label,
                as,
              })
            }
          />
        ))}
      </Box>
      <ActionNotice state={action.state} />
    </Part>
  );
}

interface NeededDocumentProps {
  readonly openCase: Case;
  readonly needed: SupportingDocument;
  readonly ticked: NonNullable<Dossier['documents']>[number] | undefined;
  readonly isSaving: boolean;
  readonly onTick: (as: DocumentPresence) => void;
}

function NeededDocument({ openCase, needed, ticked, isSaving, onTick }: NeededDocumentProps) {
  const { desk } = useDesk();
  const nameOf = useNameOf();
  const { label, help } = needed;
  const text = de.work.documents;
  return (
    <Box component="li" sx={row}>
      <Box sx={{ minWidth: 0, flex: '1 1 14rem' }}>
        <Box sx={{ overflowWrap: 'anywhere' }}>{label}</Box>
        <Typography variant="body2" color="textSecondary">
          {ticked ? text.tickedBy(nameOf(ticked.byId), formatInstant(ticked.at)) : help}
        </Typography>
      </Box>
      <ToggleButtonGroup
        size="small"
        exclusive
        value={ticked?.as ?? 'missing'}
        aria-label={text.stateOf(label)}
        disabled={isSaving || whyImpossible(desk.actor, 'note', openCase) !== undefined}
        onChange={(_, as: 'missing' | 'paper' | 'file' | null) => {
          // the same button once more changes nothing
          if (as !== null) onTick(as === 'missing' ? null : as);
        }}
      >
        {(['missing', 'paper', 'file'] as const).map((state) => (
          <ToggleButton key={state} value={state} sx={{ textTransform: 'none', py: 0.25 }}>
            {text.states[state]}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </Box>
  );
}

const row = {
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  justifyContent: 'space-between',
  columnGap: 2,
  rowGap: 0.5,
  py: 0.75,
  borderTop: 1,
  borderColor: 'divider',
} as const;
