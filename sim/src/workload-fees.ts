import type { Case, Dossier } from '@amtsstube/shared/domain/case';
import { feeAccount } from '@amtsstube/shared/domain/fees/fee-account';
import { paymentId } from '@amtsstube/shared/domain/ids';
import { localDate } from '@amtsstube/shared/domain/time';
import { dueOn } from '@amtsstube/shared/fixtures/meetings/fee-acts';
import type { Random } from './random.ts';
import type { SimDesk } from './sim-desk.ts';

/** Few different ones: two clerks who read in the same bank statement must meet. */
const entries = ['bank-1', 'bank-2', 'bank-3'];
const amounts = [2000, 3000, 5000];

/** A fee is set, paid, waived, or one of these taken back: often beside somebody else who does so. */
export async function actOnFee(
  random: Random,
  { id: caseId, serviceId, fee }: Case,
  desk: Pick<SimDesk, 'shown' | 'do'>,
): Promise<void> {
  const dossier = desk.shown('dossiers', caseId) as Dossier | null | undefined;
  const account = feeAccount(dossier?.events ?? []);
  const reason = `Satzung ${random.id()}`;
  const roll = random.next();
  const entry = paymentId.parse(random.pick(entries) ?? 'bank-1');
  const paid = random.pick(account?.payments ?? [])?.id;
  // what is waived is owed again more often than by chance: only who holds the case may say so
  if (account?.waiver && random.chance(0.6)) await desk.do('revokeWaiver', { caseId, reason });
  else if (paid !== undefined && random.chance(0.3))
    await desk.do('revokePayment', { caseId, paymentId: paid, reason });
  else if (account === undefined || roll < 0.15) {
    const amountCents = random.pick(amounts) ?? 2000;
    const fromCents = fee?.amountCents ?? null;
    await desk.do('setFee', { caseId, serviceId, fromCents, amountCents, dueOn, reason });
  } else if (roll < 0.5)
    await desk.do('recordPayment', {
      caseId,
      paymentId: entry,
      amountCents: random.pick(amounts) ?? 2000,
      way: random.chance(0.7) ? 'transfer' : 'cash',
      on: localDate.parse('2026-11-23'),
      word: '',
    });
  else if (roll < 0.6) await desk.do('revokePayment', { caseId, paymentId: paid ?? entry, reason });
  else await desk.do(account.waiver ? 'revokeWaiver' : 'waiveFee', { caseId, reason });
}
