import { goTo } from '../../ui/use-place.ts';
import { useShortcuts } from '../../ui/use-shortcuts.ts';
import { ShortcutsDialog } from './shortcuts-dialog.tsx';

export type FrameDialog = 'shortcuts';

interface FrameDialogsProps {
  readonly shown: FrameDialog | undefined;
  readonly show: (dialog: FrameDialog | undefined) => void;
}

/** What can be opened from every screen, and the keys for it. */
export function FrameDialogs({ shown, show }: FrameDialogsProps) {
  useShortcuts({
    overview: () => show('shortcuts'),
    goUnassigned: () => goTo({ screen: 'inbox', view: 'unassigned' }),
    goMine: () => goTo({ screen: 'inbox', view: 'mine' }),
    goAll: () => goTo({ screen: 'inbox', view: 'all' }),
  });
  const close = () => show(undefined);
  return <>{shown === 'shortcuts' && <ShortcutsDialog onClose={close} />}</>;
}
