import type { Case, Dossier } from '@amtsstube/shared/domain/case';
import type { Clerk } from '@amtsstube/shared/domain/clerk';
import { keyOf, ref } from '@amtsstube/shared/domain/documents';
import { visibleScopes } from '@amtsstube/shared/domain/scope';
import { canonicalJson } from '@amtsstube/shared/replication/canonical-json';
import { replicatedCollections } from '@amtsstube/shared/replication/collections';
import { verifyMunicipality } from '@amtsstube/sync-server/admin/verify-municipality';
import type { LogRow, Store } from '@amtsstube/sync-server/store/store';
import { lostAnswers } from './ask.ts';
import { shownInForce, unreplacedCorrections } from './check-corrections.ts';
import { wrongDecisions } from './check-decisions.ts';
import { wrongFigures } from './check-figures.ts';
import { checkLeases } from './check-leases.ts';
import { checkReferences } from './check-references.ts';
import { Red } from './red.ts';
import type { SimDesk } from './sim-desk.ts';
import type { Tally } from './workload.ts';
import type { World } from './world.ts';

/** What the end is read from: of the simulation, and of the few runs on the real storages. */
export interface Ended {
  readonly store: Pick<Store, 'snapshot'>;
  readonly server: Pick<World['server'], 'municipality'>;
  readonly desks: readonly Pick<
    SimDesk,
    | 'clerk'
    | 'desk'
    | 'journal'
    | 'rows'
    | 'saved'
    | 'dismissed'
    | 'bookedInLease'
    | 'firstDeviceId'
    | 'holes'
    | 'rebuilds'
    | 'replica'
    | 'journalFiles'
  >[];
}

/** By desk: since which process its tally case was shown, and whether anything durable of that desk holds it. */
export type Seen = Map<number, { readonly by: object; readonly isKept: boolean }>;

/** (e) and (f), after every step: end-state checks alone missed two bugs. */
export function checkMoment({ desks, tallies, server }: World, counts: readonly Tally[], seen: Seen): void {
  if (server.failure) throw new Red(`the server threw: ${server.failure.message}`);
  for (const [index, desk] of desks.entries()) {
    const id = tallies[index];
    const tally = counts[index];
    if (id === undefined || tally === undefined || desk.desk === undefined) continue;
    const caseRecord = desk.shown('cases', id) as Case | null | undefined;
    const dossier = desk.shown('dossiers', id) as Dossier | null | undefined;
    if (!caseRecord || !dossier) {
      // a page on its way is shown before it is written: where power fails just then it comes once more
      const before = seen.get(index);
      if (before && (before.isKept || before.by === desk.process))
        throw new Red(`(e) ${desk.clerk.name}: the tally case was shown and is gone`);
      continue;
    }
    seen.set(index, { by: desk.process, isKept: (seen.get(index)?.isKept ?? false) || keeps(desk, id) });
    const row = desk.rows.find((each) => each.caseRecord.id === id)?.caseRecord;
    if (row && row.eventCount - 1 < tally.saved)
      throw new Red(`(e) ${desk.clerk.name}: ${tally.saved} saved, the list knows ${row.eventCount - 1}`);
    checkHalves(desk);
    const notes = dossier.events.filter(({ kind }) => kind === 'note').length;
    if (notes < tally.saved) throw new Red(`(e) ${desk.clerk.name}: ${tally.saved} saved, ${notes} shown`);
    if (notes > tally.made) throw new Red(`(e) ${desk.clerk.name}: ${tally.made} made, ${notes} shown`);
    if (caseRecord.eventCount !== dossier.events.length) {
      throw new Red(
        `(f) ${desk.clerk.name}: case says ${caseRecord.eventCount}, dossier has ${dossier.events.length}`,
      );
    }
  }
}

/** Whether both halves are in the copy or among the journal's receipts, each of which outlives the process. */
function keeps(desk: SimDesk, id: string): boolean {
  const layer = desk.journal?.view(desk.journal.epoch).layer;
  return (['cases', 'dossiers'] as const).every(
    (collection) =>
      desk.replica(collection)?.get(id)?.document || layer?.get(keyOf({ collection, id }))?.document,
  );
}

/** Halves found to agree, by whose desk: documents are replaced, never changed, so the same two agree for ever. */
const agreeing = new WeakMap<Case, { readonly dossier: Dossier; readonly clerk: Clerk }>();

/** (f) also where the clerk works with others: her own decision stands in case and dossier, or in neither. */
function checkHalves(desk: SimDesk): void {
  const [shownCase, shownDossier] = [desk.shownIn('cases'), desk.shownIn('dossiers')];
  for (const { caseRecord: row } of desk.rows) {
    const caseRecord = shownCase(row.id) as Case | null | undefined;
    const dossier = shownDossier(row.id) as Dossier | null | undefined;
    if (!caseRecord || !dossier) continue;
    const before = agreeing.get(caseRecord);
    if (before?.dossier === dossier && before.clerk === desk.clerk) continue;
    // a colleague approves what she decided: that is the colleague's act, and comes with a page as any other's
    if (dossier.events.some(({ kind }) => kind === 'proposed')) continue;
    const isOwn = caseRecord.decision?.decidedBy === desk.clerk.id;
    // handing it to the body that decides it ends a case too
    const ownEvent = dossier.events.some(
      (event) => (event.kind === 'decided' || event.kind === 'handedToBody') && event.byId === desk.clerk.id,
    );
    if (isOwn !== ownEvent)
      throw new Red(
        `(f) ${desk.clerk.name}: her decision stands ${isOwn ? 'only in the case' : 'only in the dossier'}`,
      );
    agreeing.set(caseRecord, { dossier, clerk: desk.clerk });
  }
}

/** (a)–(d) and (g), once everything is at rest. */
export async function checkEnd(world: Ended): Promise<void> {
  const log = await world.store.snapshot(world.server.municipality, (read) => read.log(0, 1_000_000));
  for (const [index] of world.desks.entries()) checkDecisions(world, index, log);
  checkReasons(log);
  await world.store.snapshot(world.server.municipality, (read) => checkReferences(read, log));
  await world.store.snapshot(world.server.municipality, (read) => checkLeases(read, log, world.desks));
  await checkReplay(world);
  await checkReplicas(world);
  await checkRows(world);
  await checkCorrections(world);
  await checkAnswers(world);
  const [wrong] = await world.store.snapshot(world.server.municipality, wrongDecisions);
  if (wrong !== undefined) throw new Red(wrong);
  const [unlike] = await world.store.snapshot(world.server.municipality, (read) => wrongFigures(read, log));
  if (unlike !== undefined) throw new Red(`(o) the figures differ from the log: ${unlike}`);
  for (const desk of world.desks) {
    if (desk.journal?.deviceId !== desk.firstDeviceId) {
      throw new Red(`(a) ${desk.clerk.name}: the journal changed its identity without an image put back`);
    }
    if (desk.journalFiles.length !== 1)
      throw new Red(`(h) ${desk.clerk.name}: what was let go lies in ${desk.journalFiles.join(', ')}`);
    if (desk.rebuilds > 0 && desk.holes === 0)
      throw new Red(`(g) ${desk.clerk.name}: rebuilt without a write error`);
  }
}

/** (j) */
async function checkAnswers({ store, server }: Ended): Promise<void> {
  const lost = await store.snapshot(server.municipality, lostAnswers);
  if (lost.length > 0) throw new Red(`(j) what a citizen answered is lost: ${lost.join(', ')}`);
}

function checkDecisions({ desks }: Ended, index: number, log: readonly LogRow[]): void {
  const desk = desks[index];
  if (desk === undefined) return;
  const name = desk.clerk.name;
  const rows = new Map<string, LogRow[]>();
  for (const row of log) rows.set(row.opId, [...(rows.get(row.opId) ?? []), row]);
  const refusedHere = desk.journal?.refused ?? [];
  const refused = new Set(refusedHere.map(({ operation }) => operation.opId));
  for (const { operation, receipt } of refusedHere) {
    const row = rows.get(operation.opId)?.[0];
    if (row && (row.seq !== receipt.seq || canonicalJson(row.result) !== canonicalJson(receipt.result)))
      throw new Red(`(a) ${name}: the desk knows another answer than the log`);
  }
  for (const opId of desk.saved) {
    const decided = rows.get(opId) ?? [];
    if (decided[0] && knowsAnother(desk.journal, decided[0]))
      throw new Red(`(a) ${name}: the journal holds another receipt than the log`);
    if (decided.length !== 1) throw new Red(`(a) ${name}: saved operation decided ${decided.length} times`);
    if (refused.has(opId) && decided[0]?.result.decided !== 'refused')
      throw new Red(`(a) ${name}: desk says refused`);
    if (decided[0]?.result.decided === 'refused' && !refused.has(opId) && !desk.dismissed.has(opId)) {
      // a view of an erased case: the desk dismisses by itself what nobody did
      if (decided[0].kind === 'recordViews') continue;
      throw new Red(`(a) ${name}: refused, and the desk doesn't know`);
    }
  }
  const ownOrder = log.filter(({ opId }) => desk.saved.includes(opId)).map(({ opId }) => opId);
  if (ownOrder.join() !== desk.saved.join())
    throw new Red(`(b) ${name}: the server's order is not the clerk's`);
}

/** Of accepted operations too: seq and answer are what the overlay and the restore window go by. */
function knowsAnother(journal: Ended['desks'][number]['journal'], row: LogRow): boolean {
  // under a former identity it was numbered otherwise
  if (row.n === null || row.deviceId !== journal?.deviceId) return false;
  const receipt = journal.receiptOf(row.n);
  if (receipt === undefined) return false;
  const { opId, seq, decidedAt, result } = receipt;
  const known = { opId, seq, decidedAt, result };
  return (
    canonicalJson(known) !==
    canonicalJson({ opId: row.opId, seq: row.seq, decidedAt: row.decidedAt, result: row.result })
  );
}

/** No rule had a bug, and nothing was sent that can't be read: either would hide what the other checks look for. */
function checkReasons(log: readonly LogRow[]): void {
  for (const { kind, result } of log) {
    const code = result.decided === 'refused' ? result.reason.code : undefined;
    if (code === 'internal' || code === 'malformed') throw new Red(`(a) ${kind} was refused as ${code}`);
  }
}

/** What the list shows is what the case screen shows, and at the end all that the server lets this clerk see. */
async function checkRows({ desks, store, server }: Ended): Promise<void> {
  for (const { clerk, rows } of desks) {
    const there = await store.snapshot(server.municipality, (read) =>
      read.changes('cases', visibleScopes(clerk), 0, 1_000_000),
    );
    const byId = (cases: readonly unknown[]) =>
      JSON.stringify(cases.map((each) => canonicalJson(each)).toSorted());
    const here = rows.map(({ caseRecord }) => caseRecord);
    const known = there.flatMap(({ document }) => document ?? []);
    if (byId(here) !== byId(known)) throw new Red(`(d) ${clerk.name}: the list differs from the server`);
    const waiting = rows.find((row) => row.waiting.length > 0);
    if (waiting) throw new Red(`(d) ${clerk.name}: the list says ${waiting.caseRecord.id} waits`);
  }
}

/** (i) Nobody's correction is undone unseen: each desk shows all that no clerk who saw it replaced. */
async function checkCorrections({ desks, store, server }: Ended): Promise<void> {
  const inForce = await store.snapshot(server.municipality, unreplacedCorrections);
  for (const desk of desks) {
    for (const { id, document } of desk.replica('dossiers')?.values() ?? []) {
      const shown = document === null ? [] : shownInForce(document as Dossier);
      const expected = document === null ? [] : (inForce.get(id) ?? []);
      if (shown.toSorted().join() !== expected.toSorted().join())
        throw new Red(
          `(i) ${desk.clerk.name}: ${id} shows ${shown.length} corrections of ${expected.length}`,
        );
    }
  }
}

async function checkReplay({ store, server }: Ended): Promise<void> {
  const result = await store.snapshot(server.municipality, verifyMunicipality);
  if (!result.ok) throw new Red(`(c) ${JSON.stringify(result)}`);
}

async function checkReplicas({ desks, store, server }: Ended): Promise<void> {
  for (const desk of desks) {
    const { name } = desk.clerk;
    const stored = await store.snapshot(server.municipality, (read) =>
      read.document(ref('clerks', desk.clerk.id)),
    );
    // desks of different rights see different things: each is compared by what its clerk may see now
    const clerk = stored?.document as Clerk;
    if (rightsOf(clerk) !== rightsOf(desk.clerk)) throw new Red(`(d) ${name}: the desk has other rights`);
    if (desk.journal?.toHandOver.length !== 0)
      throw new Red(`(d) ${name}: ${desk.journal?.toHandOver.length} left in the journal`);
    if (desk.desk?.overlay.view.documents.size !== 0) throw new Red(`(d) ${name}: the overlay is not empty`);
    for (const collection of replicatedCollections) {
      const there = await store.snapshot(server.municipality, (read) =>
        read.changes(collection, visibleScopes(clerk), 0, 1_000_000),
      );
      const here = [...(desk.replica(collection)?.values() ?? [])];
      if (asText(here) !== asText(there)) throw new Red(`(d) ${name}: ${collection} differs from the server`);
    }
  }
}

function rightsOf({ role, departmentIds, deputyFor }: Clerk): string {
  return JSON.stringify([role, departmentIds, deputyFor ?? []]);
}

function asText(documents: readonly { id: string; seq: number; document: unknown }[]): string {
  return JSON.stringify(
    documents
      .filter(({ document }) => document !== null)
      .map(({ id, seq, document }) => [id, seq, document])
      .toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
  );
}
