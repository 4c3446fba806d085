import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultBookingSettings } from '@amtsstube/shared/domain/appointments/booking-settings';
import type { BookingRules } from '@amtsstube/shared/domain/appointments/visit';
import { epoch, type MunicipalityId, municipalityId, opId } from '@amtsstube/shared/domain/ids';
import { type Instant, instantOf } from '@amtsstube/shared/domain/time';
import { aCounter, aRule, aService } from '@amtsstube/shared/fixtures/booking-builders';
import { executeServerOperation } from '@amtsstube/sync-server/execute/execute';
import { openSqliteStore } from '@amtsstube/sync-server/store/sqlite-store';
import type { Store } from '@amtsstube/sync-server/store/store';

/** A Monday morning before opening; the times of the benchmark are on the days after it. */
export const benchNow: Instant = instantOf(Date.UTC(2027, 0, 18, 6));

/** Counters that all offer all services, open from Tuesday on. */
export function benchRules(
  counters: number,
  services: number,
  hours: readonly (readonly [string, string])[],
): BookingRules {
  const ids = Array.from({ length: counters }, (_, index) => `counter-${index + 1}`);
  return {
    booking: { ...defaultBookingSettings, closures: [] },
    counters: ids.map((id) =>
      aCounter(id, {
        openingHours: [2, 3, 4, 5].flatMap((weekday) => hours.map(([from, to]) => aRule(weekday, from, to))),
      }),
    ),
    services: Array.from({ length: services }, (_, index) =>
      aService(`service-${index + 1}`, {
        durationMinutes: 10 + 5 * (index % 6),
        counterIds: ids,
        leadMinutes: 60,
      }),
    ),
  };
}

/** The server's core on a real file: rules, log, claims and fsync, without HTTP. */
export class BenchTown {
  readonly #directory = mkdtempSync(join(tmpdir(), 'amtsstube-bench-booking-'));
  #operations = 0;
  #towns = 0;
  store!: Store;

  async open(): Promise<void> {
    this.store = await openSqliteStore({ directory: this.#directory });
  }

  /** Another municipality of the same server, with these rules. */
  async found(rules: BookingRules): Promise<MunicipalityId> {
    this.#towns += 1;
    const town = municipalityId.parse(`stadt-${this.#towns}`);
    await this.store.createMunicipality(town, epoch.parse(`epoch-${this.#towns}`));
    const settings = [rules.booking, ...rules.services];
    await this.execute(
      town,
      'configureMunicipality',
      { settings, clerks: [], counters: rules.counters },
      'system',
    );
    return town;
  }

  async execute(
    town: MunicipalityId,
    kind: string,
    payload: unknown,
    actor: 'citizen' | 'system' = 'citizen',
  ) {
    this.#operations += 1;
    const id = opId.parse(`bench-${this.#operations}`);
    const operation = { opId: id, deviceId: null, kind, v: 1, payload, at: benchNow } as const;
    const context = {
      store: this.store,
      now: () => benchNow,
      committed: () => undefined,
      ruleFailed: (_: unknown, error: unknown) => {
        throw error;
      },
    };
    return executeServerOperation(context, town, operation, { kind: actor });
  }

  async close(): Promise<void> {
    await this.store.close();
    rmSync(this.#directory, { recursive: true });
  }
}

/** What a citizen sends to book. */
export function requestOf(id: string, serviceId: string, counterId: string, startsAt: Instant) {
  return {
    appointmentId: id,
    hold: null,
    serviceIds: [serviceId],
    counterId,
    startsAt,
    visitor: { name: 'Erika Mustermann', email: 'erika@example.org', phone: '' },
    remark: '',
    language: 'de',
  };
}
