import { validDogAnswers } from '@amtsstube/shared/fixtures/builders';
import { dogTaxForm } from '@amtsstube/shared/services/order/dog-tax-form';
import { expect, it } from 'vitest';
import { wasMailed } from './was-mailed.ts';

const answers = validDogAnswers();
const { email: _none, ...withoutAddress } = answers;

it.each([
  ['to the address that was sent', { answers, contactEmail: 'erika.mustermann@example.org' }, true],
  ['also when the office took that address away since', { answers, contactEmail: null }, true],
  [
    'not to one the office found out since',
    { answers: withoutAddress, contactEmail: 'e@example.org' },
    false,
  ],
])('the receipt was mailed %s', (_, dossier, isMailed) => {
  expect(wasMailed(dossier, dogTaxForm)).toBe(isMailed);
});

it('without its form, the present address is all there is to go by', () => {
  expect(wasMailed({ answers, contactEmail: null }, undefined)).toBe(false);
  expect(wasMailed({ answers, contactEmail: 'e@example.org' }, undefined)).toBe(true);
});
