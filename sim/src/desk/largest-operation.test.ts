import { MemoryCacheDisk, openMemoryStorage } from '@amtsstube/desktop/data/cache/memory-storage';
import { createDesk } from '@amtsstube/desktop/data/create-desk';
import type { Answered } from '@amtsstube/desktop/data/sync/transport';
import { MemoryDisk } from '@amtsstube/desktop/host/memory-disk';
import { caseId, trackingCode } from '@amtsstube/shared/domain/ids';
import { berndKrueger, testTown } from '@amtsstube/shared/fixtures/test-town';
import { maximumOperationBytes } from '@amtsstube/shared/operations/operation';
import type { OperationsRequest } from '@amtsstube/shared/replication/messages';
import { actorOf } from '@amtsstube/sync-server/execute/actor-of';
import { operationsIn } from '@amtsstube/sync-server/replication/operations-body';
import { expect, it } from 'vitest';
import { DrainTown } from './drain-town.ts';

const offline: Answered<never> = { ok: false, failure: 'network' };

it('[J8] the largest operation a desk calls saved is one the server takes', async () => {
  const town = await DrainTown.begin();
  const asked = Promise.withResolvers<OperationsRequest>();
  const desk = await createDesk({
    actor: actorOf(berndKrueger),
    journal: await town.journalOn(new MemoryDisk()),
    storage: openMemoryStorage(new MemoryCacheDisk()),
    transport: {
      handOver: async (request) => {
        asked.resolve(request);
        return offline;
      },
      changes: async () => offline,
      digest: async () => offline,
      hints: async () => 'network',
    },
    environment: town.environment,
  });
  // more than fits, and a byte less at each try: the first that is saved is the largest there is
  const { answers, ...rest } = applicationOf(maximumOperationBytes);
  for (let fewer = 0; ; fewer += 1) {
    expect(fewer).toBeLessThan(500);
    const fewerAnswers = { ...answers, field0: 'x'.repeat(5_000 - fewer) };
    const tried = await desk.do('submitApplication', { ...rest, answers: fewerAnswers });
    if (tried.result === 'saved') break;
  }
  const request = await asked.promise;
  expect(operationsIn(JSON.parse(JSON.stringify(request)))).toEqual(request);
  await desk.close();
});

/** An application whose payload has this many bytes or a few more, in answers as long as they may be. */
function applicationOf(bytes: number) {
  const payload = {
    caseId: caseId.parse('case-1'),
    trackingCode: trackingCode.parse('ABCDE-FGHJK-MNPQR'),
    serviceId: testTown.serviceId,
    formVersionId: testTown.formVersionId,
    answers: {} as Record<string, string>,
  };
  for (let field = 0; JSON.stringify(payload).length < bytes; field += 1)
    payload.answers[`field${field}`] = 'x'.repeat(5_000);
  const last = Object.keys(payload.answers).length - 1;
  const tooMany = JSON.stringify(payload).length - bytes;
  payload.answers[`field${last}`] = 'x'.repeat(Math.max(0, 5_000 - tooMany));
  return payload;
}
