import type { FormDefinition, FormField } from '@amtsstube/shared/domain/form';
import type { MemberField } from '@amtsstube/shared/domain/forms/field';
import { draftOfCondition } from './draft-condition.ts';
import {
  blankField,
  type DraftField,
  type DraftMember,
  type FieldType,
  type FormDraft,
} from './form-draft.ts';
import { eurosOf, numberText } from './typed-numbers.ts';

/** A published form, to go on from. */
export function draftOfForm(form: FormDefinition): FormDraft {
  const types = new Map(
    form.sections
      .flatMap(({ fields }) => fields.flatMap((field) => [field, ...membersOf(field)]))
      .map(({ id, type }) => [id, type] as const),
  );
  const typeOf = (id: string): FieldType | undefined => types.get(id);
  return {
    sections: form.sections.map(({ title, fields }, index) => ({
      key: `s${index}`,
      title,
      fields: fields.map((field) => ({
        ...memberOf(field, typeOf),
        fields: membersOf(field).map((member) => memberOf(member, typeOf)),
      })),
    })),
    applicantNameFields: form.applicantNameFields,
    contactEmailField: form.contactEmailField ?? '',
    summaryFields: form.summaryFields ?? [],
    documents: (form.supportingDocuments ?? []).map(({ id, label, help = '', neededWhen }) => ({
      id,
      isNew: false,
      label,
      help,
      when: draftOfCondition(neededWhen, typeOf),
    })),
  };
}

/** What a service without a form begins with: somebody who applies, and how she is reached. */
export function newForm(titles: { readonly section: string; readonly name: string; readonly email: string }) {
  const person: DraftField = { ...blankField('name', 'person'), label: titles.name, required: true };
  const email: DraftField = { ...blankField('email', 'email'), label: titles.email };
  const draft: FormDraft = {
    sections: [{ key: 's0', title: titles.section, fields: [person, email] }],
    applicantNameFields: ['name'],
    contactEmailField: 'email',
    summaryFields: [],
    documents: [],
  };
  return draft;
}

function membersOf(field: FormField): readonly MemberField[] {
  return field.type === 'group' ? field.fields : [];
}

function memberOf(field: FormField, typeOf: (id: string) => FieldType | undefined): DraftField {
  const { id, type, label, help = '', showWhen } = field;
  const required = 'required' in field && field.required;
  const common = { ...blankField(id, type), isNew: false, label, help, required };
  return { ...common, when: draftOfCondition(showWhen, typeOf), ...detailsOf(field) };
}

function detailsOf(field: FormField): Partial<DraftMember> {
  switch (field.type) {
    case 'text': {
      const { maxLength, autocomplete = '', pattern } = field;
      const { expression = '', says = '' } = pattern ?? {};
      return { maxLength: String(maxLength), autocomplete, expression, says };
    }
    case 'pattern': {
      const { maxLength, expression, says, example } = field;
      return { maxLength: String(maxLength), expression, says, example };
    }
    case 'longText':
      return { maxLength: String(field.maxLength) };
    case 'number': {
      const { decimals, minimum, maximum, unit = '' } = field;
      return {
        decimals: String(decimals),
        minimum: numberText(minimum),
        maximum: numberText(maximum),
        unit,
      };
    }
    case 'money':
      return { minimum: eurosOf(field.minimum), maximum: eurosOf(field.maximum) };
    case 'choice':
    case 'multipleChoice':
      return { options: field.options.map((option) => ({ ...option, isNew: false })) };
    case 'address':
      return { isApplicants: field.isApplicants === true };
    case 'person':
      return { asks: field.asks ?? [] };
    case 'upload':
      return { accepts: field.accepts, maximumCount: String(field.maximumCount) };
    case 'information':
      return { text: field.text };
    case 'group': {
      const { entryTitle, addLabel, minimumCount, maximumCount } = field;
      return {
        entryTitle,
        addLabel,
        minimumCount: String(minimumCount),
        maximumCount: String(maximumCount),
      };
    }
    default:
      return {};
  }
}
