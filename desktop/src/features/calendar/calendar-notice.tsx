import type { TaskId } from '@amtsstube/shared/domain/ids';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Snackbar from '@mui/material/Snackbar';
import { useEffect, useRef } from 'react';
import { de } from '../../texts/de.ts';
import { useDesk } from '../../ui/desk-context.tsx';

/** What was done, and how to take it back; or what wasn't, and what can be done instead. */
export interface Notice {
  readonly severity: 'success' | 'info' | 'warning' | 'error';
  readonly lines: readonly string[];
  readonly choices?: readonly { readonly label: string; readonly choose: () => void }[];
  /** Of a wish: true until the server has settled it, and then it is said elsewhere what became of it. */
  readonly wishId?: TaskId;
}

/** Nothing to be chosen in it: read and done with. */
const hideAfterMs = 10_000;

/** Stays until the next, or until it is closed, where it offers something: who reads slowly can still take back what she did. */
export function CalendarNotice(props: { readonly notice: Notice | undefined; readonly onClose: () => void }) {
  const { notice, onClose } = props;
  useSettled(notice?.wishId, onClose);
  const isReadOnly = notice?.severity === 'success' && (notice.choices ?? []).length === 0;
  return (
    <Snackbar
      open={notice !== undefined}
      anchorOrigin={{ vertical: 'bottom', horizontal: 'center' }}
      role="presentation"
      autoHideDuration={isReadOnly ? hideAfterMs : null}
      onClose={(_event, because) => {
        if (because === 'timeout') onClose();
      }}
    >
      <Box
        role={notice?.severity === 'error' ? 'alert' : 'status'}
        sx={{
          maxWidth: '46rem',
          minWidth: (notice?.choices ?? []).length > 1 ? 'min(44rem, 90vw)' : undefined,
        }}
      >
        {notice && (
          <Alert
            severity={notice.severity}
            role="presentation"
            onClose={onClose}
            closeText={de.calendar.notice.close}
            sx={{ border: 1, borderColor: 'divider', boxShadow: 3, alignItems: 'center' }}
          >
            {notice.lines.map((line) => (
              <div key={line}>{line}</div>
            ))}
            {notice.choices && notice.choices.length > 0 && (
              <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 0.5 }}>
                {notice.choices.map(({ label, choose }) => (
                  <Button key={label} size="small" variant="outlined" color="inherit" onClick={choose}>
                    {label}
                  </Button>
                ))}
              </Box>
            )}
          </Alert>
        )}
      </Box>
    </Snackbar>
  );
}

/** Calls back once the server has settled the wish of this task. */
function useSettled(wishId: TaskId | undefined, onSettled: () => void): void {
  const { desk } = useDesk();
  const settled = useRef(onSettled);
  settled.current = onSettled;
  useEffect(() => {
    if (wishId === undefined) return;
    const watching = desk.watch('tasks', wishId).subscribe((shown) => {
      if (shown?.document.wish?.settled) settled.current();
    });
    return () => watching.unsubscribe();
  }, [desk, wishId]);
}
