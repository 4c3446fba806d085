import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import TextField from '@mui/material/TextField';
import { useId, useState } from 'react';
import { de } from '../../texts/de.ts';
import { SubmitForm } from '../../ui/submit-form.tsx';

type Problem = keyof typeof de.signIn.newPassword.problems;

/** undefined: changed. */
export type ChangePassword = (
  current: string,
  next: string,
) => Promise<Exclude<Problem, 'different' | 'incomplete'> | undefined>;

const shortest = 12;

/** Needs a line: the server keeps the password, too. */
export function PasswordDialog({
  changePassword,
  onClose,
}: {
  readonly changePassword: ChangePassword;
  readonly onClose: () => void;
}) {
  const [typed, setTyped] = useState({ current: '', next: '', again: '' });
  const [problem, setProblem] = useState<Problem>();
  const [state, setState] = useState<'asking' | 'trying' | 'done'>('asking');
  const titleId = useId();
  const text = de.signIn.newPassword;

  async function change() {
    if (state === 'trying') return;
    const { current, next, again } = typed;
    const slip =
      current === '' || next === ''
        ? 'incomplete'
        : next.length < shortest
          ? 'tooShort'
          : next !== again
            ? 'different'
            : undefined;
    setProblem(slip);
    if (slip !== undefined) return;
    setState('trying');
    const found = await changePassword(current, next).catch((error: unknown) => {
      setState('asking');
      throw error;
    });
    setProblem(found);
    setState(found === undefined || found === 'notKept' ? 'done' : 'asking');
  }

  const field = (name: keyof typeof typed, label: string, autoComplete: string, helperText?: string) => (
    <TextField
      label={label}
      type="password"
      value={typed[name]}
      onChange={(event) => setTyped({ ...typed, [name]: event.target.value })}
      helperText={helperText}
      slotProps={{ htmlInput: { autoComplete, maxLength: 200 } }}
    />
  );

  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} fullWidth maxWidth="xs">
      <DialogTitle id={titleId}>{text.title}</DialogTitle>
      {state === 'done' ? (
        <>
          <DialogContent>
            {/* done as far as the server goes: another attempt here would be refused */}
            {problem ? (
              <Alert severity="warning">{text.problems[problem]}</Alert>
            ) : (
              <Alert severity="success">{text.done}</Alert>
            )}
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose} autoFocus>
              {de.app.close}
            </Button>
          </DialogActions>
        </>
      ) : (
        <SubmitForm onSubmit={change}>
          <DialogContent sx={{ display: 'grid', gap: 2 }}>
            {field('current', text.current, 'current-password')}
            {field('next', text.next, 'new-password', text.help)}
            {field('again', text.again, 'new-password')}
            {problem && <Alert severity="error">{text.problems[problem]}</Alert>}
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{de.app.cancel}</Button>
            <Button type="submit" variant="contained" aria-disabled={state === 'trying'}>
              {text.save}
            </Button>
          </DialogActions>
        </SubmitForm>
      )}
    </Dialog>
  );
}
