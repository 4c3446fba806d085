import type { Case } from '@amtsstube/shared/domain/case';
import { creditorReference, referencesIn } from '@amtsstube/shared/domain/fees/creditor-reference';
import { openCents } from '@amtsstube/shared/domain/fees/fee';
import { type PaymentId, paymentId } from '@amtsstube/shared/domain/ids';
import type { BankEntry } from './bank-entry.ts';

/** An entry beside the case its reference names. */
export interface Match {
  readonly id: PaymentId;
  readonly entry: BankEntry;
  readonly caseRecord: Case;
  readonly reference: string;
  /** What was open before this entry; earlier ones of the same file are counted as if they were booked. */
  readonly openBefore: number;
  /** `recorded`: this very entry is booked already, or was and was taken back. */
  readonly state: 'exact' | 'tooLittle' | 'tooMuch' | 'recorded';
}

export interface Matches {
  readonly matches: readonly Match[];
  /** Nothing in the text is the reference of a fee, or several are. */
  readonly without: readonly BankEntry[];
  readonly ambiguous: readonly BankEntry[];
}

/** By reference alone: a name or an amount proves nothing. `recorded`: the payments of a case that its history knows. */
export function matchEntries(
  entries: readonly BankEntry[],
  cases: Iterable<Case>,
  recorded: (caseId: Case['id']) => ReadonlySet<string>,
): Matches {
  const byReference = new Map<string, Case[]>();
  for (const each of cases) {
    const reference = each.fee && creditorReference(each.fileReference);
    if (reference) byReference.set(reference, [...(byReference.get(reference) ?? []), each]);
  }
  const known = new Set(byReference.keys());
  const open = new Map<Case['id'], number>();
  const times = new Map<string, number>();
  const result = { matches: [] as Match[], without: [] as BankEntry[], ambiguous: [] as BankEntry[] };
  for (const entry of entries) {
    const references = referencesIn(entry.text, known);
    const [reference] = references;
    const [caseRecord, another] = byReference.get(reference ?? '') ?? [];
    if (reference === undefined || caseRecord?.fee === undefined) result.without.push(entry);
    else if (references.length > 1 || another) result.ambiguous.push(entry);
    else {
      const same = `bank.${entry.bookedOn}.${entry.amountCents}.${reference}`;
      const time = (times.get(same) ?? 0) + 1;
      times.set(same, time);
      const id = entryId(same, time);
      const openBefore = open.get(caseRecord.id) ?? openCents(caseRecord.fee);
      const isRecorded = recorded(caseRecord.id).has(id);
      if (!isRecorded) open.set(caseRecord.id, Math.max(0, openBefore - entry.amountCents));
      const state = isRecorded ? 'recorded' : compared(entry.amountCents, openBefore);
      result.matches.push({ id, entry, caseRecord, reference, openBefore, state });
    }
  }
  return result;
}

/**
 * What the entry itself says, so that it has the same id on each desk, in each format and in a statement that overlaps
 * another: day, amount, reference, and which of several alike it is.
 */
function entryId(same: string, time: number): PaymentId {
  return paymentId.parse(`${same}.${time}`);
}

function compared(amountCents: number, openBefore: number): 'exact' | 'tooLittle' | 'tooMuch' {
  if (amountCents === openBefore) return 'exact';
  return amountCents < openBefore ? 'tooLittle' : 'tooMuch';
}
