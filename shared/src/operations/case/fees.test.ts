import { describe, expect, it } from 'vitest';
import { creditorReference } from '../../domain/fees/creditor-reference.ts';
import { feeStateOf, openCents, overpaidCents } from '../../domain/fees/fee.ts';
import { feeAccount } from '../../domain/fees/fee-account.ts';
import { instant } from '../../domain/time.ts';
import { takeOver } from '../../fixtures/meetings/case-acts.ts';
import {
  charged,
  decideAsking,
  decideCharging,
  pay,
  revoke,
  setTo,
  unwaive,
  waive,
} from '../../fixtures/meetings/fee-acts.ts';
import { approveProposal, returnProposal } from '../../fixtures/meetings/letter-acts.ts';
import { type Arriving, bernd, doris, lead } from '../../fixtures/meetings/meeting.ts';
import { codeOf, TestOffice } from '../../fixtures/test-office.ts';
import { put } from '../outcome.ts';

function after(...acts: readonly Arriving[]): TestOffice {
  const office = new TestOffice();
  office.write([put('clerks', doris)]);
  for (const [kind, payload, who] of acts)
    expect(codeOf(office.decideUnchecked(kind, payload, who)), kind).toBe('accepted');
  return office;
}

function codesOf(office: TestOffice, ...acts: readonly Arriving[]): readonly string[] {
  return acts.map(([kind, payload, who]) => codeOf(office.decideUnchecked(kind, payload, who)));
}

function standing(office: TestOffice) {
  const { fee } = office.case();
  return fee && { state: feeStateOf(fee), open: openCents(fee), overpaid: overpaidCents(fee) };
}

describe('the fee of a case', () => {
  it('is what the history says, in the listed state too, whatever was done in between', () => {
    const office = after(
      ...charged,
      pay(doris),
      waive(bernd),
      revoke(doris),
      unwaive(lead),
      pay('system', 'p-2', 4000),
    );
    const account = feeAccount(office.dossier().events);
    expect(account).toMatchObject(office.case().fee ?? {});
    expect(account?.payments.map(({ id, byId, revoked }) => [id, byId, revoked?.reason])).toEqual([
      ['p-1', doris.id, 'Rücklastschrift'],
      ['p-2', null, undefined],
    ]);
    expect(standing(office)).toEqual({ state: 'open', open: 1000, overpaid: 0 });
  });

  it('comes with the decision, whose letter asks for exactly that', () => {
    const office = after(takeOver(bernd), decideCharging(bernd, 3000));
    expect(office.case().fee).toMatchObject({ amountCents: 3000, paidCents: 0 });
    expect(office.dossier().events.at(-1)).toMatchObject({ kind: 'decided', fee: { amountCents: 3000 } });
    expect(codesOf(after(takeOver(bernd)), decideAsking(bernd, 3000))).toEqual(['feeChanged']);
  });

  it('that waits for a second clerk is none before it', () => {
    const office = after(takeOver(bernd), decideCharging(bernd, 3000, true));
    expect(office.case().fee).toBeUndefined();
    expect(codesOf(office, approveProposal(doris))).toEqual(['accepted']);
    expect(office.case().fee).toMatchObject({ amountCents: 3000 });
  });

  it('charged by a colleague while the decision waits is not undone by its approval', () => {
    const office = after(takeOver(bernd), decideCharging(bernd, 3000, true), setTo(lead, 9000));
    expect(codesOf(office, approveProposal(doris))).toEqual(['feeChanged']);
    expect(office.case().fee).toMatchObject({ amountCents: 9000 });
    // also where no letter asks for it
    const unwritten = after(
      takeOver(bernd),
      decideCharging(bernd, 3000, true, { letter: undefined }),
      setTo(lead, 9000),
    );
    expect(codesOf(unwritten, approveProposal(doris))).toEqual(['feeChanged']);
    const same = after(takeOver(bernd), decideCharging(bernd, 3000, true), setTo(lead, 3000));
    expect(codesOf(same, approveProposal(doris))).toEqual(['accepted']);
  });

  it('is not charged by a decision that counts only after the day it was to be paid by', () => {
    const office = after(takeOver(bernd), decideCharging(bernd, 3000, true));
    office.decidedAt = instant.parse('2026-12-24T08:00:00.000Z');
    const [kind, payload, who] = approveProposal(doris);
    expect(office.decideUnchecked(kind, payload, who)).toMatchObject({
      reason: { code: 'feeOverdue', dueOn: '2026-12-23' },
    });
    expect(codesOf(office, returnProposal(doris), decideCharging(bernd, 3000))).toEqual([
      'accepted',
      'feeOverdue',
    ]);
    // on the day itself it can still be paid
    const onTheDay = after(takeOver(bernd), decideCharging(bernd, 3000, true));
    onTheDay.decidedAt = instant.parse('2026-12-23T08:00:00.000Z');
    expect(codesOf(onTheDay, approveProposal(doris))).toEqual(['accepted']);
  });

  it('of a case that was renumbered on the way has its reference on the letter, not the one the desk knew', () => {
    const office = after(takeOver(bernd));
    office.write([put('cases', { ...office.case(), fileReference: 'HST-2026-00077' })]);
    expect(codesOf(office, decideCharging(bernd, 3000))).toEqual(['accepted']);
    const [letter] = office.dossier().letters ?? [];
    expect(letter?.letter.payment?.reference).toBe(creditorReference('HST-2026-00077'));
    expect(letter?.letter.information).toContainEqual({ label: 'Aktenzeichen', value: 'HST-2026-00077' });
  });

  it('takes a reason where it is another one than there was, and where the service costs something else', () => {
    const silent = { reason: ' ' };
    expect(codesOf(after(takeOver(bernd)), setTo(bernd, 5000, silent))).toEqual(['feeOutOfRange']);
    expect(codesOf(after(...charged), setTo(bernd, 6000, { fromCents: 5000, ...silent }))).toEqual([
      'reasonRequired',
    ]);
    expect(codesOf(after(...charged), setTo(bernd, 6000, { fromCents: 5000 }))).toEqual(['accepted']);
  });

  it.each([
    ['paid in part, the rest waived', [pay(doris), waive(bernd)], { state: 'waived', open: 0, overpaid: 0 }],
    ['paid although it was waived', [waive(bernd), pay(doris)], { state: 'waived', open: 0, overpaid: 2000 }],
    [
      'paid twice',
      [pay(doris, 'p-1', 5000), pay(doris, 'p-2', 5000)],
      { state: 'paid', open: 0, overpaid: 5000 },
    ],
    [
      'paid, and it went back',
      [pay(doris, 'p-1', 5000), revoke(bernd)],
      { state: 'open', open: 5000, overpaid: 0 },
    ],
  ] as const)('%s', (_, acts, expected) => {
    expect(standing(after(...charged, ...acts))).toEqual(expected);
  });

  it('is nobody’s to set, waive or book who may not: another department, and who doesn’t hold the case', () => {
    expect(codesOf(after(setTo(lead)), setTo(bernd), waive(bernd))).toEqual(['notAssigned', 'notAssigned']);
    expect(codesOf(after(setTo(lead)), pay(doris))).toEqual(['accepted']);
    expect(codesOf(after(takeOver(bernd)), pay(bernd), waive(bernd))).toEqual(['noFee', 'noFee']);
  });
});
