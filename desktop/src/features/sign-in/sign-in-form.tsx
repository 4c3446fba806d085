import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useRef, useState } from 'react';
import { de } from '../../texts/de.ts';
import { SubmitForm } from '../../ui/submit-form.tsx';
import { type Enrol, EnrolForm } from './enrol-form.tsx';
import { type SignInProblem, signInSentence, type TrySignIn } from './sign-in-attempt.ts';

/**
 * E-mail and password. A failed attempt keeps the e-mail and puts the cursor where the mistake probably is. Where the
 * server knows this device no more, a new code is asked for in between; what was typed stays.
 */
export function SignInForm({
  trySignIn,
  enrol,
  onSignedIn,
}: {
  readonly trySignIn: TrySignIn;
  readonly enrol: Enrol;
  readonly onSignedIn?: () => void;
}) {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<SignInProblem | 'incomplete'>();
  const [isTrying, setIsTrying] = useState(false);
  const emailInput = useRef<HTMLInputElement>(null);
  const passwordInput = useRef<HTMLInputElement>(null);

  async function attempt() {
    if (isTrying) return;
    if (email.trim() === '' || password === '') {
      setProblem('incomplete');
      (email.trim() === '' ? emailInput : passwordInput).current?.focus();
      return;
    }
    setIsTrying(true);
    setProblem(undefined);
    const found = await trySignIn(email.trim(), password).finally(() => setIsTrying(false));
    setProblem(found);
    if (found === undefined) onSignedIn?.();
    if (found === 'wrongCredentials') {
      setPassword('');
      passwordInput.current?.focus();
    }
  }

  if (problem === 'unknownDevice')
    return (
      <Box sx={{ display: 'grid', gap: 2, mt: 2 }}>
        <Alert severity="warning">{signInSentence(problem)}</Alert>
        <EnrolForm enrol={enrol} onEnrolled={() => void attempt()} />
      </Box>
    );
  return (
    <SubmitForm onSubmit={attempt} sx={{ display: 'grid', gap: 2, mt: 2 }}>
      <TextField
        label={de.signIn.email}
        type="email"
        value={email}
        inputRef={emailInput}
        onChange={(event) => setEmail(event.target.value)}
        error={problem === 'incomplete' && email.trim() === ''}
        slotProps={{ htmlInput: { autoComplete: 'username', inputMode: 'email', spellCheck: false } }}
      />
      <TextField
        label={de.signIn.password}
        type="password"
        value={password}
        inputRef={passwordInput}
        onChange={(event) => setPassword(event.target.value)}
        error={problem === 'incomplete' && password === ''}
        slotProps={{ htmlInput: { autoComplete: 'current-password' } }}
      />
      {problem && <Alert severity="error">{signInSentence(problem)}</Alert>}
      <Button type="submit" variant="contained" size="large" aria-disabled={isTrying}>
        {isTrying ? de.signIn.submitting : de.signIn.submit}
      </Button>
    </SubmitForm>
  );
}
