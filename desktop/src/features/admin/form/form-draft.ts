import { fileKind } from '@amtsstube/shared/domain/blob';
import { condition } from '@amtsstube/shared/domain/forms/condition';
import { formField } from '@amtsstube/shared/domain/forms/field';
import { formVersionId } from '@amtsstube/shared/domain/ids';
import { z } from '@amtsstube/shared/domain/zod';

/** What can be asked of an earlier answer, in words; `not…` are the opposites. */
export const compares = [
  'equals',
  'notEquals',
  'includes',
  'notIncludes',
  'atLeast',
  'atMost',
  'answered',
  'notAnswered',
] as const;
export type Compare = (typeof compares)[number];

const draftComparison = z.object({ fieldId: z.string(), compare: z.enum(compares), value: z.string() });
export type DraftComparison = z.infer<typeof draftComparison>;

/** `composed`: of more levels than the editor shows; kept as it is. */
export const draftCondition = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('always') }),
  z.object({
    kind: z.literal('simple'),
    combine: z.enum(['all', 'any']),
    comparisons: z.array(draftComparison),
  }),
  z.object({ kind: z.literal('composed'), condition }),
]);
export type DraftCondition = z.infer<typeof draftCondition>;

export const fieldTypes = formField.options.map((option) => option.shape.type.value);
export type FieldType = (typeof fieldTypes)[number];

/** Of every kind all there is to say, as typed: who changes the kind and changes it back finds all of it again. */
const draftMember = z.object({
  id: z.string(),
  /** Not published yet: its name in answers is made of its label when it is. */
  isNew: z.boolean(),
  type: z.enum(fieldTypes as [FieldType, ...FieldType[]]),
  label: z.string(),
  help: z.string(),
  required: z.boolean(),
  when: draftCondition,
  maxLength: z.string(),
  minimum: z.string(),
  maximum: z.string(),
  decimals: z.string(),
  unit: z.string(),
  expression: z.string(),
  says: z.string(),
  example: z.string(),
  text: z.string(),
  minimumCount: z.string(),
  maximumCount: z.string(),
  entryTitle: z.string(),
  addLabel: z.string(),
  autocomplete: z.string(),
  options: z.array(z.object({ value: z.string(), label: z.string(), isNew: z.boolean() })),
  accepts: z.array(fileKind),
  asks: z.array(z.enum(['birthName', 'bornOn', 'birthPlace', 'nationality'])),
  isApplicants: z.boolean(),
});
export type DraftMember = z.infer<typeof draftMember>;

const draftField = draftMember.extend({ fields: z.array(draftMember) });
export type DraftField = z.infer<typeof draftField>;

const draftSection = z.object({ key: z.string(), title: z.string(), fields: z.array(draftField) });
export type DraftSection = z.infer<typeof draftSection>;

const draftDocument = z.object({
  id: z.string(),
  isNew: z.boolean(),
  label: z.string(),
  help: z.string(),
  when: draftCondition,
});
export type DraftDocument = z.infer<typeof draftDocument>;

/** A form in work, which need not make sense yet. */
export const formDraft = z.object({
  sections: z.array(draftSection),
  applicantNameFields: z.array(z.string()),
  /** '': none */
  contactEmailField: z.string(),
  summaryFields: z.array(z.string()),
  documents: z.array(draftDocument),
});
export type FormDraft = z.infer<typeof formDraft>;

/** With the version it was begun from; null: the service had no form. */
export const keptFormDraft = z.object({ basedOn: formVersionId.nullable(), draft: formDraft });
export type KeptFormDraft = z.infer<typeof keptFormDraft>;

/** A field nobody has said anything about yet. */
export function blankField(id: string, type: FieldType = 'text'): DraftField {
  return {
    id,
    isNew: true,
    type,
    label: '',
    help: '',
    required: false,
    when: { kind: 'always' },
    maxLength: '',
    minimum: '',
    maximum: '',
    decimals: '',
    unit: '',
    expression: '',
    says: '',
    example: '',
    text: '',
    minimumCount: '',
    maximumCount: '',
    entryTitle: '',
    addLabel: '',
    autocomplete: '',
    options: [],
    accepts: [],
    asks: [],
    isApplicants: false,
    fields: [],
  };
}

/** All questions in their order, members of groups behind their group. */
export function allFields({ sections }: FormDraft): readonly DraftMember[] {
  return sections.flatMap(({ fields }) => fields.flatMap((field) => [field, ...membersOf(field)]));
}

/** What was a group keeps its members, should it become one again, but they are no questions meanwhile. */
export function membersOf({ type, fields }: DraftField): readonly DraftMember[] {
  return type === 'group' ? fields : [];
}
