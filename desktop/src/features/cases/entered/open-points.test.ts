import { dossier } from '@amtsstube/shared/domain/case';
import { aDossier } from '@amtsstube/shared/fixtures/builders';
import { berndKrueger } from '@amtsstube/shared/fixtures/test-town';
import { dogTax } from '@amtsstube/shared/services/order/dog-tax';
import { expect, it } from 'vitest';
import { openPoints } from './open-points.ts';

const by = { at: '2026-11-23T09:00:00.000Z', byId: berndKrueger.id };
const entered = { ...by, opId: 'op-1', kind: 'entered', channel: 'paper', text: '' };
const correction = {
  ...by,
  opId: 'op-2',
  kind: 'answerCorrected',
  path: 'dogName',
  value: 'Rex',
  basedOn: [],
};

it('what stands on the paper stays to be read beside the correction that settled it', () => {
  const asWritten = [{ path: 'dogName', text: 'R?x' }];
  const pointsAfter = (...events: object[]) =>
    openPoints(dogTax.form, dossier.parse({ ...aDossier(), events, asWritten })).asWritten;
  const point = { path: 'dogName', label: 'Name des Hundes', text: 'R?x' };
  expect(pointsAfter(entered)).toEqual([{ ...point, isSettled: false }]);
  expect(pointsAfter(entered, correction)).toEqual([{ ...point, isSettled: true }]);
});
