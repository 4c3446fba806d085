import { type LocalDate, localDate } from '@amtsstube/shared/domain/time';

/** The lists the inbox offers. */
export const inboxViews = ['due', 'unassigned', 'mine', 'deputy', 'all'] as const;
export type InboxView = (typeof inboxViews)[number];

/** The parts of the administration. */
export const adminParts = [
  'clerks',
  'departments',
  'counters',
  'services',
  'templates',
  'municipality',
  'devices',
  'salvage',
] as const;
export type AdminPart = (typeof adminParts)[number];

/** What of a service is edited. */
export const serviceViews = ['texts', 'form', 'versions', 'appointments'] as const;
export type ServiceView = (typeof serviceViews)[number];

/** What figures are of: what comes in and goes out, or appointments and the hall. */
export const figuresViews = ['cases', 'hall'] as const;
export type FiguresView = (typeof figuresViews)[number];

/** How appointments are looked at. */
export const calendarViews = ['day', 'week', 'list'] as const;
export type CalendarView = (typeof calendarViews)[number];

/** Where a person is in the app: one union, mirrored in the address so that reload and "back" work. */
export type Place =
  /** `saved`: id of the clerk's own view that is laid over the list. */
  | { readonly screen: 'inbox'; readonly view: InboxView; readonly saved?: string }
  | { readonly screen: 'case'; readonly caseId: string }
  | { readonly screen: 'entry' }
  | { readonly screen: 'refused' }
  | { readonly screen: 'figures'; readonly view: FiguresView }
  | { readonly screen: 'load' }
  | { readonly screen: 'fees' }
  | { readonly screen: 'tasks' }
  | { readonly screen: 'queue' }
  | { readonly screen: 'outage' }
  /** `on`: the day, or one of the week; without it today. */
  /** Without a counter: all of them. */
  | { readonly screen: 'hours'; readonly counterId?: string | undefined }
  | { readonly screen: 'calendar'; readonly view: CalendarView; readonly on?: LocalDate }
  | { readonly screen: 'admin'; readonly part: AdminPart }
  | { readonly screen: 'service'; readonly serviceId: string; readonly view: ServiceView };

/** Screens there is one of each. */
const plainScreens = ['refused', 'load', 'tasks', 'fees', 'queue', 'outage'] as const;

export const startPlace: Place = { screen: 'inbox', view: 'unassigned' };

/**
 * `#/inbox/mine`. After the hash, because the server never sees it, and ids only: no name or search text may end up in
 * the browser's history.
 */
export function hrefOf(place: Place): string {
  switch (place.screen) {
    case 'inbox':
      return `#/inbox/${place.view}${place.saved === undefined ? '' : `/${encodeURIComponent(place.saved)}`}`;
    case 'case':
      return `#/case/${encodeURIComponent(place.caseId)}`;
    case 'entry':
      return '#/new';
    case 'figures':
      return `#/figures/${place.view}`;
    case 'refused':
    case 'load':
    case 'tasks':
    case 'fees':
    case 'queue':
    case 'outage':
      return `#/${place.screen}`;
    case 'hours':
      return `#/hours${place.counterId === undefined ? '' : `/${encodeURIComponent(place.counterId)}`}`;
    case 'calendar':
      return `#/calendar/${place.view}${place.on === undefined ? '' : `/${place.on}`}`;
    case 'admin':
      return `#/admin/${place.part}`;
    case 'service':
      return `#/admin/services/${encodeURIComponent(place.serviceId)}/${place.view}`;
  }
}

/** Anything unknown is the inbox: an old bookmark is no error. */
export function placeOf(hash: string): Place {
  const [screen, argument, further, last] = hash.replace(/^#\/?/, '').split('/');
  const plain = plainScreens.find((known) => known === screen);
  if (plain !== undefined) return { screen: plain };
  if (screen === 'new') return { screen: 'entry' };
  const serviceId = screen === 'admin' && argument === 'services' && further ? decoded(further) : undefined;
  if (serviceId !== undefined)
    return { screen: 'service', serviceId, view: serviceViews.find((known) => known === last) ?? 'texts' };
  if (screen === 'admin') return { screen, part: adminParts.find((known) => known === argument) ?? 'clerks' };
  if (screen === 'case' && argument) {
    const caseId = decoded(argument);
    if (caseId !== undefined) return { screen: 'case', caseId };
  }
  if (screen === 'figures')
    return { screen, view: figuresViews.find((known) => known === argument) ?? 'cases' };
  if (screen === 'hours') return { screen, ...(argument && { counterId: decoded(argument) }) };
  if (screen === 'calendar') return calendarPlace(argument, further);
  const view = inboxViews.find((known) => known === argument);
  if (screen !== 'inbox' || view === undefined) return startPlace;
  const saved = further ? decoded(further) : undefined;
  return saved === undefined ? { screen: 'inbox', view } : { screen: 'inbox', view, saved };
}

function calendarPlace(view: string | undefined, day: string | undefined): Place {
  const on = localDate.safeParse(day).data;
  return {
    screen: 'calendar',
    view: calendarViews.find((known) => known === view) ?? 'day',
    ...(on && { on }),
  };
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
