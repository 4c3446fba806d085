import Button from '@mui/material/Button';
import Portal from '@mui/material/Portal';
import Snackbar from '@mui/material/Snackbar';
import { de } from '../texts/de.ts';

/**
 * Says that the desk is about to lock itself. Pressing the button is a sign of life like any other, so it needs no action of
 * its own. Beside the page in the document: a dialog that is open hides the page from screen readers, and not this.
 */
export function IdleWarning({ isShown }: { readonly isShown: boolean }) {
  if (!isShown) return null;
  return (
    <Portal>
      <Snackbar
        open
        anchorOrigin={{ vertical: 'bottom', horizontal: 'center' }}
        message={de.app.idle.text}
        action={
          <Button color="inherit" size="small" variant="outlined">
            {de.app.idle.goOn}
          </Button>
        }
        slotProps={{ content: { role: 'alert' } }}
      />
    </Portal>
  );
}
