import type { SupportingDocument } from '@amtsstube/shared/domain/form';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { de } from '../../texts/de.ts';

/** What the office needs to see on paper, given the answers as they count now. */
export function NeededDocuments({ documents }: { readonly documents: readonly SupportingDocument[] }) {
  return (
    <Box>
      <Typography variant="h3" sx={{ mb: 0.75 }}>
        {de.cases.neededDocuments}
      </Typography>
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
        {documents.map(({ id, label, help }) => (
          <li key={id}>
            {label}
            {help !== undefined && (
              <Typography component="span" color="textSecondary">
                {` – ${help}`}
              </Typography>
            )}
          </li>
        ))}
      </Box>
    </Box>
  );
}
