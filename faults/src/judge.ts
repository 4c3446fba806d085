import { isDeepStrictEqual } from 'node:util';
import { testTown } from '@amtsstube/shared/fixtures/test-town';
import { submitApplication } from '@amtsstube/shared/operations/case/submit-application';
import { wrongDecisions } from '@amtsstube/sim/check-decisions';
import { checkReferences } from '@amtsstube/sim/check-references';
import { Red } from '@amtsstube/sim/red';
import { verifyMunicipality } from '@amtsstube/sync-server/admin/verify-municipality';
import type { Store } from '@amtsstube/sync-server/store/store';
import type { DeskState } from './desk-messages.ts';
import type { FaultDesk } from './desk-process.ts';
import type { Excuses } from './fault.ts';
import { lostFiles } from './judge-files.ts';
import { type Decided, judgeLedger } from './judge-ledger.ts';
import { type Rows, serverRows } from './rest.ts';
import type { FaultTown } from './town.ts';

export interface Verdict {
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  readonly broken: readonly string[];
}

const everything = 1_000_000;

/** The oracle, once everything is connected and at rest; by what is on the disks, not by what anybody says. */
export async function judge(
  town: FaultTown,
  store: Store,
  firstDeviceIds: readonly string[],
  excuses: Excuses = {},
): Promise<Verdict> {
  const states = await Promise.all(town.desks.map((desk) => desk.state()));
  const refused = new Set(states.flatMap((state) => state.refused));
  const decided = await decidedIn(store);
  const ledger = judgeLedger(town.ledger(), decided, refused, excuses.damagedJournal);
  const lost = [...ledger.lost, ...(await lostFiles(town.ledger(), decided, town.server.directory))];
  const doubled = [...ledger.doubled];
  const broken = [...ledger.broken, ...town.citizen.failures];
  await judgeCitizens(town, store, { lost, doubled });
  const replayed = await store.snapshot(testTown.municipalityId, verifyMunicipality);
  if (!replayed.ok) broken.push(`(c) ${replayed.difference}`);
  broken.push(...(await wrongReferences(store)));
  broken.push(...(await store.snapshot(testTown.municipalityId, wrongDecisions)));
  for (const [index, desk] of town.desks.entries()) {
    const state = states[index];
    if (state === undefined) continue;
    const name = desk.setup.clerk.name;
    const there = await serverRows(store, desk.setup.clerk);
    if (!isSame(await desk.replicas(), there)) broken.push(`(d) ${name}: the copy differs from the server`);
    // what a damaged journal held beside what was open goes with it (J5), and is fetched again
    const remarks = judgeState(desk, state).filter(
      (remark) => !(excuses.damagedJournal && remark.startsWith('(e)')),
    );
    broken.push(...remarks.map((remark) => `${name}: ${remark}`));
    if (state.deviceId !== firstDeviceIds[index] && !excuses.identities)
      broken.push(`(a) ${name}: the journal changed its identity`);
    const isRebuilt = Object.values(state.generations).some((generation) => generation > 1);
    if (isRebuilt && !excuses.rebuilds) broken.push(`(g) ${name}: a copy was rebuilt without a write error`);
    if (desk.tally.saved > (state.notes ?? 0))
      lost.push(`(e) ${name}: ${desk.tally.saved} notes, ${state.notes} shown`);
    if (desk.tally.made < (state.notes ?? 0))
      doubled.push(`(e) ${name}: ${desk.tally.made} notes made, ${state.notes} shown`);
  }
  return { lost, doubled, broken };
}

function judgeState({ failure }: FaultDesk, { reported }: DeskState): readonly string[] {
  return failure === undefined ? reported : [...reported, failure];
}

/** Each receipt shown is one case, except where the server was put back to before it. */
async function judgeCitizens(
  { citizen, citizenGoesBackTo }: FaultTown,
  store: Store,
  { lost, doubled }: { lost: string[]; doubled: string[] },
): Promise<void> {
  const counts = await store.snapshot(testTown.municipalityId, async (read) => {
    const found = new Map<string, number>();
    for (const { opId, kind, result } of await read.log(0, everything)) {
      if (kind !== submitApplication.kind || result.decided !== 'accepted') continue;
      const { trackingCode } = submitApplication.payload.parse(await read.payload(opId));
      found.set(trackingCode, (found.get(trackingCode) ?? 0) + 1);
    }
    return found;
  });
  for (const { code, at } of citizen.receipts) {
    const count = counts.get(code) ?? 0;
    const isGoneBack = citizenGoesBackTo !== undefined && at > citizenGoesBackTo;
    if (count === 0 && !isGoneBack) lost.push('an application whose receipt was shown is no case');
    if (count > 1) doubled.push(`an application became ${count} cases`);
  }
}

async function decidedIn(store: Store): Promise<readonly Decided[]> {
  return store.snapshot(testTown.municipalityId, async (read) => {
    const decided: Decided[] = [];
    for (const { opId, result } of await read.log(0, everything))
      decided.push({ opId, decided: result.decided, payload: await read.payload(opId) });
    return decided;
  });
}

function isSame(here: Rows, there: Rows): boolean {
  const sorted = (rows: Rows) => rows.toSorted((a, b) => (`${a[0]} ${a[1]}` < `${b[0]} ${b[1]}` ? -1 : 1));
  return isDeepStrictEqual(sorted(here), sorted(there));
}

/** (k) of the simulation: no file reference twice, and each as its clerk read it, or with the reason. */
async function wrongReferences(store: Store): Promise<readonly string[]> {
  return store.snapshot(testTown.municipalityId, async (read) => {
    try {
      await checkReferences(read, await read.log(0, everything));
      return [];
    } catch (error) {
      if (error instanceof Red) return [error.message];
      throw error;
    }
  });
}
