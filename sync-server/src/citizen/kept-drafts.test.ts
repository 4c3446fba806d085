import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { blobHash } from '@amtsstube/shared/domain/blob';
import { instantOf } from '@amtsstube/shared/domain/time';
import { testTown } from '@amtsstube/shared/fixtures/test-town';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BlobStore } from '../blobs/blob-store.ts';
import { KeptDrafts, openDraftsDatabase } from './kept-drafts.ts';
import { draftIdOf, type FormTicket, newFormTicket, uploaderOf } from './tickets.ts';

const day = 24 * 60 * 60 * 1000;
const { municipalityId: municipality, serviceId, formVersionId } = testTown;
const start = Date.parse('2026-11-27T08:00:00.000Z');
let directory: string;
let database: DatabaseSync;
let nowMs: number;
let drafts: KeptDrafts;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'amtsstube-drafts-'));
  database = openDraftsDatabase(directory);
  nowMs = start;
  drafts = new KeptDrafts(database, () => instantOf(nowMs));
});
afterEach(async () => {
  database.close();
  await rm(directory, { recursive: true, force: true });
});

const ticket = () => newFormTicket(municipality, serviceId, formVersionId, instantOf(nowMs));
const idOf = (of: FormTicket) => draftIdOf(of.caseId);

describe('[B1] the files of a kept draft', () => {
  it('are held for it also where they were brought with the form it took the place of', async () => {
    const former = ticket();
    const present = { ...ticket(), filesOf: former.caseId };
    const bytes = Buffer.from('a dog’s vaccination card');
    const hash = blobHash.parse(createHash('sha256').update(bytes).digest('hex'));
    const blobs = new BlobStore({ dataDirectory: directory });
    await blobs.put(municipality, hash, [bytes], uploaderOf(present));
    drafts.keep(idOf(present), { ticket: present, typed: [] });
    const later = Date.now() + 2 * day;
    expect(await blobs.unclaimed(municipality, later, [])).toEqual([hash]);
    expect(await blobs.unclaimed(municipality, later, drafts.uploaders())).toEqual([]);
  });

  it('are no more held once it is sent, or too old', () => {
    const [sent, old] = [ticket(), ticket()];
    for (const each of [sent, old]) drafts.keep(idOf(each), { ticket: each, typed: [] });
    expect(drafts.uploaders()).toHaveLength(2);
    drafts.forget(idOf(sent));
    expect(drafts.uploaders()).toEqual([uploaderOf(old)]);
    nowMs += 31 * day;
    expect(drafts.uploaders()).toEqual([]);
  });

  it('are held for drafts that were kept by a program that didn’t note them', () => {
    const kept = ticket();
    drafts.keep(idOf(kept), { ticket: kept, typed: [] });
    database.exec('delete from draftFiles');
    expect(drafts.uploaders()).toEqual([uploaderOf(kept)]);
  });
});
