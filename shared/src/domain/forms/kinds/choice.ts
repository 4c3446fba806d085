import type { FieldOf } from '../field.ts';
import { type Kind, plainKind, problem, tidy } from './kind.ts';

export const choice = plainKind<FieldOf<'choice'>>({
  read: (field, given) => {
    if (typeof given === 'boolean') return problem('notAChoice');
    const value = typeof given === 'string' ? tidy(given) : undefined;
    if (value === undefined) return {};
    return field.options.some((option) => option.value === value) ? { value } : problem('notAChoice');
  },
  show: (field, value) => field.options.find((option) => option.value === value)?.label ?? String(value),
});

export const yesNo: Kind<FieldOf<'yesNo'>> = {
  read: (_field, given) => {
    if (typeof given === 'boolean') return { value: given };
    const text = typeof given === 'string' ? tidy(given) : undefined;
    if (text === undefined) return {};
    return text === 'yes' || text === 'no' ? { value: text === 'yes' } : problem('notYesOrNo');
  },
  show: (_field, value, words) => (value === true ? words.yes : value === false ? words.no : String(value)),
  encode: (_field, value) => [['', value === true ? 'yes' : 'no']],
  decode: (_field, textOf) => textOf(''),
};

/** What a ticked box of a page sends. */
export const ticked = 'on';

/** Any of several options; kept in the form's order, each once. On the page each has a box of its own. */
export const multipleChoice: Kind<FieldOf<'multipleChoice'>> = {
  read: (field, given) => {
    if (given !== '' && (typeof given === 'string' || typeof given === 'boolean'))
      return problem('notAChoice');
    if (!Array.isArray(given)) return {};
    const values = field.options.map((option) => option.value);
    if (given.some((each) => typeof each !== 'string' || !values.includes(each)))
      return problem('notAChoice');
    const value = values.filter((each) => given.includes(each));
    return value.length > 0 ? { value } : {};
  },
  show: (field, value) => {
    const chosen: readonly unknown[] = Array.isArray(value) ? value : [value];
    const labels = field.options.filter((option) => chosen.includes(option.value)).map(({ label }) => label);
    return labels.join(', ');
  },
  encode: (_field, value) => (Array.isArray(value) ? value.map((each) => [String(each), ticked]) : []),
  decode: (field, textOf) =>
    field.options.map((option) => option.value).filter((each) => textOf(each) !== undefined),
};
