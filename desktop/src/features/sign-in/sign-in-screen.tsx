import Typography from '@mui/material/Typography';
import { de } from '../../texts/de.ts';
import { BarePage } from '../../ui/message-page.tsx';
import { ScreenTitle } from '../../ui/screen-title.tsx';
import type { TrySignIn } from './sign-in-attempt.ts';
import { SignInForm } from './sign-in-form.tsx';

/** The first page on a device, and after signing out. */
export function SignInScreen({ trySignIn }: { readonly trySignIn: TrySignIn }) {
  return (
    <BarePage>
      <ScreenTitle title={de.signIn.title} />
      <Typography color="textSecondary" sx={{ mt: 1 }}>
        {de.signIn.lead}
      </Typography>
      <SignInForm trySignIn={trySignIn} />
    </BarePage>
  );
}
