import { describe, expect, it } from 'vitest';
import { answerWords } from '../../../fixtures/answer-words.ts';
import type { AskedField } from '../field.ts';
import { kindOf } from './all-kinds.ts';
import { isIban } from './iban.ts';
import { formatCents } from './number.ts';

const asked = { id: 'x', label: 'x', required: false } as const;
const colours = [
  { value: 'red', label: 'Rot' },
  { value: 'blue', label: 'Blau' },
];
const area: AskedField = { ...asked, type: 'number', decimals: 2, minimum: 0, maximum: 5000, unit: 'm²' };
const count: AskedField = { ...asked, type: 'number', decimals: 0 };
const money: AskedField = { ...asked, type: 'money', maximum: 1_000_000 };
const account: AskedField = { ...asked, type: 'iban' };
const phone: AskedField = { ...asked, type: 'phone' };
const chip: AskedField = {
  ...asked,
  type: 'pattern',
  maxLength: 40,
  expression: '\\d{15}',
  says: 'x',
  example: '276098100000001',
};
const several: AskedField = { ...asked, type: 'multipleChoice', options: colours };
const address: AskedField = { ...asked, type: 'address' };
const person: AskedField = { ...asked, type: 'person', asks: ['birthName', 'bornOn'] };
const files: AskedField = { ...asked, type: 'upload', accepts: ['pdf'], maximumCount: 2 };
const home = { street: 'Lindenstraße', houseNumber: '4a', postalCode: '39576', place: 'Musterstadt' };
const plan = { hash: 'a'.repeat(64), name: 'Plan.pdf', kind: 'pdf', bytes: 12 };

describe('an answer', () => {
  it.each<[AskedField, unknown, unknown, string]>([
    [area, '1.250,5', 1250.5, '1.250,5 m²'],
    [area, ' 80 ', 80, '80 m²'],
    [area, '80.25', 80.25, '80,25 m²'],
    [area, '0,10', 0.1, '0,1 m²'],
    [area, '-0', 0, '0 m²'],
    [count, '1.234', 1234, '1.234'],
    [count, '12,0', 12, '12'],
    [count, '-7', -7, '-7'],
    [money, '12,50', 1250, '12,50 €'],
    [money, '12', 1200, '12,00 €'],
    [money, '12,5 €', 1250, '12,50 €'],
    [money, '1.200,05 Euro', 120_005, '1.200,05 €'],
    [money, '0.29', 29, '0,29 €'],
    [money, 1250, 1250, '12,50 €'],
    [account, 'de02 1203 0000 0000 2020 51', 'DE02120300000000202051', 'DE02 1203 0000 0000 2020 51'],
    [phone, '+49  (0)3931 / 12-34', '+49 (0)3931 / 12-34', '+49 (0)3931 / 12-34'],
    [chip, '276 098 100 000 001', '276098100000001', '276098100000001'],
    [several, ['blue', 'red', 'blue'], ['red', 'blue'], 'Rot, Blau'],
    [address, { ...home, place: ' Musterstadt ' }, home, 'Lindenstraße 4a, 39576 Musterstadt'],
    [
      person,
      { firstName: 'Erika', lastName: 'Weiß', bornOn: '1.5.1990', birthName: '' },
      { firstName: 'Erika', lastName: 'Weiß', bornOn: '1990-05-01' },
      'Erika Weiß, Geboren am: 01.05.1990',
    ],
    [files, [plan], [plan], 'Plan.pdf'],
  ])('%o takes %j as %j and shows %s', (field, given, kept, shown) => {
    const { value, problems } = kindOf(field).read(field, given);
    expect(problems).toBeUndefined();
    expect(value).toEqual(kept);
    if (value === undefined) throw new Error('nothing was read');
    expect(kindOf(field).show(field, value, answerWords)).toBe(shown);
  });

  it.each<[AskedField, unknown, string, string]>([
    [area, '1,234', 'tooManyDecimals', ''],
    [area, '-1', 'belowMinimum', ''],
    [area, '5000,01', 'aboveMaximum', ''],
    [area, '12 m²', 'notANumber', ''],
    [area, '1e3', 'notANumber', ''],
    [count, '1.23', 'tooManyDecimals', ''],
    [count, Number.NaN, 'notANumber', ''],
    [money, '12,505', 'notMoney', ''],
    [money, 12.5, 'notMoney', ''],
    [money, '-1', 'belowMinimum', ''],
    [money, '10.000,01', 'aboveMaximum', ''],
    [account, 'DE02 1203 0000 0000 2020 52', 'notAnIban', ''],
    [account, 'DE0212030000000020205', 'notAnIban', ''],
    [phone, '03931 12x', 'notAPhone', ''],
    [phone, '(---)', 'notAPhone', ''],
    [chip, '27609810000000', 'patternMismatch', ''],
    [several, ['green'], 'notAChoice', ''],
    [several, 'red', 'notAChoice', ''],
    [address, { ...home, postalCode: '3957' }, 'notAPostalCode', 'postalCode'],
    [address, { street: 'Lindenstraße' }, 'required', 'place'],
    [address, { ...home, country: 'DE' }, 'unknownField', 'country'],
    [person, { firstName: 'Erika', bornOn: '1.5.1990' }, 'required', 'lastName'],
    [person, { firstName: 'E', lastName: 'W', bornOn: '30.2.1990' }, 'notADate', 'bornOn'],
    [files, [{ ...plan, kind: 'png' }], 'fileKindRefused', '0'],
    [files, [plan, { ...plan, hash: 'x' }], 'notAFile', '1'],
    [files, [plan, plan, plan], 'tooMany', ''],
    [files, [{ ...plan, name: 'a\nb' }], 'notAFile', '0'],
    [files, 'plan.pdf', 'notAFile', ''],
  ])('%o refuses %j: %s', (field, given, code, at) => {
    expect(kindOf(field).read(field, given).problems).toContainEqual({ at, code });
  });

  it.each([area, count, money, account, phone, chip, several, address, person, files])(
    '%o, left empty',
    (field) => {
      for (const given of [undefined, null, '', []]) {
        expect(kindOf(field).read(field, given)).toEqual({});
      }
    },
  );
});

it('an IBAN has its check digits right; every single digit changed is noticed', () => {
  // from the standard’s registry of examples
  const examples = [
    'DE89370400440532013000',
    'AT611904300234573201',
    'CH9300762011623852957',
    'NO9386011117947',
  ];
  for (const iban of examples) {
    expect(isIban(iban)).toBe(true);
    for (let at = 2; at < iban.length; at += 1) {
      const digit = Number(iban[at]);
      expect(isIban(`${iban.slice(0, at)}${(digit + 1) % 10}${iban.slice(at + 1)}`)).toBe(false);
    }
  }
});

it('cents are shown as amounts, with dots between thousands', () => {
  expect([0, 5, 1250, 123_456_789].map(formatCents)).toEqual([
    '0,00 €',
    '0,05 €',
    '12,50 €',
    '1.234.567,89 €',
  ]);
});
