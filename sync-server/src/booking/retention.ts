import type { MunicipalityId } from '@amtsstube/shared/domain/ids';
import type { PayloadOf } from '@amtsstube/shared/operations/registry';
import type { Config } from '../config.ts';
import type { CoreContext } from '../core-context.ts';
import { type Logger, stackOf } from '../logging.ts';
import { eraseInMirror } from '../mirror/erase-in-mirror.ts';
import type { SalvageStore } from '../salvage/salvage-store.ts';
import { eraseOldAppointments, erasureLimits, erasuresSince } from './erase-appointments.ts';

/** What an erasure that was cut off before it came to the mirror is done again for. */
const repeatedDays = 7;

interface Sources {
  readonly core: CoreContext;
  readonly config: Pick<Config, 'appointmentDays' | 'mirrorDirectory'>;
  readonly salvage: Pick<SalvageStore, 'remove'>;
  readonly log: Logger;
}

/**
 * Forgets appointments whose time is over, in all municipalities: in the database, then in the mirror, whose keys are
 * overwritten in place while it is only added to at its end.
 */
export async function forgetOldAppointments(sources: Sources): Promise<void> {
  const { core, log } = sources;
  for (const municipality of await core.store.municipalities())
    await forgetIn(sources, municipality).catch((error: unknown) =>
      log.error({ retention: 'appointments are not erased', municipality, stack: stackOf(error) }),
    );
}

async function forgetIn({ core, config, salvage }: Sources, municipality: MunicipalityId): Promise<void> {
  const { appointmentDays, mirrorDirectory } = config;
  const limits = erasureLimits(appointmentDays, core.now());
  for (;;) {
    const erased = await eraseOldAppointments(core, municipality, limits);
    if (erased === undefined) break;
    salvaged(salvage, municipality, erased);
  }
  if (mirrorDirectory === undefined) return;
  const since = erasureLimits(repeatedDays, core.now()).before;
  const operations = await core.store.snapshot(municipality, (read) => erasuresSince(read, since));
  if (operations.size > 0) await eraseInMirror(mirrorDirectory, municipality, operations);
}

function salvaged(
  salvage: Pick<SalvageStore, 'remove'>,
  municipality: MunicipalityId,
  { appointmentIds }: PayloadOf<'eraseAppointments'>,
): void {
  for (const id of appointmentIds) salvage.remove(municipality, { collection: 'appointments', id });
}
