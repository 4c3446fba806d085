import type { Answers, FormDefinition } from '../form.ts';
import { type UploadedFile, uploadedFile } from './answers.ts';
import type { FormField } from './field.ts';

/** The files accepted answers name, in the form's order; the same bytes once, whatever names they have. */
export function filesOf(form: FormDefinition, answers: Answers): readonly UploadedFile[] {
  const fields = form.sections.flatMap((section) => section.fields);
  const files = new Map<string, UploadedFile>();
  for (const file of filesIn(fields, answers)) if (!files.has(file.hash)) files.set(file.hash, file);
  return [...files.values()];
}

function filesIn(fields: readonly FormField[], answers: Answers): readonly UploadedFile[] {
  return fields.flatMap((field) => {
    const value: unknown = Object.hasOwn(answers, field.id) ? answers[field.id] : undefined;
    if (!Array.isArray(value)) return [];
    if (field.type === 'upload') return uploadedFile.array().parse(value);
    return field.type === 'group'
      ? (value as readonly Answers[]).flatMap((entry) => filesIn(field.fields, entry))
      : [];
  });
}
