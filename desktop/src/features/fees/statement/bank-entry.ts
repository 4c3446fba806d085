import type { LocalDate } from '@amtsstube/shared/domain/time';

/** Money that came in, as a bank statement tells of it. */
export interface BankEntry {
  readonly bookedOn: LocalDate;
  readonly amountCents: number;
  /** Everything the payer wrote (Verwendungszweck), in one line. */
  readonly text: string;
  /** '' where the bank doesn't say. */
  readonly payer: string;
}

/** Why a file is no statement: what it is or lacks, and where. */
export type StatementProblem =
  | { readonly code: 'tooBig' | 'empty' | 'pdf' | 'zip' | 'mt940' | 'notAStatement' }
  /** XML that isn't well formed, or has what no bank writes. */
  | { readonly code: 'brokenXml' | 'doctype'; readonly line: number }
  /** Another kind of XML: named by its root or message element. */
  | { readonly code: 'otherXml'; readonly element: string }
  | { readonly code: 'noHeader' }
  | { readonly code: 'badValue'; readonly line: number; readonly field: string; readonly value: string };

export interface Statement {
  readonly format: 'camt' | 'csv';
  readonly entries: readonly BankEntry[];
  /** Outgoing, not yet booked, in another currency: nothing to match. */
  readonly leftOut: number;
}

export type ReadStatement = { readonly statement: Statement } | { readonly problem: StatementProblem };
