import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { de } from '../../texts/de.ts';
import { type SavedView, withView } from './saved-views.ts';
import { useSavedViews } from './use-list-setup.ts';

interface RemovedViewNoticeProps {
  readonly removed: SavedView | undefined;
  readonly onDone: () => void;
}

/** After a view was deleted: the way back, for as long as the list stays open. */
export function RemovedViewNotice({ removed, onDone }: RemovedViewNoticeProps) {
  const [views, setViews] = useSavedViews();
  const text = de.inbox.savedViews;
  return (
    <Box role="status" sx={{ '&:empty': { display: 'none' } }}>
      {removed && (
        <Alert
          severity="info"
          role="presentation"
          closeText={text.dismiss}
          action={
            <>
              <Button
                size="small"
                color="inherit"
                onClick={() => {
                  setViews(withView(views, removed));
                  onDone();
                }}
              >
                {text.undo}
              </Button>
              <Button size="small" color="inherit" onClick={onDone}>
                {de.app.close}
              </Button>
            </>
          }
        >
          {text.removed(removed.name)}
        </Alert>
      )}
    </Box>
  );
}
