import { formatCents } from '@amtsstube/shared/domain/fees/money';
import type { PaymentId } from '@amtsstube/shared/domain/ids';
import { formatLocalDate } from '@amtsstube/shared/domain/time';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Typography from '@mui/material/Typography';
import { de } from '../../../texts/de.ts';
import type { BankEntry } from './bank-entry.ts';
import type { Match, Matches } from './match-entries.ts';

interface MatchesListProps {
  readonly matches: Matches;
  readonly chosen: ReadonlySet<PaymentId>;
  readonly onChange: (chosen: ReadonlySet<PaymentId>) => void;
  readonly isLocked: boolean;
}

const text = de.fees.statement;

/** What a statement brought: each match to be ticked by somebody, and what nothing could be made of. */
export function MatchesList({ matches: found, chosen, onChange, isLocked }: MatchesListProps) {
  const { matches, without, ambiguous } = found;
  const exact = matches.filter(({ state }) => state === 'exact');
  const toggle = (id: PaymentId, isChosen: boolean) =>
    onChange(new Set(isChosen ? [...chosen, id] : [...chosen].filter((each) => each !== id)));
  return (
    <>
      <Typography variant="h3" sx={{ mt: 2 }}>
        {text.matches}
      </Typography>
      {matches.length === 0 && <Typography color="textSecondary">{text.noMatch}</Typography>}
      {exact.length > 0 && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1 }}>
          <Button
            disabled={isLocked}
            onClick={() => onChange(new Set([...chosen, ...exact.map(({ id }) => id)]))}
          >
            {text.selectExact}
          </Button>
          <Button disabled={isLocked || chosen.size === 0} onClick={() => onChange(new Set())}>
            {text.selectNone}
          </Button>
        </Box>
      )}
      <Box component="ul" sx={list}>
        {matches.map((match) => (
          <li key={match.id}>
            <FormControlLabel
              disabled={isLocked || match.state === 'recorded'}
              sx={{ alignItems: 'flex-start', mr: 0 }}
              control={
                <Checkbox
                  checked={chosen.has(match.id)}
                  onChange={(_event, isChosen) => toggle(match.id, isChosen)}
                />
              }
              label={<MatchWords match={match} />}
            />
          </li>
        ))}
      </Box>
      <Others title={text.ambiguous} entries={ambiguous} />
      <Others title={text.others} entries={without} />
    </>
  );
}

function MatchWords({
  match: { entry, caseRecord, reference, state, openBefore },
}: {
  readonly match: Match;
}) {
  const { states } = text;
  const says =
    state === 'tooLittle' || state === 'tooMuch' ? states[state](formatCents(openBefore)) : states[state];
  return (
    <Box component="span" sx={{ display: 'grid', py: 1, overflowWrap: 'anywhere' }}>
      <span>{rowOf(entry)}</span>
      <span>
        {text.for(caseRecord.fileReference, caseRecord.applicantName)} ({reference})
      </span>
      <Box component="span" data-match={state} sx={{ fontWeight: 600, color: colours[state] }}>
        {says}
      </Box>
    </Box>
  );
}

const colours = {
  exact: 'success.main',
  tooLittle: 'warning.main',
  tooMuch: 'warning.main',
  recorded: 'text.secondary',
} as const;

function Others({ title, entries }: { readonly title: string; readonly entries: readonly BankEntry[] }) {
  if (entries.length === 0) return null;
  return (
    <>
      <Typography variant="h3" sx={{ mt: 2 }}>
        {title}
      </Typography>
      <Typography variant="body2" color="textSecondary">
        {text.othersHelp}
      </Typography>
      <Box component="ul" sx={list}>
        {entries.slice(0, mostShown).map((entry, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the entries of a file don't move
          <Box component="li" key={index} sx={{ py: 0.5, overflowWrap: 'anywhere' }}>
            {rowOf(entry)}
            <Typography variant="body2" color="textSecondary">
              {entry.text}
            </Typography>
          </Box>
        ))}
      </Box>
    </>
  );
}

/** Of entries that have nothing to do with fees a statement has hundreds. */
const mostShown = 200;

export function rowOf({ amountCents, bookedOn, payer }: BankEntry): string {
  return text.row(formatCents(amountCents), formatLocalDate(bookedOn), payer);
}

const list = { listStyle: 'none', m: 0, p: 0 } as const;
