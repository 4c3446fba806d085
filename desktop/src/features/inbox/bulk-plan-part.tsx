import type { Case } from '@amtsstube/shared/domain/case';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { de } from '../../texts/de.ts';
import { useHolderAway } from '../../ui/absence/use-absence.ts';
import { compareGerman } from '../../ui/german-text.ts';
import { useClerks, useNameOf } from '../../ui/names.ts';
import type { BulkAction, BulkPlan } from './bulk-assignment.ts';
import { bulkImpossibleSentence, byReason } from './bulk-words.ts';
import { ReasonList } from './reason-list.tsx';

interface BulkPlanPartProps {
  readonly action: BulkAction;
  readonly plan: BulkPlan;
  readonly cases: readonly Case[];
  readonly targetId: string;
  readonly onTarget: (id: string) => void;
  readonly isTargetMissing: boolean;
  readonly word: string;
  readonly onWord: (word: string) => void;
  /** What else is asked for this action. */
  readonly children?: ReactNode;
}

const longestWord = 500;

/** Before it begins: to whom, a short message, and what the rules leave out and why. */
export function BulkPlanPart(props: BulkPlanPartProps) {
  const { action, plan, cases, targetId, onTarget, isTargetMissing, word, onWord } = props;
  const nameOf = useNameOf();
  const awayOf = useHolderAway();
  const text = de.inbox.bulk;
  const departments = new Set(cases.map(({ departmentId }) => departmentId));
  const colleagues = useClerks()
    .filter((clerk) => clerk.departmentIds.some((id) => departments.has(id)))
    .toSorted((left, right) => compareGerman(left.name, right.name));

  return (
    <>
      <Typography role="status">{text.possible(plan.possible.length, cases.length)}</Typography>
      {action === 'handOver' && (
        <TextField
          select
          required
          fullWidth
          margin="dense"
          label={de.cases.actions.toClerk}
          value={targetId}
          onChange={(event) => onTarget(event.target.value)}
          error={isTargetMissing}
          helperText={isTargetMissing ? de.cases.actions.chooseClerk : undefined}
        >
          {colleagues.map(({ id, name }) => (
            <MenuItem key={id} value={id} sx={{ whiteSpace: 'normal' }}>
              {awayOf(id) === '' ? name : `${name} (${awayOf(id)})`}
            </MenuItem>
          ))}
        </TextField>
      )}
      {props.children}
      {action !== 'takeOver' && (
        <TextField
          fullWidth
          multiline
          margin="dense"
          label={de.cases.actions.word}
          value={word}
          onChange={(event) => onWord(event.target.value)}
          slotProps={{ htmlInput: { maxLength: longestWord } }}
        />
      )}
      <ReasonList
        title={text.impossible(plan.impossible.length)}
        groups={byReason(
          plan.impossible.map(({ caseRecord, why }) => ({
            caseRecord,
            sentence: bulkImpossibleSentence(why, nameOf),
          })),
        )}
      />
    </>
  );
}
