import type { Actor } from '../actor.ts';
import { can } from '../permissions.ts';
import { type BookingRules, planVisit } from './visit.ts';
import type { Waiting } from './waiting.ts';

/**
 * Whether this clerk may see who waits, book for her and take her off the list: who books at one of the counters at which
 * she could come. Where none offers it any more, it is for the departments of the services.
 */
export function servesWaiting(
  actor: Actor,
  { serviceIds }: Pick<Waiting, 'serviceIds'>,
  rules: Pick<BookingRules, 'counters' | 'services'>,
): boolean {
  const planned = planVisit(rules, serviceIds, 'desk');
  const departments = planned.possible
    ? rules.counters.filter(({ id }) => planned.visit.counterIds.has(id)).map((each) => each.departmentId)
    : rules.services.filter(({ id }) => serviceIds.includes(id)).map((each) => each.departmentId);
  return actor.kind === 'clerk' && departments.some((each) => can(actor, { action: 'book', in: each }));
}
