import type { FormDefinition } from '../form.ts';
import { locateField } from './locate-field.ts';

/** What a field is called, with the entry it stands in: `Kind 2: Geburtsdatum`. The path where the form has none. */
export function labelAt(form: FormDefinition | undefined, path: string): string {
  const located = form && locateField(form, path);
  if (located === undefined) return path;
  return located.entry === undefined ? located.field.label : `${located.entry}: ${located.field.label}`;
}
