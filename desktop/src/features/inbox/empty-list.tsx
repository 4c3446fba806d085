import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { de } from '../../texts/de.ts';
import type { InboxView } from '../../ui/place.ts';
import type { FilterKind } from './case-filters.ts';

interface EmptyListProps {
  readonly view: InboxView;
  readonly query: string;
  readonly foundInAll: number;
  readonly allHref: string;
  /** How many cases the filters hide. */
  readonly hidden: number;
  /** Filters that hide some all by themselves. */
  readonly hiding: readonly {
    readonly kind: FilterKind;
    readonly values: string;
    readonly hidden: number;
  }[];
  readonly onDrop: (kind: FilterKind) => void;
  readonly onReset: () => void;
}

/** Says why there is nothing, and where there is something. */
export function EmptyList(props: EmptyListProps) {
  const { view, query, foundInAll, allHref, hidden, hiding, onDrop, onReset } = props;
  const text = de.inbox.empty;
  const reason = hidden > 0 ? text.filtered(hidden) : query === '' ? text[view] : text.search(query);
  return (
    <Box sx={{ py: 5 }}>
      <Typography color="textSecondary">{reason}</Typography>
      {hidden > 0 && (
        <Box sx={{ display: 'flex', flexDirection: 'column', alignItems: 'start', gap: 0.5, mt: 1 }}>
          {hiding.map((each) => (
            <Button key={each.kind} size="small" onClick={() => onDrop(each.kind)} sx={{ textAlign: 'left' }}>
              {text.filteredBy(de.inbox.filters.kinds[each.kind], each.values, each.hidden)}
            </Button>
          ))}
          <Button size="small" variant="outlined" onClick={onReset}>
            {de.inbox.filters.reset}
          </Button>
        </Box>
      )}
      {hidden === 0 && query !== '' && foundInAll > 0 && (
        <Link href={allHref} sx={{ display: 'inline-block', mt: 1 }}>
          {text.elsewhere(foundInAll)}
        </Link>
      )}
    </Box>
  );
}
