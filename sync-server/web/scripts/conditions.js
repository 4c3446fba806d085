// Whether a field is asked, given what stands on the page: as the server decides it, for all that it would accept.

/** @param answers names of the inputs that are in sight, and their texts */
export function isMet(condition, answers) {
  if (condition.all) return condition.all.every((each) => isMet(each, answers));
  if (condition.any) return condition.any.some((each) => isMet(each, answers));
  if (condition.not) return !isMet(condition.not, answers);
  if (condition.entriesOf !== undefined) {
    const count = entriesThatCount(condition, answers);
    return condition.atLeast === undefined ? count <= condition.atMost : count >= condition.atLeast;
  }
  const { name } = condition;
  if (condition.answered)
    return [...answers].some(([each, text]) => (each === name || each.startsWith(`${name}.`)) && text !== '');
  const text = answers.get(name) ?? '';
  if (condition.equals !== undefined) return text === condition.equals;
  const number = numberOf(text);
  if (condition.equalsNumber !== undefined) return number === condition.equalsNumber;
  return condition.atLeast === undefined ? number <= condition.atMost : number >= condition.atLeast;
}

/** Entries beyond those there must be count once something is in them; of a group that isn't asked, none does. */
function entriesThatCount({ entriesOf, kept }, answers) {
  if (!answers.has(entriesOf)) return 0;
  const further = new Set();
  for (const [name, text] of answers) {
    if (text === '' || !name.startsWith(`${entriesOf}.`)) continue;
    const index = Number(name.slice(entriesOf.length + 1).split('.')[0]);
    if (index >= kept) further.add(index);
  }
  return kept + further.size;
}

/** `1.250,50 €` as a number; NaN for what is none, which no comparison holds for. */
function numberOf(text) {
  const plain = text.replace(/\s*(?:€|Euro|EUR)$/i, '');
  if (/^-?\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(plain))
    return Number(plain.replaceAll('.', '').replace(',', '.'));
  return /^-?\d+(?:[.,]\d+)?$/.test(plain) ? Number(plain.replace(',', '.')) : Number.NaN;
}
