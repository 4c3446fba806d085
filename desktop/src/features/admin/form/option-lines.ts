import type { DraftMember } from './form-draft.ts';

type Options = DraftMember['options'];

/**
 * Options as lines of a text, each its label. What was there keeps the name it has in answers: by its label, or, where
 * only the wording of lines changed, by its place.
 * @param newId for lines that are new
 */
export function optionsIn(text: string, before: Options, newId: () => string): Options {
  const labels = text.split('\n');
  const rest = [...before];
  const byLabel = labels.map((label) => {
    const at = rest.findIndex((option) => option.label === label);
    return at < 0 ? undefined : rest.splice(at, 1)[0];
  });
  const isReworded = labels.length === before.length;
  return labels.map((label, index) => {
    const same = byLabel[index];
    if (same) return same;
    const atPlace = before[index];
    if (isReworded && atPlace && rest.includes(atPlace)) return { ...atPlace, label };
    return { value: newId(), label, isNew: true };
  });
}

export function linesOf(options: Options): string {
  return options.map(({ label }) => label).join('\n');
}
