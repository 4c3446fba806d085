import { isSameValue } from '@amtsstube/shared/domain/corrections';
import type { CorrectedAnswerRow, DescribedValue } from '@amtsstube/shared/domain/describe-corrected';
import Edit from '@mui/icons-material/EditOutlined';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import { useEffect, useRef, useState } from 'react';
import { de } from '../../texts/de.ts';
import { ActionNotice } from '../../ui/action-notice.tsx';
import { canCorrect } from '../../ui/case-actions.ts';
import { useDesk } from '../../ui/desk-context.tsx';
import { AnswerEditor } from './answer-editor.tsx';
import { CorrectedBy } from './corrected-by.tsx';
import { DisputedAnswer } from './disputed-answer.tsx';
import { firstInput } from './first-input.ts';
import { type OpenApplication, useCorrection } from './use-correction.ts';

interface AnswerProps {
  readonly row: CorrectedAnswerRow;
  /** Its label, with that of its entry. */
  readonly name: string;
  readonly application: OpenApplication;
}

/** One answer: what counts, what was entered beside it, and the ways to correct it and to settle what is disputed. */
export function Answer({ row, name, application }: AnswerProps) {
  const { desk } = useDesk();
  const correction = useCorrection(row, application);
  const begin = useRef<HTMLButtonElement>(null);
  const editor = useRef<HTMLDivElement>(null);
  const [returns, setReturns] = useState(0);
  const { entered, standing, counting, path } = row;
  const isDisputed = standing.length > 1;
  const isAsEntered = counting !== undefined && isSameValue(counting.value, entered?.value ?? null);
  const mayCorrect = row.isCorrectable && canCorrect(desk.actor, application.openCase);
  const { waiting } = application.dossier;
  const text = de.cases.correction;

  // what had the focus is gone
  useEffect(() => {
    if (returns > 0) (begin.current ?? firstInput(editor.current))?.focus();
  }, [returns]);
  const returnFocus = () => setReturns(returns + 1);

  return (
    <Box sx={{ display: 'grid', gap: 0.5, justifyItems: 'start' }}>
      {isDisputed && (
        <DisputedAnswer
          path={path}
          label={name}
          standing={standing}
          waiting={waiting}
          onTake={
            mayCorrect
              ? async (value: DescribedValue) => {
                  if (await correction.take(value)) returnFocus();
                }
              : undefined
          }
          isLocked={application.action.state.state === 'saving'}
        />
      )}
      <Box sx={{ display: 'flex', alignItems: 'start', columnGap: 0.5, maxWidth: '100%' }}>
        <Box sx={{ minWidth: 0 }}>
          {isDisputed && <>{counting ? text.untilTaken : text.untilTakenEntered} </>}
          <Counting counting={counting} entered={entered} />
        </Box>
        {mayCorrect && correction.typed === undefined && (
          <IconButton
            ref={begin}
            size="small"
            aria-label={text.begin(name)}
            title={text.title}
            onClick={correction.begin}
            sx={{ displayPrint: 'none', my: -0.5, color: 'text.secondary' }}
          >
            <Edit sx={{ fontSize: '1.125rem' }} />
          </IconButton>
        )}
      </Box>
      {counting && (
        <Box sx={small}>
          {!isAsEntered && <Entered entered={entered} />}
          <CorrectedBy value={counting} waiting={waiting} isAsEntered={isAsEntered} />
        </Box>
      )}
      {correction.typed && (
        <AnswerEditor
          ref={editor}
          row={row}
          name={name}
          correction={correction}
          isLocked={application.action.state.state === 'saving'}
          onSave={async () => {
            if (await correction.save()) returnFocus();
          }}
          onCancel={() => {
            correction.cancel();
            returnFocus();
          }}
        />
      )}
      {application.actedOn === path && <ActionNotice state={application.action.state} />}
    </Box>
  );
}

function Counting(props: Pick<CorrectedAnswerRow, 'counting' | 'entered'>) {
  const text = props.counting ? props.counting.text : props.entered?.text;
  if (text === undefined) {
    return (
      <Box component="span" sx={{ color: 'text.secondary' }}>
        {de.cases.noAnswer}
      </Box>
    );
  }
  return text;
}

/** What doesn't count any more. */
function Entered({ entered }: Pick<CorrectedAnswerRow, 'entered'>) {
  return (
    <Box component="div">
      {de.cases.correction.entered} {entered ? <s>{entered.text}</s> : de.cases.noAnswer}
    </Box>
  );
}

const small = { fontSize: '0.9375rem', color: 'text.secondary' } as const;
