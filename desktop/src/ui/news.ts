import type { Case } from '@amtsstube/shared/domain/case';
import { type Instant, instant } from '@amtsstube/shared/domain/time';
import { z } from '@amtsstube/shared/domain/zod';

/** What a clerk has seen: everything up to a moment, and single cases after it, each by how many events it had. */
export interface News {
  /** undefined: she has never looked; nothing is news to her then. */
  readonly seenUntil: Instant | undefined;
  readonly seen: Readonly<Record<string, number>>;
}

const news = z.object({ seenUntil: instant, seen: z.record(z.string(), z.int()) });
const mostSeen = 1000;

export function parseNews(kept: unknown): News {
  return news.safeParse(kept).data ?? { seenUntil: undefined, seen: {} };
}

type Dated = Pick<Case, 'id' | 'eventCount' | 'lastEventAt'>;

/** Something happened to the case that the clerk has not looked at. */
export function isNews({ seenUntil, seen }: News, { id, eventCount, lastEventAt }: Dated): boolean {
  return seenUntil !== undefined && lastEventAt > seenUntil && (seen[id] ?? -1) < eventCount;
}

/** The oldest looked at are forgotten beyond a thousand: at worst something is called new again. */
export function withSeen({ seenUntil, seen }: News, { id, eventCount }: Dated): News {
  const { [id]: _, ...others } = seen;
  const all = [...Object.entries(others), [id, eventCount] as const];
  return { seenUntil, seen: Object.fromEntries(all.slice(-mostSeen)) };
}

/** Nothing among these is new any more. Without any, as before. */
export function allSeen(before: News, cases: Iterable<Dated>): News {
  let latest = before.seenUntil;
  for (const { lastEventAt } of cases) if (latest === undefined || lastEventAt > latest) latest = lastEventAt;
  return latest === before.seenUntil ? before : { seenUntil: latest, seen: {} };
}
