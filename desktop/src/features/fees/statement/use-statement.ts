import { feeAccount } from '@amtsstube/shared/domain/fees/fee-account';
import type { CaseId, PaymentId } from '@amtsstube/shared/domain/ids';
import { useRef, useState } from 'react';
import { firstValueFrom } from 'rxjs';
import type { Desk } from '../../../data/desk.ts';
import { useDesk } from '../../../ui/desk-context.tsx';
import { useNameOf } from '../../../ui/names.ts';
import { stateAfter } from '../../../ui/use-action.ts';
import type { Statement, StatementProblem } from './bank-entry.ts';
import { type Match, type Matches, matchEntries } from './match-entries.ts';
import { largestStatement, readStatement } from './read-statement.ts';

export interface NotBooked {
  readonly match: Match;
  readonly sentence: string;
}

export type StatementState =
  | { readonly state: 'choosing' | 'reading' | 'unreadable' }
  | { readonly state: 'problem'; readonly problem: StatementProblem }
  | {
      readonly state: 'read' | 'booking';
      readonly name: string;
      readonly statement: Statement;
      readonly matches: Matches;
    }
  | { readonly state: 'booked'; readonly booked: number; readonly notBooked: readonly NotBooked[] };

/** A bank statement from the file to the booked payments. Needs no line; what isn't booked leaves no trace. */
export function useStatement() {
  const { desk } = useDesk();
  const nameOf = useNameOf();
  const [now, setNow] = useState<StatementState>({ state: 'choosing' });
  const latest = useRef<File>(undefined);

  async function read(file: File) {
    latest.current = file;
    setNow({ state: 'reading' });
    const after = await stateOf(file, desk);
    // another one was chosen while this one was read
    if (latest.current === file) setNow(after);
  }

  async function book(chosen: ReadonlySet<PaymentId>) {
    if (now.state !== 'read') return;
    setNow({ ...now, state: 'booking' });
    const notBooked: NotBooked[] = [];
    let booked = 0;
    for (const match of now.matches.matches) {
      if (!chosen.has(match.id)) continue;
      const { id: paymentId, entry, caseRecord } = match;
      const saved = await desk.do('recordPayment', {
        caseId: caseRecord.id,
        paymentId,
        amountCents: entry.amountCents,
        way: 'transfer',
        on: entry.bookedOn,
        word: [entry.payer, entry.text]
          .filter((part) => part !== '')
          .join(': ')
          .slice(0, 1000),
      });
      const after = stateAfter(saved, nameOf);
      if (after.state === 'failed') notBooked.push({ match, sentence: after.sentence });
      else booked += 1;
    }
    setNow({ state: 'booked', booked, notBooked });
  }

  return { now, read, book };
}

async function stateOf(file: File, desk: Desk): Promise<StatementState> {
  // before it is read: it may be a film of some gigabytes
  if (file.size > largestStatement) return { state: 'problem', problem: { code: 'tooBig' } };
  const bytes = await file.arrayBuffer().catch(() => undefined);
  if (bytes === undefined) return { state: 'unreadable' };
  const read = readStatement(new Uint8Array(bytes));
  if ('problem' in read) return { state: 'problem', problem: read.problem };
  const rows = (await firstValueFrom(desk.caseList$)) ?? [];
  const cases = rows.map(({ caseRecord }) => caseRecord);
  const { entries } = read.statement;
  const named = matchEntries(entries, cases, () => new Set()).matches.map(({ caseRecord }) => caseRecord.id);
  const recorded = await recordedOf(desk, new Set(named));
  const matches = matchEntries(entries, cases, (id) => recorded.get(id) ?? new Set());
  return { state: 'read', name: file.name, statement: read.statement, matches };
}

/** What the histories say is booked. Of a case whose history isn't here the server knows, and refuses what is double. */
async function recordedOf(
  desk: Desk,
  cases: ReadonlySet<CaseId>,
): Promise<ReadonlyMap<CaseId, ReadonlySet<string>>> {
  const recorded = new Map<CaseId, ReadonlySet<string>>();
  for (const id of cases) {
    const shown = await firstValueFrom(desk.watch('dossiers', id));
    const payments = feeAccount(shown?.document.events ?? [])?.payments ?? [];
    recorded.set(id, new Set(payments.map((payment) => payment.id)));
  }
  return recorded;
}
