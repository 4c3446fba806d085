import { localDate } from '@amtsstube/shared/domain/time';
import type { BankEntry, ReadStatement, StatementProblem } from './bank-entry.ts';
import { elementsAt, readXml, textAt, type XmlElement } from './xml-tree.ts';

type Problems = StatementProblem[];

/**
 * A bank statement in ISO 20022, `camt.053` in any of its versions: what was credited in euros and booked. A collective
 * entry counts as the single transfers it is made of.
 */
export function readCamt(text: string): ReadStatement {
  const read = readXml(text);
  if ('problem' in read) return read;
  const { root } = read;
  const statements = elementsAt(root, 'BkToCstmrStmt', 'Stmt');
  if (root.name !== 'Document' || statements.length === 0)
    return { problem: { code: 'otherXml', element: root.children[0]?.name ?? root.name } };
  const problems: Problems = [];
  const entries = statements
    .flatMap((statement) => elementsAt(statement, 'Ntry'))
    .map((entry) => entriesOf(entry, problems));
  const [problem] = problems;
  if (problem) return { problem };
  const leftOut = entries.filter(({ length }) => length === 0).length;
  return { statement: { format: 'camt', entries: entries.flat(), leftOut } };
}

function entriesOf(entry: XmlElement, problems: Problems): readonly BankEntry[] {
  const status = textAt(entry, ['Sts', 'Cd'], ['Sts']);
  const isBooked = status === 'BOOK' || status === '';
  const isReversal = textAt(entry, ['RvslInd']) === 'true';
  if (textAt(entry, ['CdtDbtInd']) !== 'CRDT' || isReversal || !isBooked) return [];
  const bookedOn = dateOf(entry, problems);
  const details = elementsAt(entry, 'NtryDtls', 'TxDtls');
  const amount = amountOf(entry, problems, ['Amt']);
  if (amount === undefined || bookedOn === undefined) return [];
  const [only, ...others] = details;
  if (only === undefined || others.length === 0)
    return [
      {
        bookedOn,
        amountCents: amount,
        text: wordsOf(only ?? entry, entry),
        payer: only ? payerOf(only) : '',
      },
    ];
  return details.flatMap((each) => {
    const amountCents = amountOf(
      each,
      problems,
      ['Amt'],
      ['AmtDtls', 'TxAmt', 'Amt'],
      ['AmtDtls', 'InstdAmt', 'Amt'],
    );
    if (amountCents === undefined) return [];
    return [{ bookedOn, amountCents, text: wordsOf(each, entry), payer: payerOf(each) }];
  });
}

/** In cents; undefined: in another currency, or not said, or no amount, which is a problem. */
function amountOf(
  from: XmlElement,
  problems: Problems,
  ...paths: readonly (readonly string[])[]
): number | undefined {
  const found = paths.flatMap((path) => elementsAt(from, ...path))[0];
  if (found === undefined || (found.attributes['Ccy'] ?? 'EUR') !== 'EUR') return undefined;
  const value = found.text.trim();
  // ISO 20022 decimals: a point, and no separators
  if (/^\d{1,12}(\.\d{1,5})?$/.test(value)) return Math.round(Number(value) * 100);
  problems.push(badValue(found, value));
  return undefined;
}

function dateOf(entry: XmlElement, problems: Problems): BankEntry['bookedOn'] | undefined {
  const value = textAt(entry, ['BookgDt', 'Dt'], ['BookgDt', 'DtTm'], ['ValDt', 'Dt'], ['ValDt', 'DtTm']);
  const parsed = localDate.safeParse(value.slice(0, 10));
  if (!parsed.success) problems.push({ ...badValue(entry, value), field: 'BookgDt' });
  return parsed.data;
}

function badValue({ line, name }: XmlElement, value: string) {
  return { code: 'badValue' as const, line, field: name, value: value.slice(0, 60) };
}

/** Free words, and the reference of who wrote it where it belongs by the standard. */
function wordsOf(details: XmlElement, entry: XmlElement): string {
  const words = [
    ...elementsAt(details, 'RmtInf', 'Ustrd'),
    ...elementsAt(details, 'RmtInf', 'Strd', 'CdtrRefInf', 'Ref'),
    ...elementsAt(details, 'RmtInf', 'Strd', 'AddtlRmtInf'),
    ...elementsAt(details, 'Refs', 'EndToEndId'),
    ...elementsAt(entry, 'AddtlNtryInf'),
  ].map(({ text }) => text.trim());
  return words
    .filter((each) => each !== '' && each !== 'NOTPROVIDED')
    .join(' ')
    .replaceAll(/\s+/g, ' ');
}

function payerOf(details: XmlElement): string {
  return textAt(details, ['RltdPties', 'Dbtr', 'Nm'], ['RltdPties', 'Dbtr', 'Pty', 'Nm']);
}
