import { appointment, isBooking } from '@amtsstube/shared/domain/appointments/appointment';
import type { Counter } from '@amtsstube/shared/domain/counter';
import type { AppointmentId, Epoch, MunicipalityId } from '@amtsstube/shared/domain/ids';
import { activeScope } from '@amtsstube/shared/domain/scope';
import type { Instant } from '@amtsstube/shared/domain/time';
import type { CoreContext } from '../core-context.ts';
import { hashOf } from '../sign-in/secret.ts';
import type { Read } from '../store/store.ts';

interface Town {
  epoch: Epoch | undefined;
  seq: number;
  /** By appointment: whose, and until when it counts. */
  readonly open: Map<AppointmentId, { readonly whose: string; readonly until: Instant }>;
  turn: Promise<unknown>;
}

const pageSize = 500;

/**
 * How many appointments of an e-mail address are still to come, in memory and kept up to date by what changed: a limit to
 * what one person can take from others, no invariant. Addresses are kept as hashes.
 */
export class OpenBookings {
  readonly #core: Pick<CoreContext, 'store' | 'now'>;
  readonly #towns = new Map<MunicipalityId, Town>();
  /** By municipality and whose: what is being done for it. */
  readonly #acting = new Map<string, Promise<void>>();

  constructor(core: Pick<CoreContext, 'store' | 'now'>) {
    this.#core = core;
  }

  /**
   * Does it where the address has fewer than `most` appointments to come; one after another for the same address, so that
   * two requests at once don't both count the same.
   * @returns undefined where it has as many
   */
  within<T>(
    municipality: MunicipalityId,
    email: string,
    most: number,
    act: () => Promise<T>,
  ): Promise<T | undefined> {
    const whose = hashOf(oneSpelling(email));
    const key = `${municipality} ${whose}`;
    const done = (this.#acting.get(key) ?? Promise.resolve()).then(async () =>
      (await this.#count(municipality, whose)) >= most ? undefined : await act(),
    );
    const settled = done.then(
      () => undefined,
      () => undefined,
    );
    this.#acting.set(key, settled);
    void settled.then(() => this.#acting.get(key) === settled && this.#acting.delete(key));
    return done;
  }

  #count(municipality: MunicipalityId, whose: string): Promise<number> {
    const town = this.#towns.get(municipality) ?? newTown();
    this.#towns.set(municipality, town);
    const counted = town.turn.then(async () => {
      await this.#core.store.snapshot(municipality, (read) => catchUp(read, town));
      const now = this.#core.now();
      for (const [id, { until }] of town.open) if (until <= now) town.open.delete(id);
      return [...town.open.values()].filter((each) => each.whose === whose).length;
    });
    town.turn = counted.catch(() => undefined);
    return counted;
  }
}

function newTown(): Town {
  return { epoch: undefined, seq: 0, open: new Map(), turn: Promise.resolve() };
}

/** Of addresses that reach the same person: without capitals and without what stands behind a plus sign. */
export function oneSpelling(email: string): string {
  const [local = '', domain = ''] = email.normalize('NFKC').trim().toLowerCase().split('@', 2);
  return `${local.replace(/\+.*$/, '')}@${domain}`;
}

async function catchUp(read: Read, town: Town): Promise<void> {
  const head = await read.head();
  if (town.epoch !== head.epoch || head.seq < town.seq) {
    town.open.clear();
    town.seq = 0;
    town.epoch = head.epoch;
  }
  if (head.seq === town.seq) return;
  const counters = await read.allDocuments('counters', '', pageSize);
  const departments = counters.map(({ document }) => (document as Counter | null)?.departmentId);
  const scopes = [...new Set(departments.flatMap((each) => (each ? [activeScope(each)] : [])))];
  for (let after = town.seq; ; ) {
    const changed = await read.changes('appointments', scopes, after, pageSize);
    for (const { id, document } of changed) note(town, id as AppointmentId, document);
    const last = changed.at(-1);
    if (last === undefined || changed.length < pageSize) break;
    after = last.seq;
  }
  town.seq = head.seq;
}

function note({ open }: Town, id: AppointmentId, document: unknown): void {
  const booked = document === null ? undefined : appointment.parse(document);
  if (!booked || !isBooking(booked) || booked.state.is === 'cancelled' || booked.visitor.email === null)
    open.delete(id);
  else
    open.set(id, {
      whose: hashOf(oneSpelling(booked.visitor.email)),
      until: booked.state.is === 'unconfirmed' ? booked.state.expiresAt : booked.endsAt,
    });
}
