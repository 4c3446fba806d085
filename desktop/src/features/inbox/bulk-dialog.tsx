import type { Case } from '@amtsstube/shared/domain/case';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useId, useState } from 'react';
import { de } from '../../texts/de.ts';
import { useDesk } from '../../ui/desk-context.tsx';
import { useClerks } from '../../ui/names.ts';
import { SubmitForm } from '../../ui/submit-form.tsx';
import { type BulkAction, planBulk, planDistribution } from './bulk-assignment.ts';
import { BulkPlanPart } from './bulk-plan-part.tsx';
import { BulkResultPart } from './bulk-result-part.tsx';
import { DistributePart } from './load/distribute-part.tsx';
import { useDistribution } from './load/use-distribution.ts';
import { useBulk } from './use-bulk.ts';

interface BulkDialogProps {
  readonly action: BulkAction;
  /** As they were when the dialog was opened. */
  readonly cases: readonly Case[];
  readonly onSaved: (cases: readonly Case[]) => void;
  readonly onClose: () => void;
}

const none: readonly Case[] = [];

/** One action for several cases: what will and won't be done and why, then how far it is, then what became of it. */
export function BulkDialog({ action, cases, onSaved, onClose }: BulkDialogProps) {
  const { desk } = useDesk();
  const clerks = useClerks();
  const titleId = useId();
  const bulk = useBulk();
  const [targetId, setTargetId] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  const [word, setWord] = useState('');
  const target = clerks.find(({ id }) => id === targetId);
  const distribution = useDistribution(action === 'distribute' ? cases : none);
  const plan =
    action === 'distribute'
      ? planDistribution(desk.actor, cases, distribution.targets)
      : planBulk(desk.actor, action, cases, target);
  const text = de.inbox.bulk;

  async function start() {
    const isToNobody = action === 'handOver' && target === undefined;
    setIsMissing(isToNobody);
    if (isToNobody) return;
    const { saved } = await bulk.run(plan.possible, ({ id: caseId }) => {
      const shared = { caseId, word: word.trim() };
      const to = action === 'distribute' ? distribution.targets.get(caseId) : target;
      return (action === 'handOver' || action === 'distribute') && to
        ? { ...shared, action: 'handOver', toId: to.id }
        : { ...shared, action: action === 'giveBack' ? 'giveBack' : 'takeOver' };
    });
    onSaved(saved);
  }

  const isRunning = bulk.now.state === 'running';
  return (
    <Dialog
      open
      // running, it must be stopped first: a press beside the dialog is no decision
      onClose={isRunning ? undefined : onClose}
      aria-labelledby={titleId}
      fullWidth
      maxWidth="sm"
    >
      <SubmitForm onSubmit={start}>
        <DialogTitle id={titleId}>{text.title[action]}</DialogTitle>
        <DialogContent>
          {bulk.now.state === 'planning' ? (
            <BulkPlanPart
              action={action}
              plan={plan}
              cases={cases}
              targetId={targetId}
              onTarget={setTargetId}
              isTargetMissing={isMissing && target === undefined}
              word={word}
              onWord={setWord}
            >
              {action === 'distribute' && <DistributePart distribution={distribution} />}
            </BulkPlanPart>
          ) : (
            <BulkResultPart isRunning={isRunning} progress={bulk.now.progress} />
          )}
        </DialogContent>
        <DialogActions>
          {bulk.now.state === 'planning' && (
            <>
              <Button onClick={onClose}>{de.app.cancel}</Button>
              <Button type="submit" variant="contained" disabled={plan.possible.length === 0}>
                {text.confirm[action](plan.possible.length)}
              </Button>
            </>
          )}
          {isRunning && <Button onClick={bulk.stop}>{text.stop}</Button>}
          {bulk.now.state === 'done' && (
            <Button variant="contained" onClick={onClose} autoFocus>
              {de.app.close}
            </Button>
          )}
        </DialogActions>
      </SubmitForm>
    </Dialog>
  );
}
