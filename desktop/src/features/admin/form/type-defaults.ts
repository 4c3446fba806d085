import { de } from '../../../texts/de.ts';
import type { DraftField, FieldType } from './form-draft.ts';

/** What a kind needs and nobody has said yet, so that a question is complete once it has its wording. */
export function defaultsFor(type: FieldType, field: DraftField): Partial<DraftField> {
  const unless = <K extends keyof DraftField>(part: K, value: DraftField[K]): Partial<DraftField> =>
    field[part] === '' ? { [part]: value } : {};
  switch (type) {
    case 'text':
      return unless('maxLength', '200');
    case 'pattern':
      return unless('maxLength', '40');
    case 'longText':
      return { maxLength: '2000' };
    case 'upload':
      return {
        ...unless('maximumCount', '5'),
        ...(field.accepts.length === 0 && { accepts: ['pdf', 'jpeg', 'png'] }),
      };
    case 'group':
      return {
        ...unless('minimumCount', '0'),
        ...unless('maximumCount', '10'),
        ...unless('addLabel', de.formEditor.addEntry),
      };
    default:
      return {};
  }
}
