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
 * What stands for each corrected answer, by its path. A correction is in force until another names it in `basedOn`:
 * its clerk had it before her eyes. More than one value means that clerks who didn't know of each other disagree
 * (*disputed*). Corrections only ever add up, so the order in which the desks hand them over doesn't matter.
 */
export function standingCorrections({
  events,
}: Pick<Dossier, 'events'>): ReadonlyMap<string, readonly StandingValue[]> {
  const corrections = events.filter((event): event is Correction => event.kind === 'answerCorrected');
  const superseded = new Set(corrections.flatMap(({ basedOn }) => basedOn));
  const standing = new Map<string, readonly StandingValue[]>();
  for (const correction of corrections)
    if (!superseded.has(correction.opId))
      standing.set(correction.path, withCorrection(standing.get(correction.path) ?? [], correction));
  return standing;
}

function withCorrection(values: readonly StandingValue[], correction: Correction): readonly StandingValue[] {
  const { value } = correction;
  return values.some((each) => isSameValue(each.value, value))
    ? values.map((each) =>
        isSameValue(each.value, value) ? { value, corrections: [...each.corrections, correction] } : each,
      )
    : [...values, { value, corrections: [correction] }];
}

/** The answers the office works with: as entered, with each correction that nobody disputes. */
export function currentAnswers({ answers, events }: Pick<Dossier, 'answers' | 'events'>): Answers {
  let current = answers;
  for (const [path, [only, ...others]] of standingCorrections({ events }))
    if (only && others.length === 0) current = withAnswer(current, path, only.value);
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
