import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { caseRecord, dossier } from '@amtsstube/shared/domain/case';
import { caseId, epoch, opId } from '@amtsstube/shared/domain/ids';
import { instant } from '@amtsstube/shared/domain/time';
import { aCase, aDossier } from '@amtsstube/shared/fixtures/builders';
import { berndKrueger, testTown } from '@amtsstube/shared/fixtures/test-town';
import { put } from '@amtsstube/shared/operations/outcome';
import { type SalvagedDocument, salvageList } from '@amtsstube/shared/replication/salvage';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { postJson, tokenOf, townPath } from '../replication/test-desk.ts';
import { startTestTown, type TestTownServer } from '../start-server-test-town.ts';

const former = epoch.parse('epoch-before-the-restore');
const municipality = testTown.municipalityId;
const id = caseId.parse('case-lost');
const note = (text: string, op = text) => ({
  kind: 'note' as const,
  opId: opId.parse(op),
  at: instant.parse('2026-11-26T10:00:00.000Z'),
  byId: berndKrueger.id,
  text,
});
const lostDossier = (...notes: readonly string[]) =>
  aDossier({ id, events: notes.map((text) => note(text)) });
const salvaged = (collection: 'cases' | 'dossiers', document: unknown, seq = 40): SalvagedDocument => ({
  collection,
  id,
  seq,
  document,
});

let town: TestTownServer;
let admin: string;
let bernd: string;
beforeEach(async () => {
  town = await startTestTown();
  [admin, bernd] = [await tokenOf(town, 2), await tokenOf(town, 1)];
});
afterEach(() => town.close());

const bring = async (documents: readonly SalvagedDocument[], of = former, token = bernd) =>
  (await postJson(town.url, `${townPath}/salvage`, { epoch: of, documents }, token)).status;
async function listed(token = admin) {
  const answer = await fetch(`${town.url}${townPath}/admin/salvage`, {
    headers: { Authorization: `Bearer ${token}` },
  });
  return answer.ok ? salvageList.parse(await answer.json()).documents : answer.status;
}
const texts = async () => {
  const found = await listed();
  if (typeof found === 'number') throw new Error(`refused: ${found}`);
  return found.map(({ document }) =>
    dossier.parse(document).events.map((event) => (event.kind === 'note' ? event.text : event.kind)),
  );
};

describe('[L8] what a desk held and the restored server lacks', () => {
  it('is kept for an administrator to look through, with who brought it, until she has done so', async () => {
    expect(await bring([salvaged('cases', aCase({ id })), salvaged('dossiers', lostDossier('a', 'b'))])).toBe(
      204,
    );
    expect(await listed()).toMatchObject([
      { collection: 'cases', id, broughtBy: berndKrueger.id },
      { collection: 'dossiers', id, seq: 40 },
    ]);
    expect(await listed(bernd)).toBe(403);
    const done = (collection: string, token = admin) =>
      postJson(town.url, `${townPath}/admin/salvage/done`, { documents: [{ collection, id }] }, token);
    expect((await done('cases', bernd)).status).toBe(403);
    expect((await done('cases')).status).toBe(204);
    expect(await texts()).toEqual([['a', 'b']]);
    expect((await done('dossiers')).status).toBe(204);
    expect(await listed()).toEqual([]);
  });

  it('is no more lacking once its operations were handed over again by the desks that had them', async () => {
    await bring([salvaged('cases', aCase({ id })), salvaged('dossiers', lostDossier('a', 'b'))]);
    const write = (document: ReturnType<typeof aDossier>, seq: number) =>
      town.core.store.transact(municipality, async (tx) => {
        for (const each of [caseRecord.parse(aCase({ id })), document]) {
          const change = each === document ? put('dossiers', document) : put('cases', each as never);
          await tx.putDocument({ collection: change.collection, id, scope: each.scope, seq, document: each });
        }
      });
    await write(lostDossier('a'), 1001);
    expect(await texts()).toEqual([['a', 'b']]);
    await write(lostDossier('b', 'c', 'a'), 1002);
    expect(await listed()).toEqual([]);
  });

  it('of several desks is shown once where one holds it all, and the same twice is once', async () => {
    await bring([salvaged('dossiers', lostDossier('a', 'b'), 41)]);
    await bring([salvaged('dossiers', lostDossier('a'), 40)], former, admin);
    await bring([salvaged('dossiers', lostDossier('a', 'b'), 41)]);
    expect(await texts()).toEqual([['a', 'b']]);
  });

  it('is not replaced by what another brings, whatever epoch and number that says', async () => {
    await bring([salvaged('dossiers', lostDossier('a', 'b'), 41)]);
    const forged = aDossier({ id, events: [note('forged', 'a'), note('forged too', 'b')] });
    await bring([salvaged('dossiers', forged, 0)], epoch.parse('made-up'), admin);
    await bring([salvaged('dossiers', forged, 1_000_000)], former, admin);
    expect(await texts()).toEqual([
      ['forged', 'forged too'],
      ['a', 'b'],
    ]);
  });

  it('of a case that was erased is not taken (S11)', async () => {
    await appendFile(join(town.dataDirectory, 'erasures.txt'), `${municipality} ${id}\n`);
    expect(await bring([salvaged('dossiers', lostDossier('a'))])).toBe(204);
    expect(await listed()).toEqual([]);
  });

  it('is nothing where there was no restore, and nobody else’s business', async () => {
    const { epoch: present } = await town.core.store.snapshot(municipality, (read) => read.head());
    expect(await bring([salvaged('dossiers', lostDossier('a'))], present)).toBe(400);
    expect(await bring([salvaged('dossiers', lostDossier('a'))], former, 'nobody')).toBe(401);
    expect(await listed()).toEqual([]);
  });
});
