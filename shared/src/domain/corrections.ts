import type { CaseEvent, CorrectedValue, Dossier } from './case.ts';
import type { Answers, AnswerValue } from './form.ts';

export type Correction = Extract<CaseEvent, { kind: 'answerCorrected' }>;

/** One value that stands for an answer, with all who said so: several clerks may have found the same. */
export interface StandingValue {
  readonly value: CorrectedValue;
  /** At least one, in the order the server took them. */
  readonly corrections: readonly Correction[];
}

/**
 * What stands for each corrected answer, by its path. A correction is in force until another of the same answer names it
 * in `basedOn`: its clerk had it before her eyes. More than one value means that clerks who didn't know of each other
 * disagree (*disputed*). Corrections only ever add up, so the order in which the desks hand them over doesn't matter.
 */
export function standingCorrections(
  dossier: Pick<Dossier, 'events'>,
): ReadonlyMap<string, readonly StandingValue[]> {
  return new Map([...correctionsByPath(dossier)].map(([path, all]) => [path, valuesOf(inForce(all))]));
}

/**
 * The corrected value that counts for each answer, by its path. While it is disputed that is the last one that stood
 * alone among what everybody who disagrees had seen: nobody doubts that what it replaced was wrong. None: what was entered.
 */
export function countingCorrections(dossier: Pick<Dossier, 'events'>): ReadonlyMap<string, StandingValue> {
  const counting = new Map<string, StandingValue>();
  for (const [path, all] of correctionsByPath(dossier)) {
    const value = lastUndisputed(all);
    if (value) counting.set(path, value);
  }
  return counting;
}

function correctionsByPath({ events }: Pick<Dossier, 'events'>): ReadonlyMap<string, readonly Correction[]> {
  const corrections = events.filter((event): event is Correction => event.kind === 'answerCorrected');
  return Map.groupBy(corrections, ({ path }) => path);
}

/** Of one answer. */
function inForce(corrections: readonly Correction[]): readonly Correction[] {
  const superseded = new Set(corrections.flatMap(({ basedOn }) => basedOn));
  return corrections.filter(({ opId }) => !superseded.has(opId));
}

function lastUndisputed(corrections: readonly Correction[]): StandingValue | undefined {
  const standing = inForce(corrections);
  const [only, ...others] = valuesOf(standing);
  if (others.length === 0) return only;
  const seen = standing.map((each) => seenBy(each, corrections));
  // those in force were seen by none of the others: fewer each time
  return lastUndisputed(corrections.filter((each) => seen.every((known) => known.has(each))));
}

/** What its clerk had before her eyes, and what had been there before that. */
function seenBy(correction: Correction, corrections: readonly Correction[]): ReadonlySet<Correction> {
  const seen = new Set<Correction>();
  const look = ({ basedOn }: Correction) => {
    for (const each of corrections) {
      if (seen.has(each) || !basedOn.includes(each.opId)) continue;
      seen.add(each);
      look(each);
    }
  };
  look(correction);
  return seen;
}

function valuesOf(corrections: readonly Correction[]): readonly StandingValue[] {
  return corrections.reduce<readonly StandingValue[]>(withCorrection, []);
}

function withCorrection(values: readonly StandingValue[], correction: Correction): readonly StandingValue[] {
  const { value } = correction;
  return values.some((each) => isSameValue(each.value, value))
    ? values.map((each) =>
        isSameValue(each.value, value) ? { value, corrections: [...each.corrections, correction] } : each,
      )
    : [...values, { value, corrections: [correction] }];
}

/** The answers the office works with: as entered, with what counts of the corrections. */
export function currentAnswers({ answers, events }: Pick<Dossier, 'answers' | 'events'>): Answers {
  let current = answers;
  for (const [path, { value }] of countingCorrections({ events })) current = withAnswer(current, path, value);
  return current;
}

/** What was entered at this path; null: nothing. */
export function answerAt(answers: Answers, path: string): AnswerValue | null {
  const [id = '', index, memberId] = path.split('.');
  const answer = Object.hasOwn(answers, id) ? answers[id] : undefined;
  if (index === undefined || memberId === undefined) return answer ?? null;
  const entry = entriesIn(answer)[Number(index)];
  return (entry && Object.hasOwn(entry, memberId) ? entry[memberId] : undefined) ?? null;
}

/** A path into an entry that was never entered changes nothing. */
function withAnswer(answers: Answers, path: string, value: CorrectedValue): Answers {
  const [id = '', index, memberId] = path.split('.');
  if (index === undefined || memberId === undefined) return withMember(answers, id, value);
  const entries = entriesIn(answers[id]).map((entry, at) =>
    at === Number(index) ? withMember(entry, memberId, value) : entry,
  );
  return entries.length === 0 ? answers : { ...answers, [id]: entries as AnswerValue };
}

function withMember(answers: Answers, id: string, value: CorrectedValue): Answers {
  const { [id]: _former, ...others } = answers;
  return value === null ? others : { ...others, [id]: value };
}

/** How many entries of a repeated group were entered, each with its answers. */
export function entriesIn(answer: AnswerValue | undefined): readonly Answers[] {
  const isGroup = Array.isArray(answer) && answer.every((entry) => typeof entry === 'object');
  return isGroup ? (answer as readonly unknown[] as readonly Answers[]) : [];
}

/** Of accepted values; the order of a person's parts says nothing. */
export function isSameValue(one: AnswerValue | null, other: AnswerValue | null): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null)
    return one === other;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const [mine, theirs] = [one, other] as unknown as Readonly<Record<string, AnswerValue>>[];
  const names = Object.keys(mine ?? {});
  return (
    names.length === Object.keys(theirs ?? {}).length &&
    names.every((name) => isSameValue(mine?.[name] ?? null, theirs?.[name] ?? null))
  );
}
