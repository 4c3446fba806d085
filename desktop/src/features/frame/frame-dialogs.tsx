import { goTo } from '../../ui/use-place.ts';
import { useShortcuts } from '../../ui/use-shortcuts.ts';
import { PaletteDialog } from './palette-dialog.tsx';
import { SettingsDialog } from './settings-dialog.tsx';
import { ShortcutsDialog } from './shortcuts-dialog.tsx';
import { useNews } from './use-news.ts';

export type FrameDialog = 'palette' | 'shortcuts' | 'settings';

interface FrameDialogsProps {
  readonly shown: FrameDialog | undefined;
  readonly show: (dialog: FrameDialog | undefined) => void;
}

/** What can be opened from every screen, and the keys for it. */
export function FrameDialogs({ shown, show }: FrameDialogsProps) {
  useNews();
  useShortcuts({
    palette: () => show('palette'),
    newCase: () => goTo({ screen: 'entry' }),
    overview: () => show('shortcuts'),
    goDue: () => goTo({ screen: 'inbox', view: 'due' }),
    goUnassigned: () => goTo({ screen: 'inbox', view: 'unassigned' }),
    goMine: () => goTo({ screen: 'inbox', view: 'mine' }),
    goCalendar: () => goTo({ screen: 'calendar', view: 'day' }),
    goQueue: () => goTo({ screen: 'queue' }),
    goAll: () => goTo({ screen: 'inbox', view: 'all' }),
  });
  const close = () => show(undefined);
  return (
    <>
      {shown === 'palette' && <PaletteDialog onClose={close} openDialog={show} />}
      {shown === 'settings' && <SettingsDialog onClose={close} />}
      {shown === 'shortcuts' && <ShortcutsDialog onClose={close} />}
    </>
  );
}
