import { operationKinds } from '@amtsstube/shared/operations/registry';
import { expect, it } from 'vitest';
import { generatedKinds } from './workload.ts';

// that each meets every other as SPEC.md says is tried in shared/src/replication/conflict-table.test.ts
it('every kind of operation is named by the simulation’s generator', () => {
  expect(generatedKinds.toSorted()).toEqual(Object.keys(operationKinds).toSorted());
});
