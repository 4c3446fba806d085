import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useEffect, useRef } from 'react';
import { de } from '../../../texts/de.ts';
import { ConditionSettings } from './condition-settings.tsx';
import { duplicateField, withDocument, withField, withSectionTitle } from './edit-form.ts';
import { FieldSettings } from './field-settings.tsx';
import { allFields, type DraftField } from './form-draft.ts';
import { usesItem } from './form-problems.ts';
import { nameOfItem } from './item-names.ts';
import { newId } from './new-id.ts';
import type { FormEditor } from './use-form-editor.ts';
import { UseSettings } from './use-settings.tsx';

interface ItemSettingsProps {
  readonly editor: FormEditor;
  /** What is wrong with an input of the chosen item, to stand at it. */
  readonly problemAt: (part: string) => string | undefined;
}

/** What can be said about the chosen item, and what can be done with it. */
export function ItemSettings({ editor, problemAt }: ItemSettingsProps) {
  const { chosen, draft, focus } = editor;
  const form = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (focus?.on === 'settings')
      form.current?.querySelector<HTMLElement>('input:not([type=checkbox]), textarea')?.focus();
  }, [focus]);
  const whole = problemAt('');
  return (
    <Box ref={form} key={chosen} sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
      <Typography sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>{nameOfItem(draft, chosen)}</Typography>
      {chosen !== usesItem && <ItemActions editor={editor} />}
      {whole !== undefined && (
        <Typography role="alert" color="error">
          {whole}
        </Typography>
      )}
      <Inputs editor={editor} problemAt={problemAt} />
    </Box>
  );
}

function Inputs({ editor, problemAt }: ItemSettingsProps) {
  const { chosen, draft, change } = editor;
  const text = de.formEditor.field;
  const [kind, id = ''] = chosen.split(':');
  const field = allFields(draft).find((each) => each.id === id);
  const document = draft.documents.find((each) => each.id === id);
  const section = draft.sections.find(({ key }) => key === id);
  if (kind === 'field' && field)
    return (
      <>
        <FieldSettings
          field={field as DraftField}
          isMember={!draft.sections.some(({ fields }) => fields.some((each) => each.id === id))}
          onChange={(changed) => change(withField(draft, id, changed))}
          problemAt={problemAt}
        />
        <ConditionSettings
          draft={draft}
          of={field}
          when={field.when}
          title={de.formEditor.condition.title}
          problem={problemAt('when')}
          onChange={(when) => change(withField(draft, id, { when }))}
        />
      </>
    );
  if (kind === 'document' && document)
    return (
      <>
        <TextField
          label={text.document}
          value={document.label}
          onChange={(event) => change(withDocument(draft, id, { label: event.target.value }))}
          error={problemAt('label') !== undefined}
          helperText={problemAt('label')}
        />
        <TextField
          label={text.documentHelp}
          value={document.help}
          multiline
          onChange={(event) => change(withDocument(draft, id, { help: event.target.value }))}
          error={problemAt('help') !== undefined}
          helperText={problemAt('help')}
        />
        <ConditionSettings
          draft={draft}
          of={undefined}
          when={document.when}
          title={de.formEditor.condition.documentTitle}
          problem={problemAt('when')}
          onChange={(when) => change(withDocument(draft, id, { when }))}
        />
      </>
    );
  if (kind === 'section' && section)
    return (
      <TextField
        label={text.sectionTitle}
        value={section.title}
        onChange={(event) => change(withSectionTitle(draft, id, event.target.value))}
        error={problemAt('label') !== undefined}
        helperText={problemAt('label')}
      />
    );
  return <UseSettings editor={editor} problemAt={problemAt} />;
}

function ItemActions({ editor }: { readonly editor: FormEditor }) {
  const { chosen, draft } = editor;
  const text = de.formEditor;
  const [kind, id = ''] = chosen.split(':');
  const copy = kind === 'field' ? duplicateField(draft, id, text.copyOf, newId) : undefined;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5 }}>
      <Button size="small" onClick={() => editor.move(chosen, -1)}>
        {text.up}
      </Button>
      <Button size="small" onClick={() => editor.move(chosen, 1)}>
        {text.down}
      </Button>
      {copy && (
        <Button size="small" onClick={() => editor.take(copy)}>
          {text.duplicate}
        </Button>
      )}
      <Button size="small" color="error" onClick={() => editor.remove(chosen)}>
        {text.remove}
      </Button>
    </Box>
  );
}
