import AccountCircle from '@mui/icons-material/AccountCircleOutlined';
import Button from '@mui/material/Button';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useState } from 'react';
import { de } from '../../texts/de.ts';
import { SignOutDialog } from './sign-out-dialog.tsx';

interface AccountMenuProps {
  readonly name: string;
  readonly onSignOut: () => void;
}

/** Who is signed in, and the way out. */
export function AccountMenu({ name, onSignOut }: AccountMenuProps) {
  const [anchor, setAnchor] = useState<HTMLElement>();
  const [isAsking, setIsAsking] = useState(false);
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
        <MenuItem
          onClick={() => {
            setAnchor(undefined);
            setIsAsking(true);
          }}
        >
          {de.app.signOut}
        </MenuItem>
      </Menu>
      <SignOutDialog open={isAsking} onStay={() => setIsAsking(false)} onSignOut={onSignOut} />
    </>
  );
}
