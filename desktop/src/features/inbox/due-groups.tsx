import Box from '@mui/material/Box';
import ToggleButton from '@mui/material/ToggleButton';
import Typography from '@mui/material/Typography';
import type { CaseRow } from '../../data/desk.ts';
import { de } from '../../texts/de.ts';
import { answered, countValues, type FilterContext, type Filters, toggleFilter } from './case-filters.ts';

interface DueGroupsProps {
  readonly rows: readonly CaseRow[];
  readonly filters: Filters;
  readonly context: FilterContext;
  readonly onChange: (filters: Filters) => void;
}

/** In the order in which they press. */
const groups = [
  { key: 'overdue', kind: 'deadline', value: 'overdue' },
  { key: 'today', kind: 'deadline', value: 'today' },
  { key: 'week', kind: 'deadline', value: 'week' },
  { key: 'answered', kind: 'status', value: answered },
] as const;

/** How much is due and when, above the list of it; a press shows that part alone. */
export function DueGroups({ rows, filters, context, onChange }: DueGroupsProps) {
  const counts = {
    deadline: countValues(rows, filters, 'deadline', context),
    status: countValues(rows, filters, 'status', context),
  };
  const text = de.inbox.due;
  return (
    <>
      <Typography color="textSecondary" sx={{ mt: 1, maxWidth: '46rem' }}>
        {text.lead}
      </Typography>
      <Box role="group" aria-label={text.groups} sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1.5 }}>
        {groups.map(({ key, kind, value }) => {
          const cases = counts[kind].get(value) ?? 0;
          return (
            <ToggleButton
              key={key}
              value={key}
              size="small"
              color={key === 'overdue' && cases > 0 ? 'error' : 'primary'}
              selected={filters[kind].includes(value)}
              onChange={() => onChange(toggleFilter(filters, kind, value))}
              sx={{ gap: 0.75, textTransform: 'none', color: 'text.primary' }}
            >
              {text.labels[key]}{' '}
              <Box
                component="span"
                sx={{
                  fontWeight: 700,
                  fontVariantNumeric: 'tabular-nums',
                  color: key === 'overdue' && cases > 0 ? 'error.main' : undefined,
                }}
              >
                {de.inbox.count(cases)}
              </Box>
            </ToggleButton>
          );
        })}
      </Box>
    </>
  );
}
