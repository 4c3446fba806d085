import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useRef, useState } from 'react';
import type { Health } from '../../data/desk.ts';
import { de } from '../../texts/de.ts';
import { appVersion } from '../../ui/app-version.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { useDesk } from '../../ui/desk-context.tsx';
import { Facts } from '../../ui/part.tsx';
import { type StorageUse, storageWords } from './device-words.ts';
import { ExportJournal } from './export-journal.tsx';

/** What only this device is asked for: its storage, the program on it, and a copy built anew. */
export function DevicePart(props: {
  readonly health: Health;
  /** Undefined until the device has answered. */
  readonly storage: StorageUse | undefined;
}) {
  const { health, storage } = props;
  const { desk } = useDesk();
  const [isAsking, setIsAsking] = useState(false);
  const text = de.sync;
  return (
    <Box component="section" sx={{ display: 'grid', gap: 1.5, justifyItems: 'start' }}>
      <Typography variant="h3">{text.device.title}</Typography>
      <Facts
        rows={[
          { label: text.device.storage, value: storage ? storageWords(storage) : '' },
          { label: text.device.version, value: appVersion },
        ]}
      />
      <Button
        variant="outlined"
        size="small"
        disabled={health.isRebuildWanted}
        onClick={() => setIsAsking(true)}
      >
        {text.rebuild.open}
      </Button>
      <RebuildState health={health} />
      <ExportJournal />
      <ConfirmDialog
        open={isAsking}
        title={text.rebuild.title}
        confirm={text.rebuild.confirm}
        onConfirm={() => {
          desk.rebuild();
          setIsAsking(false);
        }}
        onCancel={() => setIsAsking(false)}
      >
        <Typography>{text.rebuild.text}</Typography>
      </ConfirmDialog>
    </Box>
  );
}

/** That it waits for a contact; that it is done. How far it is stands at the top of the panel. */
function RebuildState({ health: { isRebuildWanted, building, line } }: { readonly health: Health }) {
  const wasWanted = useRef(false);
  if (isRebuildWanted) wasWanted.current = true;
  const words = isRebuildWanted
    ? (building === undefined || line.state !== 'connected') && de.sync.rebuild.wanted
    : wasWanted.current && de.sync.rebuild.done;
  return (
    <Typography role="status" variant="body2" sx={{ '&:empty': { display: 'none' } }}>
      {words}
    </Typography>
  );
}
