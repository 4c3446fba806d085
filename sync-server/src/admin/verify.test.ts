import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Actor } from '@amtsstube/shared/domain/actor';
import { deviceId, epoch, opId } from '@amtsstube/shared/domain/ids';
import { instantOf } from '@amtsstube/shared/domain/time';
import { validDogAnswers } from '@amtsstube/shared/fixtures/builders';
import { annaBerger, testTown, testTownConfiguration } from '@amtsstube/shared/fixtures/test-town';
import type { Operation } from '@amtsstube/shared/operations/operation';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { actorOf } from '../execute/actor-of.ts';
import { decideOperation } from '../execute/decide-operation.ts';
import { openSqliteStore } from '../store/sqlite-store.ts';
import { verify } from './verify.ts';

const town = testTown.municipalityId;
/** Settings, clerks and counters, then sequence, tracking, case and dossier. */
const documentCount = Object.values(testTownConfiguration).flat().length + 4;
const at = instantOf(Date.UTC(2026, 10, 23, 8, 0));
const anna = actorOf(annaBerger);

describe('verify', () => {
  let directory: string;
  beforeEach(async () => {
    directory = mkdtempSync(join(tmpdir(), 'amtsstube-verify-'));
    await fillTown(directory);
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  async function verified(): Promise<{ isEqual: boolean; said: string }> {
    const lines: string[] = [];
    const isEqual = await verify(directory, (line) => lines.push(line));
    return { isEqual, said: lines.join('\n') };
  }

  /** Somebody edits the file with an SQLite tool. */
  function tamper(...commands: readonly string[]): void {
    const database = new DatabaseSync(join(directory, 'municipalities', `${town}.sqlite`), {
      enableForeignKeyConstraints: false,
    });
    for (const command of commands) expect(database.prepare(command).run().changes).toBe(1);
    database.close();
  }

  it('[L9] replaying the log from nothing gives the stored documents', async () => {
    expect(await verified()).toEqual({
      isEqual: true,
      said: `musterstadt: 7 decisions, ${documentCount} documents, chain ok, replay equal`,
    });
  });

  it.each([
    [
      'a changed document',
      `UPDATE documents SET document_json = replace(document_json, 'Erika', 'Erna') WHERE collection = 'cases'`,
      'cases/case-1: content differs from replay',
    ],
    [
      'a document in another scope',
      `UPDATE documents SET scope = 'all' WHERE collection = 'dossiers'`,
      'dossiers/case-1: stored in scope all, replay gives buergerservice/active',
    ],
    [
      'a document with another seq',
      `UPDATE documents SET seq = 3 WHERE collection = 'trackings'`,
      'trackings/ABCDE-FGHJK-MNPQR: stored with seq 3, replay gives 2',
    ],
    [
      'a removed document',
      `DELETE FROM documents WHERE collection = 'dossiers'`,
      'dossiers/case-1: written by a decision, but not stored',
    ],
    [
      'a document nobody wrote',
      `INSERT INTO documents SELECT collection, 'carla', scope, seq, digest_count, digest_high, digest_low, document_json
       FROM documents WHERE id = 'anna-berger'`,
      'clerks/carla: stored, but no decision wrote it',
    ],
    [
      'a digest that went astray',
      `UPDATE digests SET low = low + 1 WHERE collection = 'clerks'`,
      'clerks in all: the digest kept up is not that of the documents',
    ],
    [
      'a changed log row',
      `UPDATE log SET decided_at = '2026-11-24T08:00:00.000Z' WHERE seq = 3`,
      'decision 3: changed after it was logged',
    ],
    ['a removed log row', 'DELETE FROM log WHERE seq = 4', 'decision 4 is missing (next is 5)'],
    ['a log cut short', 'DELETE FROM log WHERE seq = 7', 'head says 7 decisions, the log ends at 6'],
    [
      'a changed payload',
      `UPDATE payloads SET payload_json = replace(payload_json, 'Erika', 'Erna') WHERE op_id = 'op-2'`,
      'decision 2: payload changed after it was logged',
    ],
    [
      'a payload that is gone without an erasure',
      `DELETE FROM payloads WHERE op_id = 'op-4'`,
      'decision 4: its payload is gone, and no erasure took it',
    ],
    [
      'a head of another history',
      `UPDATE head SET hash = '${'f'.repeat(64)}'`,
      'head has another hash than the last decision',
    ],
  ])('[S4] finds %s', async (_, command, difference) => {
    tamper(command);
    expect(await verified()).toEqual({ isEqual: false, said: `musterstadt: NOT EQUAL: ${difference}` });
  });

  it('says in one line that there is nothing to verify, and proves nothing then', async () => {
    rmSync(join(directory, 'municipalities'), { recursive: true });
    expect(await verified()).toEqual({ isEqual: false, said: `no municipality in ${directory}` });
    const missing: string[] = [];
    expect(await verify(join(directory, 'missing'), (line) => missing.push(line))).toBe(false);
    expect(missing).toEqual([`data directory ${join(directory, 'missing')} does not exist`]);
  });
});

/** Seven decisions of every kind, two of them refusals. */
async function fillTown(directory: string): Promise<void> {
  const store = await openSqliteStore({ directory });
  await store.createMunicipality(town, epoch.parse('epoch-1'));
  const caseId = 'case-1';
  const application = {
    caseId,
    trackingCode: 'ABCDE-FGHJK-MNPQR',
    serviceId: testTown.serviceId,
    formVersionId: testTown.formVersionId,
    answers: validDogAnswers(),
  };
  const done: readonly (readonly [Actor, string, unknown])[] = [
    [{ kind: 'system' }, 'configureMunicipality', testTownConfiguration],
    [{ kind: 'citizen' }, 'submitApplication', application],
    [{ kind: 'citizen' }, 'submitApplication', { ...application, answers: {} }],
    [anna, 'assignCase', { action: 'takeOver', caseId, word: '' }],
    [anna, 'addNote', { caseId, text: 'Impfpass liegt vor' }],
    [anna, 'decideCase', { caseId, decision: { kind: 'approved', reason: '' } }],
    [anna, 'addNote', 'no payload of this kind'],
  ];
  for (const [index, [actor, kind, payload]] of done.entries()) {
    const common = { opId: opId.parse(`op-${index + 1}`), kind, v: 1, payload, at };
    const operation: Operation =
      actor.kind === 'clerk'
        ? { ...common, deviceId: deviceId.parse('device-1'), n: index }
        : { ...common, deviceId: null };
    await store.transact(town, (tx) => decideOperation(tx, operation, actor, at));
  }
  await store.close();
}
