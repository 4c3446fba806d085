import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { de } from '../../texts/de.ts';
import type { InboxView } from '../../ui/place.ts';

interface EmptyListProps {
  readonly view: InboxView;
  readonly query: string;
  readonly foundInAll: number;
  readonly allHref: string;
}

/** Says why there is nothing, and where there is something. */
export function EmptyList({ view, query, foundInAll, allHref }: EmptyListProps) {
  return (
    <Box sx={{ py: 5 }}>
      <Typography color="textSecondary">
        {query === '' ? de.inbox.empty[view] : de.inbox.empty.search(query)}
      </Typography>
      {query !== '' && foundInAll > 0 && (
        <Link href={allHref} sx={{ display: 'inline-block', mt: 1 }}>
          {de.inbox.empty.elsewhere(foundInAll)}
        </Link>
      )}
    </Box>
  );
}
