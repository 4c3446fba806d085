import { type Instant, millisecondsOf } from '@amtsstube/shared/domain/time';
import type { Health } from '../data/desk.ts';
import type { OpenSession } from './session-state.ts';

const notedEvery = 60 * 60 * 1000;

/** Notes that the server was reached, from which the fourteen days without it are counted. */
export function contactNoter({ vaults, vault }: OpenSession): (health: Health) => void {
  let notedAt: Instant | undefined;
  return ({ line, lastContactAt }) => {
    if (lastContactAt === undefined || line.state !== 'connected') return;
    if (notedAt && millisecondsOf(lastContactAt) - millisecondsOf(notedAt) < notedEvery) return;
    notedAt = lastContactAt;
    // a full disk costs a day of the fourteen, no more
    vaults.seen(vault.who.clerk.id, lastContactAt).catch(() => undefined);
  };
}
