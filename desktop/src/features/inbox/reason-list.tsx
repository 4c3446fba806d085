import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { de } from '../../texts/de.ts';
import type { ReasonGroup } from './bulk-words.ts';

const namedAtMost = 10;

/** Why cases are left out or were not saved: each reason once, with the cases it holds for. */
export function ReasonList({
  title,
  groups,
}: {
  readonly title: string;
  readonly groups: readonly ReasonGroup[];
}) {
  if (groups.length === 0) return null;
  return (
    <Box sx={{ mt: 2 }}>
      <Typography sx={{ fontWeight: 600 }}>{title}</Typography>
      <Box component="ul" sx={{ m: 0, mt: 0.5, pl: 2.5 }}>
        {groups.map(({ sentence, cases }) => (
          <Typography component="li" variant="body2" key={sentence}>
            {sentence}{' '}
            <Box component="span" sx={{ color: 'text.secondary' }}>
              {[
                ...cases
                  .slice(0, namedAtMost)
                  .map(({ fileReference }) => fileReference || de.cases.noReference),
                ...(cases.length > namedAtMost ? [de.inbox.bulk.more(cases.length - namedAtMost)] : []),
              ].join(', ')}
            </Box>
          </Typography>
        ))}
      </Box>
    </Box>
  );
}
