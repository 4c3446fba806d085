import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { de } from '../../texts/de.ts';
import { SubmitForm } from '../../ui/submit-form.tsx';

type Problem = keyof typeof de.signIn.enrol.problems;

/** Given by the app. undefined: the device is in. */
export type Enrol = (code: string, name: string) => Promise<Exclude<Problem, 'incomplete'> | undefined>;

/** Code and name: what lets this device in. */
export function EnrolForm({
  enrol,
  onEnrolled,
}: {
  readonly enrol: Enrol;
  readonly onEnrolled?: () => void;
}) {
  const [code, setCode] = useState('');
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<Problem>();
  const [isTrying, setIsTrying] = useState(false);
  const text = de.signIn.enrol;

  async function attempt() {
    if (isTrying) return;
    if (code.trim() === '' || name.trim() === '') {
      setProblem('incomplete');
      return;
    }
    setIsTrying(true);
    setProblem(undefined);
    const found = await enrol(code, name).finally(() => setIsTrying(false));
    setProblem(found);
    if (found === undefined) onEnrolled?.();
  }

  return (
    <SubmitForm onSubmit={attempt} sx={{ display: 'grid', gap: 2, mt: 2 }}>
      <TextField
        label={text.code}
        value={code}
        onChange={(event) => setCode(event.target.value)}
        error={problem === 'incomplete' && code.trim() === ''}
        slotProps={{
          htmlInput: { autoComplete: 'one-time-code', autoCapitalize: 'characters', spellCheck: false },
        }}
      />
      <TextField
        label={text.name}
        value={name}
        onChange={(event) => setName(event.target.value)}
        error={problem === 'incomplete' && name.trim() === ''}
        helperText={text.nameHelp}
        slotProps={{ htmlInput: { maxLength: 80, autoComplete: 'off' } }}
      />
      {problem && <Alert severity="error">{text.problems[problem]}</Alert>}
      <Button type="submit" variant="contained" size="large" aria-disabled={isTrying}>
        {isTrying ? text.submitting : text.submit}
      </Button>
    </SubmitForm>
  );
}
