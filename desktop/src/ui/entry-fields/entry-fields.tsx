import type { FormDefinition, FormField } from '@amtsstube/shared/domain/form';
import type { AskedField, FieldOf, GroupField } from '@amtsstube/shared/domain/forms/field';
import { entryCount, withEntryAdded, withEntryRemoved } from '@amtsstube/shared/domain/forms/page-encoding';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormHelperText from '@mui/material/FormHelperText';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { de } from '../../texts/de.ts';
import { AnswerInput } from '../answer-input.tsx';
import { inputsAt, type ReadEntry, withInputsAt } from './read-entry.ts';

/** What is typed into a form, and how it is changed. */
export interface TypedEntry {
  readonly draft: {
    readonly inputs: Readonly<Record<string, string>>;
    /** Fields of which the clerk says that the paper has it so. */
    readonly confirmed: readonly string[];
  };
  readonly change: (changed: { inputs?: Record<string, string>; confirmed?: string[] }) => void;
  /** How often saving has failed: until then nothing is found wrong that is still being typed. */
  readonly failures: number;
}

interface EntryFieldsProps {
  readonly entry: TypedEntry;
  readonly form: FormDefinition;
  readonly read: ReadEntry;
  readonly isLocked: boolean;
  /** Draws what a citizen sees and a clerk doesn't enter: something to read, files. Absent: it is left out. */
  readonly drawOther?: (field: OtherField) => ReactNode;
}

export type OtherField = FieldOf<'information'> | FieldOf<'upload'>;

/** The service's own form, section by section: what it asks, given what is typed so far. */
export function EntryFields(props: EntryFieldsProps) {
  return props.form.sections.map(({ title, fields }) => {
    const asked = fields.filter(({ id, type }) => isDrawn(type, props) && props.read.visible.has(id));
    return asked.length === 0 ? null : (
      <Box key={title} component="section" aria-label={title}>
        <Typography variant="h2" sx={{ mb: 1.5 }}>
          {title}
        </Typography>
        <Box sx={fieldGrid}>
          {asked.map((field) => (
            <Entered key={field.id} field={field} path={field.id} {...props} />
          ))}
        </Box>
      </Box>
    );
  });
}

/** Files come with the case itself, and there is nothing to enter where there is only something to read. */
function isDrawn(type: FormField['type'], { drawOther }: EntryFieldsProps): boolean {
  return drawOther !== undefined || (type !== 'upload' && type !== 'information');
}

function Entered(props: EntryFieldsProps & { readonly field: FormField; readonly path: string }) {
  const { field } = props;
  if (field.type === 'group') return <Group {...props} field={field} />;
  if (field.type === 'information' || field.type === 'upload')
    return <Box sx={{ gridColumn: '1 / -1' }}>{props.drawOther?.(field)}</Box>;
  return <Field {...props} field={field} />;
}

function Field(props: EntryFieldsProps & { readonly field: AskedField; readonly path: string }) {
  const { entry, form, read, field, path, isLocked } = props;
  const { draft, change, failures } = entry;
  const isWrong = read.wrong.has(path);
  const isConfirmed = draft.confirmed.includes(path);
  const isName = form.applicantNameFields.includes(path);
  const isNameMissing = failures > 0 && isName && !isSaid(read, path) && !isWrong;
  const errors = isConfirmed ? [] : read.errors;
  const isLong =
    ['longText', 'address', 'person', 'multipleChoice'].includes(field.type) || field.label.length > 34;
  return (
    <Box sx={{ minWidth: 0, ...(isLong && { gridColumn: '1 / -1' }) }}>
      <AnswerInput
        field={field}
        path={path}
        label={field.label}
        takesFocus={false}
        inputs={inputsAt(draft.inputs, path)}
        onChange={(inputs) => change({ inputs: withInputsAt(draft.inputs, path, inputs) })}
        errors={failures > 0 || isWrong ? errors : []}
        isLocked={isLocked}
      />
      {isNameMissing && (
        <FormHelperText error role="alert">
          {de.entry.nameMissing}
        </FormHelperText>
      )}
      {isWrong && (
        <FormControlLabel
          label={de.entry.asWritten}
          title={de.entry.asWrittenHelp}
          control={
            <Checkbox
              size="small"
              checked={isConfirmed}
              disabled={isLocked}
              onChange={(_event, isNow) =>
                change({
                  confirmed: isNow
                    ? [...draft.confirmed, path]
                    : draft.confirmed.filter((each) => each !== path),
                })
              }
            />
          }
        />
      )}
    </Box>
  );
}

function isSaid({ answers, asWritten }: ReadEntry, path: string): boolean {
  return Object.hasOwn(answers, path) || asWritten.some((each) => each.path === path);
}

function Group(props: EntryFieldsProps & { readonly field: GroupField; readonly path: string }) {
  const { entry, read, field, isLocked } = props;
  const { draft, change } = entry;
  const inputs = new Map(Object.entries(draft.inputs));
  const count = entryCount(field, inputs);
  const text = de.entry;
  return (
    <Box role="group" aria-label={field.label} sx={{ gridColumn: '1 / -1', display: 'grid', gap: 2 }}>
      <Typography variant="h3">{field.label}</Typography>
      {Array.from({ length: count }, (_, index) => {
        const title = text.entry(field.entryTitle, index + 1);
        return (
          // entries have no ids of their own: they are known by their place
          <Box key={title} role="group" aria-label={title} sx={entrySx}>
            <Box sx={{ display: 'flex', alignItems: 'center', justifyContent: 'space-between', mb: 1.5 }}>
              <Typography variant="subtitle2" component="h4">
                {title}
              </Typography>
              {count > field.minimumCount && (
                <Button
                  size="small"
                  disabled={isLocked}
                  onClick={() =>
                    change({ inputs: Object.fromEntries(withEntryRemoved(field, index, inputs)) })
                  }
                >
                  {text.removeEntry(title)}
                </Button>
              )}
            </Box>
            <Box sx={fieldGrid}>
              {field.fields
                .filter(
                  ({ id, type }) => isDrawn(type, props) && read.visible.has(`${field.id}.${index}.${id}`),
                )
                .map((member) => (
                  <Entered
                    key={member.id}
                    {...props}
                    field={member}
                    path={`${field.id}.${index}.${member.id}`}
                  />
                ))}
            </Box>
          </Box>
        );
      })}
      {count < field.maximumCount && (
        <Button
          variant="outlined"
          disabled={isLocked}
          sx={{ justifySelf: 'start' }}
          onClick={() => change({ inputs: Object.fromEntries(withEntryAdded(field, inputs)) })}
        >
          {field.addLabel}
        </Button>
      )}
    </Box>
  );
}

const fieldGrid = {
  display: 'grid',
  gridTemplateColumns: 'repeat(auto-fill, minmax(min(18rem, 100%), 1fr))',
  columnGap: 2,
  rowGap: 2,
  alignItems: 'start',
} as const;

const entrySx = { pl: 1.5, borderLeft: 3, borderColor: 'divider' } as const;
