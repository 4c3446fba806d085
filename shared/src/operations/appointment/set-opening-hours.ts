import {
  checkException,
  checkOpeningHours,
  describeRange,
  describeRule,
  type HoursProblem,
  openingException,
  openingRules,
} from '../../domain/appointments/opening-hours.ts';
import { ref } from '../../domain/documents.ts';
import { counterId } from '../../domain/ids.ts';
import { can } from '../../domain/permissions.ts';
import { localDate } from '../../domain/time.ts';
import { z } from '../../domain/zod.ts';
import { defineOperation } from '../define-operation.ts';
import { accepted, forecastOnly, type Outcome, put, refused } from '../outcome.ts';
import { changedMeanwhile, fieldChange } from '../settings/field-change.ts';

/** When a counter receives people, as a whole. Who is booked outside it stays booked: `hitAppointments` tells who. */
export const setOpeningHours = defineOperation({
  kind: 'setOpeningHours',
  v: 1,
  payload: z.strictObject({ counterId, openingHours: fieldChange(openingRules) }),
  reads: (payload) => [ref('counters', payload.counterId)],
  apply: ({ counterId: id, openingHours: { from, to } }, docs, { actor }) => {
    const before = docs.get('counters', id);
    if (before === 'unknown') return forecastOnly();
    if (before === undefined) return refused('noSuchCounter');
    if (!can(actor, { action: 'arrangeCounter', in: before.departmentId })) return refused('notAllowed');
    const [problem] = checkOpeningHours(to);
    if (problem) return wrongHours(problem, (index) => to[index] && describeRule(to[index]));
    const text = (rules: typeof to) => rules.map(describeRule).join('; ');
    const changed = changedMeanwhile(
      { openingHours: text(before.openingHours ?? []) },
      { openingHours: { from: text(from), to: text(to) } },
    );
    return changed ?? accepted([put('counters', { ...before, openingHours: to })]);
  },
});

/** One day that is otherwise; null: as the series has it. */
export const setException = defineOperation({
  kind: 'setException',
  v: 1,
  payload: z
    .strictObject({ counterId, on: localDate, exception: fieldChange(openingException.nullable()) })
    .refine(({ on, exception: { from, to } }) => [from, to].every((each) => each === null || each.on === on)),
  reads: (payload) => [ref('counters', payload.counterId)],
  apply: ({ counterId: id, on, exception: { from, to } }, docs, { actor }) => {
    const before = docs.get('counters', id);
    if (before === 'unknown') return forecastOnly();
    if (before === undefined) return refused('noSuchCounter');
    if (!can(actor, { action: 'arrangeCounter', in: before.departmentId })) return refused('notAllowed');
    const [problem] = to ? checkException(to) : [];
    if (problem) return wrongHours(problem, (index) => to?.ranges[index] && describeRange(to.ranges[index]));
    const present = before.exceptions?.find((each) => each.on === on) ?? null;
    const text = (each: typeof to) =>
      each === null ? '' : `${each.ranges.map(describeRange).join('; ')} ${each.reason}`;
    const changed = changedMeanwhile(
      { exception: text(present) },
      { exception: { from: text(from), to: text(to) } },
    );
    if (changed) return changed;
    const others = (before.exceptions ?? []).filter((each) => each.on !== on);
    const exceptions = [...others, ...(to ? [to] : [])].toSorted((a, b) => (a.on < b.on ? -1 : 1));
    return accepted([put('counters', { ...before, exceptions })]);
  },
});

/** Both ranges by name, so that a person finds them. */
function wrongHours(problem: HoursProblem, describe: (index: number) => string | undefined): Outcome {
  const named = [problem.rule, ...(problem.problem === 'overlap' ? [problem.other] : [])];
  return refused({
    code: 'hoursDontFit',
    problem: problem.problem,
    ranges: named.map((index) => describe(index) ?? ''),
    on: problem.problem === 'overlap' ? problem.on : null,
  });
}
