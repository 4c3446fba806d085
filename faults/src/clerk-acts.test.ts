import { operationKinds } from '@amtsstube/shared/operations/registry';
import { expect, it } from 'vitest';
import { doneByClerks, leftOut } from './clerk-acts.ts';

it('every kind of operation is done by the clerks of the fault suite, or left out for a reason', () => {
  expect([...doneByClerks, ...Object.keys(leftOut)].toSorted()).toEqual(
    Object.keys(operationKinds).toSorted(),
  );
});
