import type { RefusedEntry } from '../../data/desk.ts';

/** A refusal, and what was refused only because of it. */
export interface RefusedGroup {
  readonly first: RefusedEntry;
  /** Done to the same case before the clerk could know of the first refusal, in the order in which it was done. */
  readonly following: readonly RefusedEntry[];
}

/**
 * Puts together what belongs together: who takes a case over without a line, decides it and hands it on has three
 * refusals when a colleague was faster, and one thing to think about. What was done once the refusal was known is
 * another matter, also on the same case.
 */
export function refusedGroups(
  refused: readonly RefusedEntry[],
  caseIdOf: (entry: RefusedEntry) => string | undefined,
): readonly RefusedGroup[] {
  const groups: { first: RefusedEntry; following: RefusedEntry[]; caseId: string | undefined }[] = [];
  for (const entry of refused.toSorted(byOrder)) {
    const caseId = caseIdOf(entry);
    const group = groups.findLast(
      (each) => caseId !== undefined && each.caseId === caseId && wasUnknown(each.first, entry),
    );
    if (group) group.following.push(entry);
    else groups.push({ first: entry, following: [], caseId });
  }
  return groups;
}

/** One journal numbers its operations; another one's, taken over from a former identity, come first by their time. */
function byOrder({ operation: a }: RefusedEntry, { operation: b }: RefusedEntry): number {
  if (a.deviceId === b.deviceId) return a.n - b.n;
  return a.at < b.at ? -1 : 1;
}

function wasUnknown(first: RefusedEntry, entry: RefusedEntry): boolean {
  return first.operation.deviceId === entry.operation.deviceId && entry.operation.at <= first.decidedAt;
}

/**
 * What a second try can never change: the text itself is wrong, the thing is there already, or it says what stood there
 * before somebody else changed it.
 */
const never: readonly RefusedEntry['reason']['code'][] = [
  'malformed',
  'alreadyExists',
  'alreadyAttached',
  'noSuchFile',
  'changedMeanwhile',
];

/** Of an application these may be mended in another form; a correction says the same of the same form again. */
const neverOfCorrections: typeof never = ['invalidAnswers', 'formVersionGone'];

/** Whether it makes sense to do all of it once more, as new changes. */
export function canBeRepeated({ first, following }: RefusedGroup): boolean {
  return [first, ...following].every(
    ({ operation, reason: { code } }) =>
      !never.includes(code) && !(operation.kind === 'correctAnswer' && neverOfCorrections.includes(code)),
  );
}
