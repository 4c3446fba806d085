import type { FormDefinition } from '../form.ts';
import type { FormField, MemberField } from './field.ts';
import type { PartName } from './kinds/kind.ts';
import { partsOf } from './kinds/parts.ts';

/** Where a path of an error leads. */
export interface LocatedField {
  readonly field: FormField;
  /** The path of the field itself, without part or file. */
  readonly fieldPath: string;
  /** `Kind 2`, where the field is one of a group's. */
  readonly entry: string | undefined;
  readonly part: PartName | undefined;
}

/** The field a path leads to; undefined for paths that no field of this form has. */
export function locateField(form: FormDefinition, path: string): LocatedField | undefined {
  const [id, ...rest] = path.split('.');
  const field = form.sections.flatMap(({ fields }) => fields).find((each) => each.id === id);
  if (!field || id === undefined) return undefined;
  if (field.type !== 'group' || rest.length === 0)
    return { field, fieldPath: id, entry: undefined, part: partOf(field, rest[0]) };
  const [index, memberId, part] = rest;
  const member = field.fields.find((each) => each.id === memberId);
  if (!member) return undefined;
  return {
    field: member,
    fieldPath: `${id}.${index}.${memberId}`,
    entry: `${field.entryTitle} ${Number(index) + 1}`,
    part: partOf(member, part),
  };
}

function partOf(field: FormField | MemberField, name: string | undefined): PartName | undefined {
  if (field.type !== 'address' && field.type !== 'person') return undefined;
  return partsOf(field).find((part) => part.name === name)?.name;
}
