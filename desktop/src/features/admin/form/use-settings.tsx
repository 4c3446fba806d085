import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import { de } from '../../../texts/de.ts';
import { labelOf } from './condition-problem.ts';
import type { DraftField } from './form-draft.ts';
import { NativeSelect } from './native-select.tsx';
import type { FormEditor } from './use-form-editor.ts';

interface UseSettingsProps {
  readonly editor: FormEditor;
  readonly problemAt: (part: string) => string | undefined;
}

/** Which answers are the applicant's name, her address for mails, and the line that says what a case is about. */
export function UseSettings({ editor, problemAt }: UseSettingsProps) {
  const { draft, change } = editor;
  const text = de.formEditor;
  const fields = draft.sections.flatMap((section) => section.fields);
  return (
    <>
      <Choose
        label={text.applicantName}
        help={text.applicantNameHelp}
        editor={editor}
        fields={fields.filter(({ type }) => type === 'text' || type === 'person')}
        chosen={draft.applicantNameFields}
        problem={problemAt('applicantName')}
        onChange={(applicantNameFields) => change({ ...draft, applicantNameFields })}
      />
      <NativeSelect
        label={text.contactEmail}
        value={draft.contactEmailField}
        options={[
          { value: '', label: text.noEmail },
          ...fields
            .filter(({ type, id }) => type === 'email' || id === draft.contactEmailField)
            .map(({ id }) => ({ value: id, label: labelOf(draft, id) })),
          ...(draft.contactEmailField === '' || fields.some(({ id }) => id === draft.contactEmailField)
            ? []
            : [{ value: draft.contactEmailField, label: text.condition.gone }]),
        ]}
        problem={problemAt('contactEmail')}
        onChange={(contactEmailField) => change({ ...draft, contactEmailField })}
      />
      <Choose
        label={text.summary}
        editor={editor}
        fields={fields.filter(({ type }) => type !== 'group' && type !== 'information')}
        chosen={draft.summaryFields}
        problem={problemAt('summary')}
        onChange={(summaryFields) => change({ ...draft, summaryFields })}
      />
    </>
  );
}

interface ChooseProps {
  readonly label: string;
  readonly help?: string;
  readonly editor: FormEditor;
  readonly fields: readonly DraftField[];
  readonly chosen: readonly string[];
  readonly problem: string | undefined;
  readonly onChange: (chosen: string[]) => void;
}

/** Several questions, in the order they are chosen. What is gone stays shown, to be taken out. */
function Choose({ label, help, editor, fields, chosen, problem, onChange }: ChooseProps) {
  const { draft } = editor;
  const ids = [...new Set([...chosen, ...fields.map(({ id }) => id)])];
  const isThere = (id: string) =>
    draft.sections.some((section) => section.fields.some((each) => each.id === id));
  return (
    <Autocomplete
      multiple
      size="small"
      options={ids}
      value={[...chosen]}
      getOptionLabel={(id) => (isThere(id) ? labelOf(draft, id) : de.formEditor.condition.gone)}
      getOptionKey={(id) => id}
      onChange={(_event, now) => onChange(now)}
      renderInput={(parameters) => (
        <TextField {...parameters} label={label} error={problem !== undefined} helperText={problem ?? help} />
      )}
    />
  );
}
