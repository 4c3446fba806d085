import { describe, expect, it } from 'vitest';
import { keyOf, ref } from '../../domain/documents.ts';
import type { Service } from '../../domain/settings.ts';
import { codeOf, TestOffice } from '../../fixtures/test-office.ts';
import { doraRitter, testTown } from '../../fixtures/test-town.ts';

const { serviceId } = testTown;

describe('a service described anew', () => {
  const serviceOf = (office: TestOffice) =>
    office.documents.get(keyOf(ref('settings', serviceId))) as Service;
  const change = (office: TestOffice, changes: object) =>
    codeOf(office.decideUnchecked('changeService', { serviceId, ...changes }, doraRitter));

  it('field by field: what is not named stays, a legal basis can be named and taken out', () => {
    const office = new TestOffice();
    const before = serviceOf(office);
    expect(change(office, { legalBasis: { from: '', to: 'Hundesteuersatzung, § 2' } })).toBe('accepted');
    expect(serviceOf(office)).toEqual({
      ...before,
      description: { ...before.description, legalBasis: 'Hundesteuersatzung, § 2' },
    });
    expect(change(office, { legalBasis: { from: 'Hundesteuersatzung, § 2', to: '' } })).toBe('accepted');
    expect(serviceOf(office).description?.legalBasis).toBe('');
  });

  it('its time is in days or in months, as was said last', () => {
    const office = new TestOffice();
    const { decisionWithinDays: days } = serviceOf(office);
    const time = () => {
      const { decisionWithinDays, decisionWithinMonths } = serviceOf(office);
      return [decisionWithinDays, decisionWithinMonths];
    };
    expect(change(office, { decisionWithinMonths: { from: null, to: 3 } })).toBe('accepted');
    expect(time()).toEqual([null, 3]);
    // who says the same of another time sees what stands there
    expect(change(office, { decisionWithinMonths: { from: null, to: 2 } })).toBe('changedMeanwhile');
    expect(change(office, { decisionWithinDays: { from: days, to: 14 } })).toBe('changedMeanwhile');
    expect(change(office, { decisionWithinDays: { from: null, to: 14 } })).toBe('accepted');
    expect(time()).toEqual([14, undefined]);
    expect(change(office, { decisionWithinDays: { from: 14, to: null } })).toBe('accepted');
    expect(time()).toEqual([null, undefined]);
  });

  it('questions before an appointment are one field; none of them leave no trace', () => {
    const office = new TestOffice();
    const before = serviceOf(office);
    const asks = (asked: string) => [
      {
        id: 'one',
        asks: asked,
        answers: ['Ja', 'Nein'].map((says) => ({
          id: says,
          says,
          leadsTo: { is: 'booking', bring: says === 'Ja' ? ['den Impfpass'] : [], hint: '' },
        })),
      },
    ];
    const set = (from: unknown, to: unknown) => change(office, { visitQuestions: { from, to } });
    expect(set([], asks('Ist der Hund geimpft?'))).toBe('accepted');
    expect(serviceOf(office).visitQuestions).toEqual(asks('Ist der Hund geimpft?'));
    expect(
      office.decideUnchecked(
        'changeService',
        { serviceId, visitQuestions: { from: [], to: asks('?') } },
        doraRitter,
      ),
    ).toMatchObject({
      reason: {
        code: 'changedMeanwhile',
        field: 'visitQuestions',
        now: 'Ist der Hund geimpft? – Ja (mitbringen: den Impfpass) / Nein',
      },
    });
    expect(set(asks('Ist der Hund geimpft?'), asks('Ist er gechipt?'))).toBe('accepted');
    expect(set(asks('Ist er gechipt?'), [])).toBe('accepted');
    expect(serviceOf(office)).toEqual(before);
  });

  it('another’s change of the same field in between is not undone unseen; a fee is one field', () => {
    const office = new TestOffice();
    const fee = serviceOf(office).description?.fee;
    const to = (cents: number) => ({ fee: { from: fee, to: { ...fee, toCents: cents } } });
    expect(change(office, to(1000))).toBe('accepted');
    expect(change(office, to(2000))).toBe('changedMeanwhile');
    expect(change(office, to(1000))).toBe('accepted');
    expect(serviceOf(office).description?.fee.toCents).toBe(1000);
  });
});
