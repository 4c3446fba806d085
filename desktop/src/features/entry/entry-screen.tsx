import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { de } from '../../texts/de.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { useDesk } from '../../ui/desk-context.tsx';
import { useSettings } from '../../ui/names.ts';
import { ScreenTitle } from '../../ui/screen-title.tsx';
import { enterableServices } from './enterable-services.ts';
import { EntryForm } from './entry-form.tsx';
import { useEntry } from './use-entry.ts';

/** Where a clerk enters a case that came in on paper, by telephone or e-mail, or at the counter. */
export function EntryScreen() {
  const { desk } = useDesk();
  const settings = useSettings();
  const entry = useEntry();
  const [isDiscarding, setIsDiscarding] = useState(false);
  const services = enterableServices(settings, desk.actor);
  const text = de.entry;
  return (
    <>
      <ScreenTitle title={text.title} />
      <Typography color="textSecondary" sx={{ mt: 1, mb: 2.5, maxWidth: '48rem' }}>
        {services.length === 0 && settings.length > 0 ? text.nowhere : text.lead}
      </Typography>
      {services.length > 0 && (
        <EntryForm
          key={entry.draft.caseId}
          entry={entry}
          services={services}
          onDiscard={() => setIsDiscarding(true)}
        />
      )}
      <ConfirmDialog
        open={isDiscarding}
        title={text.discardTitle}
        confirm={text.discard}
        onConfirm={() => {
          entry.discard();
          setIsDiscarding(false);
        }}
        onCancel={() => setIsDiscarding(false)}
      >
        {text.discardText}
      </ConfirmDialog>
    </>
  );
}
