import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openSqliteStore } from '@amtsstube/sync-server/store/sqlite-store';
import type { Fault } from './fault.ts';
import { judge, type Verdict } from './judge.ts';
import { comeToRest } from './rest.ts';
import type { Template } from './template.ts';
import { FaultTown } from './town.ts';

export interface Round extends Verdict {
  readonly fault: string;
  readonly seed: number;
  readonly stuck: readonly string[];
  /** Operations acknowledged. */
  readonly saved: number;
  /** From the moment everything was whole again until nothing moved any more. */
  readonly restMs: number | undefined;
}

/** What hangs longer is stuck, and says so. */
const longestMs = 180_000;

const clean: Verdict = { lost: [], doubled: [], broken: [] };

/** One scenario in a town of its own. Never throws: whatever goes wrong is in the result. */
export async function runRound(
  fault: Fault,
  seed: number,
  template: Template,
  place: string,
): Promise<Round> {
  const directory = mkdtempSync(join(place, 'round-'));
  const round = { ...clean, fault: fault.name, seed, stuck: [], saved: 0, restMs: undefined };
  let town: FaultTown | undefined;
  try {
    town = await FaultTown.begin(template, directory, seed, fault.surroundings ?? {});
    const late = pause(longestMs, undefined, { ref: false }).then(() => {
      throw new Error(`not over after ${longestMs / 1000} s; server: ${town?.server.output}`);
    });
    late.catch(() => undefined);
    return { ...round, ...(await Promise.race([runIn(town, fault), late])) };
  } catch (error) {
    const thrown = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { ...round, stuck: [thrown] };
  } finally {
    await town?.close();
    rmSync(directory, { recursive: true, force: true });
  }
}

async function runIn(town: FaultTown, fault: Fault): Promise<Omit<Round, 'fault' | 'seed'>> {
  const firstDeviceIds = await Promise.all(town.desks.map(async (desk) => (await desk.state()).deviceId));
  await fault.run(town);
  const store = await openSqliteStore({ directory: town.server.directory });
  try {
    const rest = await comeToRest(town, store);
    const saved = town.ledger().length;
    if ('stuck' in rest) return { ...clean, stuck: rest.stuck, saved, restMs: undefined };
    const verdict = await judge(town, store, firstDeviceIds, fault.excuses);
    return { ...verdict, stuck: [], saved, restMs: rest.ms };
  } finally {
    await store.close();
  }
}
