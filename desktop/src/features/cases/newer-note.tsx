import type { Case, Dossier } from '@amtsstube/shared/domain/case';
import { unreadIn } from '@amtsstube/shared/domain/newer-document';
import Alert from '@mui/material/Alert';
import { de } from '../../texts/de.ts';

/** Of a case that a newer version of the program changed: that not everything of it can be shown here, and what helps. */
export function NewerNote({
  openCase,
  dossier,
}: {
  readonly openCase: Case;
  readonly dossier: Dossier | undefined;
}) {
  const isOpen = unreadIn(openCase).length === 0 && (!dossier || unreadIn(dossier).length === 0);
  if (isOpen && !dossier?.events.some(({ kind }) => kind === 'ofNewerProgram')) return null;
  return (
    <Alert severity="info" role="note" sx={{ mt: 2 }}>
      {isOpen ? de.cases.newer.partly : de.cases.newer.held}
    </Alert>
  );
}
