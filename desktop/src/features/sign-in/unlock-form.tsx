import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useEffect, useRef, useState } from 'react';
import { de } from '../../texts/de.ts';
import { SubmitForm } from '../../ui/submit-form.tsx';
import { type KnownClerk, type Unlock, type UnlockRefused, unlockSentence } from './unlock-attempt.ts';

interface UnlockFormProps {
  readonly clerk: KnownClerk;
  readonly unlock: Unlock;
  readonly onSignInInstead: () => void;
}

/** The password alone. A wrong one is selected, not deleted: often just one letter is. */
export function UnlockForm({ clerk, unlock, onSignInInstead }: UnlockFormProps) {
  const [password, setPassword] = useState('');
  const [refused, setRefused] = useState<UnlockRefused | { readonly result: 'incomplete' }>();
  const [isTrying, setIsTrying] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const text = de.signIn.unlock;
  // behind the screen's title, which takes the focus on every other screen
  useEffect(() => input.current?.focus(), []);

  async function attempt() {
    if (isTrying) return;
    if (password === '') {
      setRefused({ result: 'incomplete' });
      return;
    }
    setIsTrying(true);
    setRefused(undefined);
    const found = await unlock(clerk.who.clerk.id, password).finally(() => setIsTrying(false));
    setRefused(found);
    if (found) input.current?.select();
  }

  return (
    <SubmitForm onSubmit={attempt} sx={{ display: 'grid', gap: 2, mt: 2 }}>
      {/* for password managers: whose password it is */}
      <input type="hidden" autoComplete="username" value={clerk.email} readOnly />
      <TextField
        label={de.signIn.password}
        type="password"
        value={password}
        inputRef={input}
        onChange={(event) => setPassword(event.target.value)}
        error={refused?.result === 'incomplete' || refused?.result === 'wrongPassword'}
        slotProps={{ htmlInput: { autoComplete: 'current-password' } }}
      />
      {refused && <Alert severity="error">{unlockSentence(refused)}</Alert>}
      <Button type="submit" variant="contained" size="large" aria-disabled={isTrying}>
        {isTrying ? text.submitting : text.submit}
      </Button>
      {(refused?.result === 'serverNeeded' || refused?.result === 'systemKeyLost') && (
        <Button onClick={onSignInInstead}>{text.signInInstead}</Button>
      )}
    </SubmitForm>
  );
}
