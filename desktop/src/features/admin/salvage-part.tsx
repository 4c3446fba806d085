import type { SalvageEntry } from '@amtsstube/shared/replication/salvage';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { de } from '../../texts/de.ts';
import type { AdminClient, AdminFailure } from '../../ui/admin-client.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { useNameOf, useSettingName, useSettings } from '../../ui/names.ts';
import { Part } from '../../ui/part.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { type SalvagedItem, salvagedItems, textOfAll } from './salvaged-items.ts';

/** After a restore: what desks knew and the server lacks, to be looked through (L8). The list is the server's. */
export function SalvagePart({ admin }: { readonly admin: AdminClient }) {
  const [entries, setEntries] = useState<readonly SalvageEntry[]>();
  const [failure, setFailure] = useState<AdminFailure>();
  const [finishing, setFinishing] = useState<SalvagedItem>();
  const [nameOf, settingName, settings] = [useNameOf(), useSettingName(), useSettings()];
  const text = de.admin.salvage;
  const items = useMemo(
    () => salvagedItems(entries ?? [], { nameOf, settingName, settings }),
    [entries, nameOf, settingName, settings],
  );

  const load = useCallback(async () => {
    const answered = await admin.salvage();
    setFailure(answered.ok ? undefined : answered.failure);
    if (answered.ok) setEntries(answered.answer);
  }, [admin]);
  useEffect(() => void load(), [load]);

  async function finish({ documents }: SalvagedItem) {
    setFinishing(undefined);
    const answered = await admin.salvageDone(documents.map(({ collection, id }) => ({ collection, id })));
    if (!answered.ok) setFailure(answered.failure);
    else await load();
  }

  return (
    <Part title={text.title}>
      <Typography sx={{ maxWidth: '70ch', mb: 2 }} color="textSecondary">
        {text.lead}
      </Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mb: 2 }}>
        {items.length > 0 && (
          <Button
            variant="contained"
            onClick={() =>
              saveFile(new TextEncoder().encode(textOfAll(items)), 'text/plain;charset=utf-8', text.fileName)
            }
          >
            {text.save}
          </Button>
        )}
        <Button onClick={() => void load()}>{de.admin.devices.reload}</Button>
      </Box>
      {failure && <Alert severity="error">{de.admin.failures[failure]}</Alert>}
      {entries !== undefined && items.length === 0 && <Typography>{text.none}</Typography>}
      <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
        {items.map((item) => (
          <Box component="li" key={item.key} sx={{ py: 1.5, borderTop: 1, borderColor: 'divider' }}>
            <Typography sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>{item.title}</Typography>
            <Typography variant="body2" color="textSecondary">
              {item.brought}
            </Typography>
            <Box component="details" sx={{ my: 1 }}>
              <Box component="summary" sx={{ cursor: 'pointer', py: 0.5 }}>
                {text.show}
              </Box>
              <Box sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', mt: 1 }}>{item.text}</Box>
            </Box>
            <Button
              variant="outlined"
              aria-label={text.doneOne(item.title)}
              onClick={() => setFinishing(item)}
            >
              {text.done}
            </Button>
          </Box>
        ))}
      </Box>
      {finishing && (
        <ConfirmDialog
          open
          title={text.doneTitle}
          confirm={text.doneConfirm}
          onConfirm={() => void finish(finishing)}
          onCancel={() => setFinishing(undefined)}
        >
          <Typography>{text.doneText(finishing.title)}</Typography>
        </ConfirmDialog>
      )}
    </Part>
  );
}
