import AccountCircle from '@mui/icons-material/AccountCircleOutlined';
import Button from '@mui/material/Button';
import Divider from '@mui/material/Divider';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { de } from '../../texts/de.ts';
import { AbsenceDialog } from '../../ui/absence/absence-dialog.tsx';
import { useDesk } from '../../ui/desk-context.tsx';
import { useClerks } from '../../ui/names.ts';
import { keysOf } from '../../ui/shortcuts.ts';
import { useShortcuts } from '../../ui/use-shortcuts.ts';
import { type ChangePassword, PasswordDialog } from './password-dialog.tsx';
import { SignOutDialog } from './sign-out-dialog.tsx';

interface AccountMenuProps {
  readonly name: string;
  readonly onLock: () => void;
  readonly onSignOut: () => void;
  readonly changePassword: ChangePassword;
  readonly onSettings: () => void;
  readonly onShortcuts: () => void;
}

/** Who is signed in, and the ways out. */
export function AccountMenu(props: AccountMenuProps) {
  const { name, onLock, onSignOut, changePassword, onSettings, onShortcuts } = props;
  const [anchor, setAnchor] = useState<HTMLElement>();
  const [asking, setAsking] = useState<'signOut' | 'password' | 'absence'>();
  const { actor } = useDesk().desk;
  const self = useClerks().find(({ id }) => actor.kind === 'clerk' && id === actor.clerkId);
  useShortcuts({ lock: onLock });

  function choose(choice: () => void) {
    setAnchor(undefined);
    choice();
  }

  return (
    <>
      <Button
        color="inherit"
        size="small"
        aria-haspopup="menu"
        aria-expanded={anchor !== undefined}
        aria-label={de.app.account(name)}
        startIcon={<AccountCircle />}
        onClick={(event) => setAnchor(event.currentTarget)}
        sx={{ minWidth: 0, whiteSpace: 'nowrap' }}
      >
        {name}
      </Button>
      <Menu
        anchorEl={anchor ?? null}
        open={anchor !== undefined}
        onClose={() => setAnchor(undefined)}
        // within the bar, which is a landmark
        disablePortal
      >
        <MenuItem onClick={() => choose(onLock)} aria-keyshortcuts="Control+Alt+L">
          {de.signIn.lock.menu}
          <Typography component="span" color="textSecondary" variant="body2" sx={{ ml: 'auto', pl: 3 }}>
            {keysOf('lock')}
          </Typography>
        </MenuItem>
        <MenuItem onClick={() => choose(() => setAsking('password'))}>{de.signIn.newPassword.menu}</MenuItem>
        {self && (
          <MenuItem onClick={() => choose(() => setAsking('absence'))}>{de.work.absence.menu}</MenuItem>
        )}
        <Divider />
        <MenuItem onClick={() => choose(onSettings)}>{de.frame.settings.menu}</MenuItem>
        <MenuItem onClick={() => choose(onShortcuts)} aria-keyshortcuts="?">
          {de.frame.shortcuts.menu}
          <Typography component="span" color="textSecondary" variant="body2" sx={{ ml: 'auto', pl: 3 }}>
            {keysOf('overview')}
          </Typography>
        </MenuItem>
        <Divider />
        <MenuItem onClick={() => choose(() => setAsking('signOut'))}>{de.app.signOut}</MenuItem>
      </Menu>
      <SignOutDialog open={asking === 'signOut'} onStay={() => setAsking(undefined)} onSignOut={onSignOut} />
      {asking === 'absence' && self && (
        <AbsenceDialog clerk={self} isOwn onClose={() => setAsking(undefined)} />
      )}
      {asking === 'password' && (
        <PasswordDialog changePassword={changePassword} onClose={() => setAsking(undefined)} />
      )}
    </>
  );
}
