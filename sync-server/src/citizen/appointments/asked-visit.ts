import {
  type BookingRules,
  planVisit,
  type Visit,
  type VisitProblem,
} from '@amtsstube/shared/domain/appointments/visit';
import {
  type AskedQuestion,
  askedQuestions,
  type ChosenAnswer,
  chosenAnswer,
} from '@amtsstube/shared/domain/appointments/visit-questions';
import { visitServices } from '@amtsstube/shared/domain/appointments/visit-services';
import { type ServiceId, serviceId } from '@amtsstube/shared/domain/ids';
import type { Service } from '@amtsstube/shared/domain/settings';
import { questionName } from './booking-paths.ts';

/** What somebody wants to come for. */
export interface AskedVisit {
  readonly services: readonly Service[];
  readonly visit: Visit;
  /** What is asked for these services, with what was answered so far. */
  readonly questions: readonly AskedQuestion[];
}

export type Asked =
  | ({ readonly ok: true } & AskedVisit)
  | {
      readonly ok: false;
      readonly why: 'nothingChosen' | 'tooMany' | VisitProblem;
      /** What of it there is. */
      readonly services: readonly Service[];
    };

/** The most services of one visit. */
export const mostServices = 5;

/** Whether people can choose it on the web at all. */
export function isBookable(rules: Pick<BookingRules, 'counters' | 'services'>, { id }: Service): boolean {
  return planVisit(rules, [id], 'web').possible;
}

export function bookableServices(rules: BookingRules): readonly Service[] {
  return rules.services
    .filter((each) => isBookable(rules, each))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'de'));
}

/** @param ids as they stand in the address */
export function askedVisit(
  rules: BookingRules,
  ids: readonly string[],
  chosen: readonly ChosenAnswer[] = [],
): Asked {
  const wanted = [...new Set(ids)];
  const services = wanted.flatMap((id) => rules.services.find((each) => each.id === id) ?? []);
  if (wanted.length === 0) return { ok: false, why: 'nothingChosen', services };
  if (wanted.length > mostServices) return { ok: false, why: 'tooMany', services };
  const named = visitServices.safeParse(wanted).data;
  if (!named) return { ok: false, why: 'noSuchService', services };
  const planned = planVisit(rules, named, 'web');
  return planned.possible
    ? { ok: true, services, visit: planned.visit, questions: askedQuestions(services, chosen) }
    : { ok: false, why: planned.why, services };
}

/** The services an address names: once, several times, or with commas. */
export function servicesIn(query: unknown): readonly ServiceId[] {
  const values = Array.isArray(query) ? query : [query];
  return values
    .flatMap((each) => (typeof each === 'string' ? each.split(',') : []))
    .slice(0, 20)
    .flatMap((each) => serviceId.safeParse(each).data ?? []);
}

/** The answers an address gives to what is asked for these services; whatever else it says is left out. */
export function answersIn(
  services: readonly Service[],
  query: Readonly<Record<string, unknown>>,
): readonly ChosenAnswer[] {
  return askedQuestions(services, []).flatMap(({ serviceId: service, question }) => {
    const named = query[questionName({ serviceId: service, question })];
    const chosen = { serviceId: service, questionId: question.id, answerId: named };
    return chosenAnswer.safeParse(chosen).data ?? [];
  });
}
