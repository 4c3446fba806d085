import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import List from '@mui/material/List';
import ListItem from '@mui/material/ListItem';
import ListItemButton from '@mui/material/ListItemButton';
import ListItemText from '@mui/material/ListItemText';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { de } from '../../texts/de.ts';
import { BarePage } from '../../ui/message-page.tsx';
import { ScreenTitle } from '../../ui/screen-title.tsx';
import type { Enrol } from './enrol-form.tsx';
import type { TrySignIn } from './sign-in-attempt.ts';
import { SignInForm } from './sign-in-form.tsx';
import type { KnownClerk, Unlock } from './unlock-attempt.ts';
import { UnlockForm } from './unlock-form.tsx';

interface LockedScreenProps {
  readonly municipalityName: string;
  /** The one who worked here last comes first. */
  readonly clerks: readonly KnownClerk[];
  /** Set when the one who worked here a moment ago works here no more. */
  readonly deactivated: keyof typeof de.signIn.deactivated | undefined;
  readonly unlock: Unlock;
  readonly trySignIn: TrySignIn;
  readonly enrol: Enrol;
}

/** Who has worked here unlocks with her password, without a line; somebody new signs in, with one. */
export function LockedScreen({
  municipalityName,
  clerks,
  deactivated,
  unlock,
  trySignIn,
  enrol,
}: LockedScreenProps) {
  const [chosenId, setChosenId] = useState<string | undefined>(clerks[0]?.who.clerk.id);
  const [isOther, setIsOther] = useState(clerks.length === 0);
  const chosen = clerks.find(({ who }) => who.clerk.id === chosenId);
  const others = clerks.filter((each) => each !== chosen);
  const text = de.signIn.unlock;

  if (isOther || chosen === undefined) {
    return (
      <BarePage>
        <ScreenTitle title={de.signIn.title} />
        <Typography color="textSecondary" sx={{ mt: 1 }}>
          {de.signIn.lead(municipalityName)}
        </Typography>
        {deactivated && (
          <Alert severity="warning" sx={{ mt: 2 }}>
            {de.signIn.deactivated[deactivated]}
          </Alert>
        )}
        <SignInForm trySignIn={trySignIn} enrol={enrol} />
        {clerks.length > 0 && (
          <Button onClick={() => setIsOther(false)} sx={{ mt: 3 }}>
            {text.back}
          </Button>
        )}
      </BarePage>
    );
  }
  return (
    <BarePage>
      <ScreenTitle title={chosen.who.clerk.name} />
      {!deactivated && (
        <Typography color="textSecondary" sx={{ mt: 1 }}>
          {text.lead(municipalityName)}
        </Typography>
      )}
      {deactivated && (
        <Alert severity="warning" sx={{ mt: 2 }}>
          {de.signIn.deactivated[deactivated]}
        </Alert>
      )}
      <UnlockForm
        key={chosen.who.clerk.id}
        clerk={chosen}
        unlock={unlock}
        onSignInInstead={() => setIsOther(true)}
      />
      <Box sx={{ mt: 4 }}>
        {others.length > 0 && (
          <>
            <Typography component="h2" variant="h3">
              {text.others}
            </Typography>
            <List>
              {others.map(({ who }) => (
                <ListItem key={who.clerk.id} disablePadding>
                  <ListItemButton onClick={() => setChosenId(who.clerk.id)}>
                    <ListItemText primary={who.clerk.name} />
                  </ListItemButton>
                </ListItem>
              ))}
            </List>
          </>
        )}
        <Button onClick={() => setIsOther(true)}>{text.somebodyNew}</Button>
      </Box>
    </BarePage>
  );
}
