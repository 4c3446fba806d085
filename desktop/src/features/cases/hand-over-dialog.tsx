import type { Case } from '@amtsstube/shared/domain/case';
import { worksIn } from '@amtsstube/shared/domain/permissions';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormLabel from '@mui/material/FormLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import { de } from '../../texts/de.ts';
import { useHolderAway } from '../../ui/absence/use-absence.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { compareGerman } from '../../ui/german-text.ts';
import { useClerks, useSettings } from '../../ui/names.ts';
import type { Action } from '../../ui/use-action.ts';
import { useDraft } from '../../ui/use-draft.ts';
import { HandOverSelect } from './hand-over-select.tsx';
import { WordField } from './word-field.tsx';

interface HandOverDialogProps {
  readonly openCase: Case;
  readonly action: Action;
  readonly onClose: () => void;
}

/** To a colleague of the same department, or to another department. */
export function HandOverDialog({ openCase, action, onClose }: HandOverDialogProps) {
  const awayOf = useHolderAway();
  const colleagues = useClerks()
    .filter((clerk) => clerk.id !== openCase.assigneeId && worksIn(clerk, openCase.departmentId))
    .toSorted((left, right) => compareGerman(left.name, right.name));
  const departments = useSettings()
    .filter((each) => each.kind === 'department')
    .filter(({ id, deactivatedAt }) => id !== openCase.departmentId && deactivatedAt === undefined)
    .toSorted((left, right) => compareGerman(left.name, right.name));
  const [wantsDepartment, setWantsDepartment] = useState(false);
  const [chosenId, setChosenId] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  const [word, setWord] = useDraft(`hand-over/${openCase.id}`);
  const titleId = useId();
  const text = de.cases.actions;
  const toDepartment = departments.length > 0 && (wantsDepartment || colleagues.length === 0);
  const caseId = openCase.id;

  async function handOver() {
    const clerk = toDepartment ? undefined : colleagues.find(({ id }) => id === chosenId);
    const department = toDepartment ? departments.find(({ id }) => id === chosenId) : undefined;
    setIsMissing(clerk === undefined && department === undefined);
    if (clerk === undefined && department === undefined) return;
    const common = { caseId, word: word.trim() };
    const isSaved = department
      ? await action.perform('assignCase', {
          action: 'moveToDepartment',
          toDepartmentId: department.id,
          ...common,
        })
      : clerk && (await action.perform('assignCase', { action: 'handOver', toId: clerk.id, ...common }));
    if (isSaved) setWord('');
    onClose();
  }

  return (
    <ConfirmDialog
      open
      title={text.handOverTitle}
      confirm={text.handOverConfirm}
      busy={action.state.state === 'saving'}
      onConfirm={() => void handOver()}
      onCancel={onClose}
    >
      {departments.length > 0 && colleagues.length > 0 && (
        <>
          <FormLabel id={titleId}>{text.toWhom}</FormLabel>
          <RadioGroup
            aria-labelledby={titleId}
            value={toDepartment ? 'department' : 'colleague'}
            onChange={(_, value) => {
              setWantsDepartment(value === 'department');
              setChosenId('');
              setIsMissing(false);
            }}
          >
            <FormControlLabel value="colleague" control={<Radio />} label={text.toColleague} />
            <FormControlLabel value="department" control={<Radio />} label={text.toDepartment} />
          </RadioGroup>
        </>
      )}
      {colleagues.length === 0 && departments.length === 0 && <Typography>{text.nobodyElse}</Typography>}
      {(toDepartment || colleagues.length > 0) && (
        <HandOverSelect
          label={toDepartment ? text.department : text.toClerk}
          missing={isMissing ? (toDepartment ? text.chooseDepartment : text.chooseClerk) : undefined}
          help={toDepartment ? text.departmentHelp : undefined}
          options={
            toDepartment ? departments : colleagues.map(({ id, name }) => ({ id, name, away: awayOf(id) }))
          }
          value={chosenId}
          onChange={setChosenId}
        />
      )}
      <WordField word={word} onChange={setWord} />
    </ConfirmDialog>
  );
}
