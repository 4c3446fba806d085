import type { Case, Dossier } from '@amtsstube/shared/domain/case';
import type { DecisionKind } from '@amtsstube/shared/domain/decision';
import { unknownPlaceholders } from '@amtsstube/shared/domain/placeholders';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { de } from '../../texts/de.ts';
import { ActionNotice } from '../../ui/action-notice.tsx';
import { whyImpossible } from '../../ui/case-actions.ts';
import { useDesk } from '../../ui/desk-context.tsx';
import { impossibleSentence } from '../../ui/impossible-sentence.ts';
import { useNameOf } from '../../ui/names.ts';
import { OwnText } from '../../ui/own-text.tsx';
import { Part } from '../../ui/part.tsx';
import { SubmitForm } from '../../ui/submit-form.tsx';
import { useAction } from '../../ui/use-action.ts';
import { useDraft } from '../../ui/use-draft.ts';
import { DecideBy } from './dates/decide-by.tsx';
import { DecisionChoices } from './decision-choices.tsx';
import { DecisionFee } from './fees/decision-fee.tsx';
import { useFeeChoice } from './fees/use-fee-choice.ts';
import { ApprovalPart } from './letters/approval-part.tsx';
import { LetterFields } from './letters/letter-fields.tsx';
import { TextWithBlocks } from './letters/text-with-blocks.tsx';
import { useLetter } from './letters/use-letter.ts';

/**
 * What is decided, why, and the letter that says so. Once decided, by whomever, the form goes; a reason half written
 * stays to be copied.
 */
export function DecisionPart({
  openCase,
  dossier,
}: {
  readonly openCase: Case;
  readonly dossier: Dossier | undefined;
}) {
  const { desk } = useDesk();
  const nameOf = useNameOf();
  const action = useAction();
  const [reason, setReason] = useDraft(`decision/${openCase.id}`);
  const [choice, setChoice] = useState<DecisionKind>();
  const [asksApproval, setAsksApproval] = useState(false);
  const [isMissing, setIsMissing] = useState(false);
  const [isTried, setIsTried] = useState(false);
  const fee = useFeeChoice(openCase, choice);
  const letter = useLetter(openCase, dossier, {
    draftKey: `decision-letter/${openCase.id}`,
    kind: choice,
    reason,
    fee: fee.after,
  });
  const impossible = whyImpossible(desk.actor, 'decide', openCase);
  const isLocked = impossible !== undefined || action.state.state === 'saving';
  // a letter is chosen, and what it is made of isn't here yet: it must not go out without it unseen
  const letterLacks = choice !== undefined && letter.template !== undefined && letter.draft === undefined;
  // the reason is read as it stands, also where no letter is made of it
  const [gap] = unknownPlaceholders(reason, () => false);
  const reasonProblem = gap && de.letters.problems.gapInReason(gap.name);
  const isDecided = openCase.decision !== null;

  async function save() {
    setIsMissing(choice === undefined);
    if (choice === undefined) return;
    // what is wrong with it stands beside the letter
    if (letterLacks || reasonProblem !== undefined) return;
    if (letter.draft && letter.draft.problems.length > 0) return;
    setIsTried(true);
    if (fee.problems) return;
    const saved = await action.perform('decideCase', {
      caseId: openCase.id,
      decision: { kind: choice, reason },
      ...(letter.draft && { letter: letter.draft.letter }),
      ...(fee.fee && { fee: fee.fee }),
      ...(asksApproval && { asksApproval }),
    });
    if (!saved) return;
    setReason('');
    letter.clear();
    fee.clear();
  }

  const { proposal } = openCase;
  if (proposal && !isDecided)
    return (
      <Part title={de.letters.approval.title}>
        <DecideBy openCase={openCase} />
        <ApprovalPart openCase={openCase} proposal={proposal} dossier={dossier} />
        {reason !== '' && action.state.state !== 'saving' && (
          <KeptDraft reason={reason} onDiscard={() => setReason('')} />
        )}
        <ActionNotice state={action.state} />
      </Part>
    );

  return (
    <Part title={de.cases.decision.title}>
      <DecideBy openCase={openCase} />
      <SubmitForm onSubmit={save}>
        {isDecided ? (
          reason !== '' &&
          action.state.state !== 'saving' && <KeptDraft reason={reason} onDiscard={() => setReason('')} />
        ) : (
          <>
            <DecisionChoices
              choice={choice}
              onChange={(chosen) => {
                setChoice(chosen);
                setIsMissing(false);
              }}
              isLocked={isLocked}
              isMissing={isMissing}
            />
            <TextWithBlocks
              label={de.cases.decision.reason}
              help={reasonHelp(choice)}
              text={reason}
              serviceId={openCase.serviceId}
              problem={reasonProblem}
              fill={letter.fill}
              onChange={setReason}
              isLocked={isLocked}
            />
            {choice !== undefined && (
              <DecisionFee openCase={openCase} choice={fee} isTried={isTried} isLocked={isLocked} />
            )}
            {choice !== undefined && <LetterFields letter={letter} mayBeNone isLocked={isLocked} />}
            {choice !== undefined && (
              <FormControlLabel
                sx={{ mt: 1 }}
                disabled={isLocked || openCase.needsSecondApproval === true}
                label={openCase.needsSecondApproval ? de.letters.approval.needed : de.letters.approval.asks}
                control={
                  <Checkbox
                    checked={asksApproval || openCase.needsSecondApproval === true}
                    onChange={(_event, isAsked) => setAsksApproval(isAsked)}
                  />
                }
              />
            )}
          </>
        )}
        <Box sx={{ display: 'grid', gap: 1, mt: 1.5, justifyItems: 'start' }}>
          {!isDecided && (
            <Button type="submit" variant="contained" disabled={isLocked || letterLacks}>
              {de.cases.decision.save}
            </Button>
          )}
          {impossible && (
            <Typography variant="body2" color="textSecondary">
              {impossibleSentence(impossible, nameOf)}
            </Typography>
          )}
          <ActionNotice state={action.state} />
        </Box>
      </SubmitForm>
    </Part>
  );
}

function reasonHelp(choice: DecisionKind | undefined): string {
  const text = de.cases.decision;
  return choice === undefined ? text.reasonHelp : `${text.reasonNeeded[choice]} ${text.reasonHelp}`;
}

function KeptDraft({ reason, onDiscard }: { readonly reason: string; readonly onDiscard: () => void }) {
  return (
    <Box sx={{ display: 'grid', gap: 1, justifyItems: 'start' }}>
      <Typography>{de.cases.decision.keptDraftText}</Typography>
      <OwnText label={de.cases.decision.keptDraft} text={reason} />
      <Button size="small" onClick={onDiscard}>
        {de.cases.decision.discard}
      </Button>
    </Box>
  );
}
