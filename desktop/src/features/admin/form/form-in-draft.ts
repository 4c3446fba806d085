import { type FormDefinition, formDefinition } from '@amtsstube/shared/domain/form';
import { conditionIn } from './draft-condition.ts';
import {
  allFields,
  type DraftField,
  type DraftMember,
  type FieldType,
  type FormDraft,
} from './form-draft.ts';
import { centsIn, numberIn } from './typed-numbers.ts';

type TypeOf = (id: string) => FieldType | undefined;

/** The form a draft says; undefined as long as it is none: `problemsOf` says where. */
export function formInDraft(draft: FormDraft): FormDefinition | undefined {
  return formDefinition.safeParse(saidBy(draft)).data;
}

function saidBy(draft: FormDraft) {
  const types = new Map(allFields(draft).map(({ id, type }) => [id, type]));
  const typeOf: TypeOf = (id) => types.get(id);
  const { applicantNameFields, contactEmailField, summaryFields, documents } = draft;
  return {
    sections: draft.sections.map(({ title, fields }) => ({
      title: title.trim(),
      fields: fields.map((field) => fieldIn(field, typeOf)),
    })),
    applicantNameFields,
    ...(contactEmailField !== '' && { contactEmailField }),
    ...(summaryFields.length > 0 && { summaryFields }),
    ...(documents.length > 0 && {
      supportingDocuments: documents.map(({ id, label, help, when }) => ({
        id,
        label: label.trim(),
        ...optionalText('help', help),
        ...optional('neededWhen', conditionIn(when, typeOf)),
      })),
    }),
  };
}

function fieldIn(field: DraftField | DraftMember, typeOf: TypeOf): object {
  const { id, type, label, help, required, when } = field;
  const hasAnswer = type !== 'information' && type !== 'group';
  return {
    id,
    type,
    label: label.trim(),
    ...optionalText('help', help),
    ...optional('showWhen', conditionIn(when, typeOf)),
    ...(hasAnswer && { required }),
    ...detailsIn(field, typeOf),
  };
}

function detailsIn(field: DraftField | DraftMember, typeOf: TypeOf): object {
  const { expression, says, example } = field;
  switch (field.type) {
    case 'text':
      return {
        maxLength: numberIn(field.maxLength),
        ...optionalText('autocomplete', field.autocomplete),
        ...(expression !== '' && { pattern: { expression, says: says.trim() } }),
      };
    case 'pattern':
      return {
        maxLength: numberIn(field.maxLength),
        expression,
        says: says.trim(),
        example: example.trim(),
      };
    case 'longText':
      return { maxLength: numberIn(field.maxLength) };
    case 'number':
      return {
        decimals: numberIn(field.decimals) ?? 0,
        ...optional('minimum', numberIn(field.minimum)),
        ...optional('maximum', numberIn(field.maximum)),
        ...optionalText('unit', field.unit),
      };
    case 'money':
      return {
        ...optional('minimum', centsIn(field.minimum)),
        ...optional('maximum', centsIn(field.maximum)),
      };
    case 'choice':
    case 'multipleChoice':
      return { options: field.options.map(({ value, label }) => ({ value, label: label.trim() })) };
    case 'address':
      return field.isApplicants ? { isApplicants: true } : {};
    case 'person':
      return field.asks.length > 0 ? { asks: field.asks } : {};
    case 'upload':
      return { accepts: field.accepts, maximumCount: numberIn(field.maximumCount) };
    case 'information':
      return { text: field.text.trim() };
    case 'group':
      return {
        entryTitle: field.entryTitle.trim(),
        addLabel: field.addLabel.trim(),
        minimumCount: numberIn(field.minimumCount) ?? 0,
        maximumCount: numberIn(field.maximumCount),
        fields: 'fields' in field ? field.fields.map((member) => fieldIn(member, typeOf)) : [],
      };
    default:
      return {};
  }
}

function optional<T>(name: string, value: T | undefined): Record<string, T> {
  return value === undefined ? {} : { [name]: value };
}

function optionalText(name: string, text: string): Record<string, string> {
  return text.trim() === '' ? {} : { [name]: text.trim() };
}
