import type { Actor } from '@amtsstube/shared/domain/actor';
import type { AnyDocument } from '@amtsstube/shared/domain/documents';
import { deviceId, opId } from '@amtsstube/shared/domain/ids';
import { aCase } from '@amtsstube/shared/fixtures/builders';
import { annaBerger, berndKrueger, testTownConfiguration } from '@amtsstube/shared/fixtures/test-town';
import type { Operation } from '@amtsstube/shared/operations/operation';
import { beforeEach, describe, expect, it } from 'vitest';
import { at, firstEpoch, town } from '../store/contract/contract-builders.ts';
import { createMemoryStore, type MemoryStore } from '../store/memory-store.ts';
import { StoreUnavailable, type Tx } from '../store/store.ts';
import { actorOf } from './actor-of.ts';
import { decideOperation } from './decide-operation.ts';

const device = deviceId.parse('device-1');
const admin: Actor = actorOf({ ...annaBerger, role: 'admin' });
const bug = new RangeError('a bug in a rule');
let store: MemoryStore;

beforeEach(async () => {
  store = createMemoryStore();
  await store.createMunicipality(town, firstEpoch);
  const set = { opId: opId.parse('settings'), deviceId: null, v: 1, at: at(0) } as const;
  const payload = testTownConfiguration;
  await decide({ ...set, kind: 'configureMunicipality', payload }, { kind: 'system' });
});

function decide(operation: Operation, actor: Actor, through: (tx: Tx) => Tx = (tx) => tx) {
  return store.transact(town, (tx) => decideOperation(through(tx), operation, actor, at(1), '1.2.3'));
}

const operationOf = (kind: string, payload: unknown): Operation => ({
  opId: opId.parse('op-1'),
  deviceId: device,
  n: 1,
  kind,
  v: 1,
  payload,
  at: at(0),
});
const deactivation = operationOf('deactivateClerk', { clerkId: berndKrueger.id, casesToId: null });
const log = () => store.snapshot(town, (read) => read.log(1, 100));

describe('[S3] a bug in a rule is a refusal, takes a seq, and no journal sticks for it', () => {
  async function expectRefused(operation: Operation, actor: Actor) {
    expect(await decide(operation, actor)).toMatchObject({
      outcome: 'decided',
      isNew: true,
      bug: { error: bug },
      row: {
        seq: 2,
        result: { decided: 'refused', reason: { code: 'internal', serverVersion: '1.2.3' } },
        touched: [],
      },
    });
    expect(await log()).toHaveLength(1);
  }

  it('where it reads the payload', async () => {
    let readings = 0;
    const payload = {
      caseId: 'case-1',
      get text() {
        readings += 1;
        // first for the payload's hash
        if (readings > 1) throw bug;
        return 'Angerufen';
      },
    };
    await expectRefused(operationOf('addNote', payload), actorOf(annaBerger));
  });

  it('where it looks through everything for what else it needs', async () => {
    let isDamaged = false;
    const damaged: AnyDocument = {
      ...aCase(),
      get assigneeId() {
        if (isDamaged) throw bug;
        return null;
      },
    };
    await store.transact(town, async (tx) => {
      const { seq } = await tx.head();
      await tx.putDocument({
        collection: 'cases',
        id: damaged.id,
        scope: String(damaged.scope),
        seq,
        document: damaged,
      });
    });
    isDamaged = true;
    await expectRefused(deactivation, admin);
  });
});

describe('[S3] a disk that fails refuses nothing', () => {
  const broken = async () => {
    throw new StoreUnavailable('disk input/output error');
  };

  it.each([
    ['documents', { documents: broken }],
    ['allDocuments', { allDocuments: broken }],
  ] as const)('while %s are read for a rule', async (_what, failing) => {
    const through = (tx: Tx): Tx => ({ ...tx, ...failing });
    await expect(decide(deactivation, admin, through)).rejects.toBeInstanceOf(StoreUnavailable);
    expect(await log()).toEqual([]);
  });
});
