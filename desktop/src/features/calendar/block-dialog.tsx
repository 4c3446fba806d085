import type { Booking } from '@amtsstube/shared/domain/appointments/appointment';
import { type BlockedTime, blockedTime } from '@amtsstube/shared/domain/appointments/opening-hours';
import type { CounterId } from '@amtsstube/shared/domain/ids';
import { can } from '@amtsstube/shared/domain/permissions';
import { formatLocalDate, type Instant, type LocalDate } from '@amtsstube/shared/domain/time';
import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useMemo, useState } from 'react';
import { de } from '../../texts/de.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { useDesk } from '../../ui/desk-context.tsx';
import { useAction } from '../../ui/use-action.ts';
import { useFormDraft } from '../../ui/use-form-draft.ts';
import { useToday } from '../../ui/use-today.ts';
import { type BlockProblem, blockDraft, blockOf, hitsOf } from './block-draft.ts';
import { spanWords } from './time-words.ts';
import type { CalendarData } from './use-calendar-data.ts';

/** What the operation takes. */
const longestReason = 200;

interface BlockDialogProps {
  readonly data: CalendarData;
  readonly on: LocalDate;
  readonly counterId: string | undefined;
  readonly now: Instant;
  readonly onClose: () => void;
  readonly onDone: (blocked: BlockedTime, counterId: CounterId) => void;
}

/** Closes a counter for a while, and says before whom that would hit. */
export function BlockDialog({ data, on, counterId, now, onClose, onDone }: BlockDialogProps) {
  const { actor } = useDesk().desk;
  const today = useToday();
  const action = useAction();
  const text = de.calendar.blocking;
  const counters = data.counters.filter(({ departmentId }) =>
    can(actor, { action: 'blockTime', in: departmentId }),
  );
  const [kept, setKept] = useFormDraft('block-time', blockDraft);
  const [isTried, setIsTried] = useState(false);
  const draft = kept ?? {
    counterId: counters.find(({ id }) => id === counterId)?.id ?? counters[0]?.id ?? '',
    day: formatLocalDate(on),
    lastDay: '',
    from: '',
    to: '',
    reason: '',
  };
  const change = (changed: Partial<typeof draft>) => setKept({ ...draft, ...changed });
  const counter = counters.find(({ id }) => id === draft.counterId);
  const wanted = useMemo(() => blockOf(draft, today), [draft, today]);
  const problem = 'problem' in wanted ? wanted.problem : undefined;
  const hits = useMemo(
    () => (counter && !('problem' in wanted) ? hitsOf(data, counter, wanted, now) : undefined),
    [data, counter, wanted, now],
  );

  async function save() {
    setIsTried(true);
    if (!counter || 'problem' in wanted) return;
    const id = blockedTime.shape.id.parse(crypto.randomUUID());
    if (!(await action.perform('blockTime', { counterId: counter.id, blockId: id, ...wanted }))) return;
    setKept(undefined);
    onDone({ ...wanted, id, madeAt: now }, counter.id);
  }

  return (
    <ConfirmDialog
      open
      title={text.title}
      confirm={text.save}
      busy={action.state.state === 'saving'}
      action={action}
      onConfirm={() => void save()}
      onCancel={() => {
        setKept(undefined);
        onClose();
      }}
      onDismiss={onClose}
    >
      <Box sx={{ display: 'grid', gap: 2, pt: 0.5 }}>
        <Typography variant="body2" color="textSecondary">
          {text.lead}
        </Typography>
        <TextField
          select
          label={de.calendar.counter}
          value={draft.counterId}
          onChange={(event) => change({ counterId: event.target.value })}
          slotProps={{ select: { native: true }, inputLabel: { shrink: true } }}
        >
          {counters.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </TextField>
        <DateField
          label={text.day}
          text={draft.day}
          onChange={(day) => change({ day })}
          required
          problem={problem === 'day' && isTried ? de.dates.notADate : undefined}
        />
        <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 1.5, alignItems: 'start' }}>
          <TextField
            label={text.from}
            value={draft.from}
            onChange={(event) => change({ from: event.target.value })}
            error={isTried && problem === 'from'}
            helperText={isTried && problem === 'from' && text.timeWrong}
            required
            autoFocus
            slotProps={{ htmlInput: { autoComplete: 'off', maxLength: 8 } }}
          />
          <TextField
            label={text.to}
            value={draft.to}
            onChange={(event) => change({ to: event.target.value })}
            error={isTried && (problem === 'to' || problem === 'backwards')}
            helperText={isTried && endWords(problem)}
            required
            slotProps={{ htmlInput: { autoComplete: 'off', maxLength: 8 } }}
          />
        </Box>
        <DateField
          label={text.lastDay}
          text={draft.lastDay}
          onChange={(lastDay) => change({ lastDay })}
          problem={isTried ? lastDayWords(problem) : undefined}
        />
        <TextField
          label={text.reason}
          value={draft.reason}
          onChange={(event) => change({ reason: event.target.value })}
          slotProps={{ htmlInput: { autoComplete: 'off', maxLength: longestReason } }}
        />
        <Box role="status">{hits && <Hits hits={hits} />}</Box>
      </Box>
    </ConfirmDialog>
  );
}

function Hits({ hits }: { readonly hits: readonly Booking[] }) {
  const text = de.calendar.blocking;
  if (hits.length === 0) return <Typography color="textSecondary">{text.nobody}</Typography>;
  return (
    <>
      <Typography sx={{ fontWeight: 650, color: 'warning.main' }}>{text.hits(hits.length)}</Typography>
      <Box component="ul" sx={{ m: 0, pl: 2.5, maxHeight: '12rem', overflow: 'auto' }} tabIndex={0}>
        {hits.map((each) => (
          <li key={each.id}>
            {each.visitor.name}, {spanWords(each)}
          </li>
        ))}
      </Box>
      <Typography variant="body2" color="textSecondary">
        {text.hitsHelp}
      </Typography>
    </>
  );
}

function endWords(problem: BlockProblem | undefined): string | false {
  const text = de.calendar.blocking;
  return problem === 'to' ? text.timeWrong : problem === 'backwards' && text.backwards;
}

function lastDayWords(problem: BlockProblem | undefined): string | undefined {
  if (problem === 'lastDay') return de.dates.notADate;
  return problem === 'tooLong' ? de.calendar.blocking.tooLong : undefined;
}
