import type { Case } from '@amtsstube/shared/domain/case';
import { represents } from '@amtsstube/shared/domain/permissions';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import { de } from '../../texts/de.ts';
import { ActionNotice } from '../../ui/action-notice.tsx';
import { whyImpossible } from '../../ui/case-actions.ts';
import { useDesk } from '../../ui/desk-context.tsx';
import { impossibleSentence } from '../../ui/impossible-sentence.ts';
import { useNameOf } from '../../ui/names.ts';
import { Part } from '../../ui/part.tsx';
import { useAction } from '../../ui/use-action.ts';
import { GiveBackDialog } from './give-back-dialog.tsx';
import { HandOverDialog } from './hand-over-dialog.tsx';

/** Who works on the case: take over, hand over, give back. What is not possible says why, beside the button. */
export function AssignmentPart({ openCase }: { readonly openCase: Case }) {
  const { desk } = useDesk();
  const nameOf = useNameOf();
  const action = useAction();
  const [dialog, setDialog] = useState<'handOver' | 'giveBack'>();
  const reasonsId = useId();
  const text = de.cases.actions;
  const caseId = openCase.id;

  const why = {
    takeOver: whyImpossible(desk.actor, 'takeOver', openCase),
    handOver: whyImpossible(desk.actor, 'handOver', openCase),
    giveBack: whyImpossible(desk.actor, 'giveBack', openCase),
  };
  const reasons = groupByReason(why, (impossible) => impossibleSentence(impossible, nameOf));
  const isSaving = action.state.state === 'saving';

  return (
    <Part title={text.title}>
      {openCase.assigneeId !== null && represents(desk.actor, openCase) && (
        <Typography sx={{ mb: 1 }}>{de.work.absence.youStandIn(nameOf(openCase.assigneeId))}</Typography>
      )}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        <Button
          variant="contained"
          disabled={why.takeOver !== undefined || isSaving}
          aria-describedby={why.takeOver && reasonsId}
          onClick={() => void action.perform('assignCase', { action: 'takeOver', caseId, word: '' })}
        >
          {text.takeOver}
        </Button>
        {(['handOver', 'giveBack'] as const).map((each) => (
          <Button
            key={each}
            variant="outlined"
            disabled={why[each] !== undefined || isSaving}
            aria-describedby={why[each] && reasonsId}
            onClick={() => setDialog(each)}
          >
            {text[each]}
          </Button>
        ))}
      </Box>
      <Box id={reasonsId} sx={{ mt: 1 }}>
        {reasons.map(({ sentence, actions }) => (
          <Typography key={sentence} variant="body2" color="textSecondary">
            {actions.map((each) => text[each].replace(' …', '')).join(', ')}: {sentence}
          </Typography>
        ))}
      </Box>
      <Box sx={{ mt: 1 }}>
        <ActionNotice state={action.state} />
      </Box>
      {dialog === 'handOver' && (
        <HandOverDialog openCase={openCase} action={action} onClose={() => setDialog(undefined)} />
      )}
      {dialog === 'giveBack' && (
        <GiveBackDialog openCase={openCase} action={action} onClose={() => setDialog(undefined)} />
      )}
    </Part>
  );
}

/** One line per reason, not per button: "Übergeben, Zurückgeben: …". */
function groupByReason<A extends string, R>(
  why: Readonly<Record<A, R | undefined>>,
  sentenceOf: (reason: R) => string,
): readonly { readonly sentence: string; readonly actions: readonly A[] }[] {
  const groups = new Map<string, A[]>();
  for (const action of Object.keys(why) as A[]) {
    const reason = why[action];
    if (reason === undefined) continue;
    const sentence = sentenceOf(reason);
    groups.set(sentence, [...(groups.get(sentence) ?? []), action]);
  }
  return [...groups].map(([sentence, actions]) => ({ sentence, actions }));
}
