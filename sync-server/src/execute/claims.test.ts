import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unitOf } from '@amtsstube/shared/domain/appointments/unit';
import { opId } from '@amtsstube/shared/domain/ids';
import {
  block,
  book,
  cancel,
  desk,
  hold,
  tuesday,
} from '@amtsstube/shared/fixtures/meetings/appointment-acts';
import { type Arriving, bernd } from '@amtsstube/shared/fixtures/meetings/meeting';
import { actorFrom } from '@amtsstube/shared/fixtures/test-office';
import { testTownConfiguration } from '@amtsstube/shared/fixtures/test-town';
import { pino } from 'pino';
import { beforeEach, describe, expect, it } from 'vitest';
import { verifyMunicipality } from '../admin/verify-municipality.ts';
import { replayMirror } from '../backup/replay-mirror.ts';
import { createLogMirror } from '../mirror/log-mirror.ts';
import { readMirror } from '../mirror/read-mirror.ts';
import { at, firstEpoch, town } from '../store/contract/contract-builders.ts';
import { createMemoryStore, type MemoryStore } from '../store/memory-store.ts';
import type { Store, Tx } from '../store/store.ts';
import { decideOperation } from './decide-operation.ts';

const nine = tuesday('08:00');
const ten = tuesday('09:00');
let store: MemoryStore;
let decisions = 0;

beforeEach(async () => {
  store = createMemoryStore();
  await store.createMunicipality(town, firstEpoch);
  await decide(['configureMunicipality', testTownConfiguration, 'system']);
});

function decide([kind, payload, who]: Arriving, through: (tx: Tx) => Tx = (tx) => tx) {
  decisions += 1;
  const operation = { opId: opId.parse(`op-${decisions}`), deviceId: null, kind, v: 1, payload, at: at(0) };
  return store.transact(town, (tx) => decideOperation(through(tx), operation, actorFrom(who), at(1)));
}

const claims = (from: Store = store) => from.snapshot(town, (read) => read.allClaims(undefined, 1000));
const verify = (from: Store = store) => from.snapshot(town, verifyMunicipality);

describe('[K2] another process takes the time between reading and writing', () => {
  it('the unique key says so, and the rule is asked again: refused, with what is free', async () => {
    let isFirst = true;
    const meanwhile = (tx: Tx): Tx => ({
      ...tx,
      writeClaims: async (writes, seq, decidedAt) => {
        if (isFirst) {
          isFirst = false;
          const start = unitOf(nine);
          const claim = { state: 'booked', owner: 'of the other', until: null, fence: 1 } as const;
          await tx.writeClaims(
            [{ does: 'take', counterId: desk, from: start, to: start + 1, ...claim }],
            seq,
            decidedAt,
          );
        }
        return tx.writeClaims(writes, seq, decidedAt);
      },
    });
    const decided = await decide(book(bernd, 'one', nine), meanwhile);
    expect(decided).toMatchObject({
      row: {
        result: {
          decided: 'refused',
          reason: { code: 'slotNotFree', why: 'taken', nearest: [{ startsAt: tuesday('08:15') }, {}, {}] },
        },
        touched: [],
      },
    });
    expect((await claims()).map(({ owner }) => owner)).toEqual(['of the other']);
  });
});

describe('claims go where the documents go', () => {
  beforeEach(async () => {
    await decide(hold('held', ten));
    await decide(book(bernd, 'one', nine));
    await decide(book(bernd, 'two', tuesday('10:00')));
    await decide(cancel(bernd, 'two'));
    await decide(block(bernd, 'b', tuesday('08:15'), ten));
  });

  it('[L9] replaying the log gives them; one that nobody decided comes to light', async () => {
    const stored = await claims();
    expect(new Set(stored.map(({ state }) => state))).toEqual(
      new Set(['hold', 'booked', 'cooling', 'blocked']),
    );
    expect(await verify()).toMatchObject({ ok: true });
    const [claim] = stored;
    if (!claim) throw new Error('no claim');
    const changed = [{ ...claim, owner: 'somebody', seq: claim.seq + 100 }];
    await store.transact(town, (tx) => tx.putClaims(changed));
    expect(await verify()).toMatchObject({ ok: false, difference: expect.stringContaining('differs') });
  });

  it('[S7] the mirror holds them, and a restore from it alone has them back', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'amtsstube-claims-'));
    const mirror = createLogMirror({ store, directory, log: pino({ level: 'silent' }) });
    try {
      await mirror.follow(town);
      const restored = createMemoryStore();
      await restored.createMunicipality(town, firstEpoch);
      await replayMirror(restored, town, readMirror(directory, town));
      expect(await claims(restored)).toEqual(await claims());
      expect(await verify(restored)).toMatchObject({ ok: true });
    } finally {
      await mirror.close();
      await rm(directory, { recursive: true });
    }
  });
});
