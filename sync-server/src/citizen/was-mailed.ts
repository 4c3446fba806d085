import type { Dossier } from '@amtsstube/shared/domain/case';
import type { FormDefinition } from '@amtsstube/shared/domain/form';
import { contactEmailOf } from '@amtsstube/shared/domain/form-interpreter';

/**
 * Whether file reference and tracking code were mailed when the application came in: by what was sent, because the
 * office may have corrected the address since, and that mail is long gone. Without its form, by the present address.
 */
export function wasMailed(
  { answers, contactEmail }: Pick<Dossier, 'answers' | 'contactEmail'>,
  form: FormDefinition | undefined,
): boolean {
  return form ? contactEmailOf(form, answers) !== undefined : contactEmail !== null;
}
