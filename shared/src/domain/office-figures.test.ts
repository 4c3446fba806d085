import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aCase } from '../fixtures/builders.ts';
import { apply, approve, giveBack, note, reject, takeOver } from '../fixtures/meetings/case-acts.ts';
import { decideCharging, pay, revoke, setTo, unwaive, waive } from '../fixtures/meetings/fee-acts.ts';
import { type Arriving, bernd, lead, theCase } from '../fixtures/meetings/meeting.ts';
import { codeOf, TestOffice } from '../fixtures/test-office.ts';
import { testTown } from '../fixtures/test-town.ts';
import type { Case } from './case.ts';
import { caseId } from './ids.ts';
import { officeFigures, type Period } from './office-figures.ts';
import { daysBetween, instant, instantOf, localDate, localDateOf } from './time.ts';

const day = (text: string) => localDate.parse(text);
const at = (text: string) => instant.parse(`${text}.000Z`);
const autumn: Period = { from: day('2026-09-01'), to: day('2026-11-30') };
const today = day('2026-11-27');
const decidedAt = (text: string): Partial<Case> => ({
  status: 'decided',
  decision: { kind: 'approved', decidedBy: bernd.id, decidedAt: at(text) },
});
const figuresOf = (...cases: readonly Partial<Case>[]) =>
  officeFigures(
    cases.map((each, index) => aCase({ id: caseId.parse(`case-${index}`), ...each })),
    autumn,
    today,
  );

describe('the figures of an office', () => {
  it('count by local months, also where UTC is in the month before', () => {
    const { months, total } = figuresOf(
      { submittedAt: at('2026-09-30T22:30:00') },
      { submittedAt: at('2026-08-31T21:59:00') },
      { submittedAt: at('2026-11-05T08:00:00'), ...decidedAt('2026-11-30T23:30:00') },
    );
    expect(months).toEqual(['2026-09', '2026-10', '2026-11']);
    expect([...total.received]).toEqual([
      ['2026-10', 1],
      ['2026-11', 1],
    ]);
    expect([...total.decided]).toEqual([]);
  });

  it('tell how long half and nine of ten took, in calendar days', () => {
    const took = [0, 1, 2, 3, 4, 5, 6, 7, 8, 30].map((days) => ({
      submittedAt: at('2026-10-01T09:00:00'),
      firstTouchedAt: instantOf(Date.parse('2026-10-01T09:00:00Z') + days * 86_400_000),
      ...decidedAt(
        new Date(Date.parse('2026-10-02T09:00:00Z') + days * 86_400_000).toISOString().slice(0, 19),
      ),
    }));
    const { total } = figuresOf(...took);
    expect(total.toFirstTouch).toEqual({ count: 10, median: 4, mostly: 8 });
    expect(total.toDecision).toEqual({ count: 10, median: 5, mostly: 9 });
    expect(figuresOf({}).total.toDecision).toEqual({ count: 0, median: undefined, mostly: undefined });
  });

  it('what lies open by age and what is overdue, whenever it came in', () => {
    const open = ['2026-11-27', '2026-11-20', '2026-11-19', '2026-10-28', '2026-08-29', '2026-08-28'];
    const { total } = figuresOf(
      ...open.map((on) => ({ submittedAt: at(`${on}T09:00:00`), deadlineOn: day('2026-11-27') })),
      { submittedAt: at('2026-11-26T09:00:00'), deadlineOn: day('2026-11-26') },
    );
    expect(total.openByAge).toEqual([3, 1, 1, 1, 1]);
    expect(total.overdue).toBe(1);
  });

  it('decided within its time is decided on the last day at the latest', () => {
    const decided = (on: string) => ({
      submittedAt: at('2026-10-01T09:00:00'),
      deadlineOn: day('2026-10-31'),
      ...decidedAt(`${on}T22:59:00`),
    });
    expect(figuresOf(decided('2026-10-31'), decided('2026-11-01')).total.inTime).toEqual({ of: 2, met: 1 });
  });

  it('equal what the log of operations gives, whatever was done', () => {
    const acts: readonly Arriving[] = [
      takeOver(bernd),
      takeOver(lead),
      giveBack(bernd),
      note(bernd),
      approve(bernd),
      approve(lead),
      reject(bernd),
      setTo(lead),
      setTo(lead, 6000, { fromCents: 5000 }),
      decideCharging(lead, 3000),
      pay(bernd),
      pay('system', 'p-2', 5000),
      revoke(bernd),
      waive(lead),
      unwaive(lead),
      apply('new-1', 'A'),
      apply('new-2', 'D'),
      apply('new-3', 'E'),
    ];
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...acts), fc.integer({ min: 0, max: 40 })), { maxLength: 12 }),
        (history) => {
          const office = new TestOffice([{ submittedAt: at('2026-11-23T08:00:00') }]);
          // as the server logs it: what was decided, on which case, when
          const log = history.flatMap(([operation, days]) => {
            office.decidedAt = instantOf(Date.parse(office.decidedAt) + days * 3_600_000 * 24);
            const isAccepted =
              codeOf(office.decideUnchecked(operation[0], operation[1], operation[2])) === 'accepted';
            const { caseId: id } = operation[1] as { caseId: string };
            return isAccepted ? [{ kind: operation[0], id, at: office.decidedAt, operation }] : [];
          });
          const until = localDateOf(office.decidedAt);
          const cases = [...office.documents].flatMap(([key, document]) =>
            key.startsWith('cases/') ? [document as Case] : [],
          );
          const period = { from: day('2026-01-01'), to: until };
          const { total } = officeFigures(cases, period, until);

          const ids = [
            theCase as string,
            ...log.flatMap(({ kind, id }) => (kind === 'submitApplication' ? [id] : [])),
          ];
          const cameIn = (id: string) =>
            log.find((row) => row.kind === 'submitApplication' && row.id === id)?.at ??
            at('2026-11-23T08:00:00');
          const first = (id: string, is: (kind: string) => boolean) =>
            log.find((row) => row.id === id && is(row.kind))?.at;
          const days = (id: string, to: ReturnType<typeof first>) =>
            to === undefined ? [] : [daysBetween(localDateOf(cameIn(id)), localDateOf(to))];
          const touches = ids.flatMap((id) =>
            days(
              id,
              first(id, (kind) => kind !== 'submitApplication'),
            ),
          );
          const decisions = ids.flatMap((id) =>
            days(
              id,
              first(id, (kind) => kind === 'decideCase'),
            ),
          );

          expect(sum(total.received)).toBe(ids.length);
          expect(total.toFirstTouch.count).toBe(touches.length);
          expect(total.toFirstTouch.mostly).toBe(nineOfTen(touches));
          expect(sum(total.decided)).toBe(decisions.length);
          expect(total.toDecision.mostly).toBe(nineOfTen(decisions));
          expect(total.openByAge.reduce((a, b) => a + b)).toBe(ids.length - decisions.length);
          expect([...total.fees.values()]).toEqual(feesIn(log.map(({ operation }) => operation)));
          expect([...officeFigures(cases, period, until).byService.keys()]).toEqual([testTown.serviceId]);
        },
      ),
    );
  });
});

/** Step by step what the accepted acts on the one case that has a fee come to. */
function feesIn(log: readonly Arriving[]) {
  let charged: number | undefined;
  let waived = 0;
  const paid = new Map<string, number>();
  const sumPaid = () => [...paid.values()].reduce((a, b) => a + b, 0);
  for (const [kind, payload] of log) {
    if (kind === 'setFee') charged = payload.amountCents;
    if (kind === 'decideCase' && payload.fee) charged = payload.fee.amountCents;
    if (kind === 'recordPayment') paid.set(payload.paymentId, payload.amountCents);
    if (kind === 'revokePayment') paid.set(payload.paymentId, 0);
    if (kind === 'waiveFee') waived = (charged ?? 0) - sumPaid();
    if (kind === 'revokeWaiver') waived = 0;
  }
  if (charged === undefined) return [];
  return [{ charged, paid: sumPaid(), waived, open: Math.max(0, charged - waived - sumPaid()) }];
}

function sum(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((a, b) => a + b, 0);
}

function nineOfTen(days: readonly number[]): number | undefined {
  return days.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(days.length * 0.9) - 1)];
}
