import AccountCircle from '@mui/icons-material/AccountCircleOutlined';
import Button from '@mui/material/Button';
import Divider from '@mui/material/Divider';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import Typography from '@mui/material/Typography';
import { useEffect, useState } from 'react';
import { de } from '../../texts/de.ts';
import { type ChangePassword, PasswordDialog } from './password-dialog.tsx';
import { SignOutDialog } from './sign-out-dialog.tsx';

interface AccountMenuProps {
  readonly name: string;
  readonly onLock: () => void;
  readonly onSignOut: () => void;
  readonly changePassword: ChangePassword;
}

/** Who is signed in, and the ways out. */
export function AccountMenu({ name, onLock, onSignOut, changePassword }: AccountMenuProps) {
  const [anchor, setAnchor] = useState<HTMLElement>();
  const [asking, setAsking] = useState<'signOut' | 'password'>();
  useLockKey(onLock);

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
      <Menu anchorEl={anchor ?? null} open={anchor !== undefined} onClose={() => setAnchor(undefined)}>
        <MenuItem onClick={() => choose(onLock)} aria-keyshortcuts="Control+Alt+L">
          {de.signIn.lock.menu}
          <Typography component="span" color="textSecondary" variant="body2" sx={{ ml: 'auto', pl: 3 }}>
            {de.signIn.lock.key}
          </Typography>
        </MenuItem>
        <MenuItem onClick={() => choose(() => setAsking('password'))}>{de.signIn.newPassword.menu}</MenuItem>
        <Divider />
        <MenuItem onClick={() => choose(() => setAsking('signOut'))}>{de.app.signOut}</MenuItem>
      </Menu>
      <SignOutDialog open={asking === 'signOut'} onStay={() => setAsking(undefined)} onSignOut={onSignOut} />
      {asking === 'password' && (
        <PasswordDialog changePassword={changePassword} onClose={() => setAsking(undefined)} />
      )}
    </>
  );
}

/** Control, Alt and L: what Windows and browsers leave free beside Windows and L. */
function useLockKey(onLock: () => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey && event.altKey && event.code === 'KeyL') {
        event.preventDefault();
        onLock();
      }
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, [onLock]);
}
