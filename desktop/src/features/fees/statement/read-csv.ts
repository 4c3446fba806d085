import { type LocalDate, localDate } from '@amtsstube/shared/domain/time';
import Papa from 'papaparse';
import type { BankEntry, ReadStatement } from './bank-entry.ts';

/** How German banks call a column in their exports, as far as it is told apart by its beginning. */
const columnNames = {
  date: /^(buchungstag|buchungsdatum|buchung|datum|wertstellung|valuta)/i,
  amount: /^(betrag|umsatz( |$)|umsatz in)/i,
  text: /^(verwendungszweck|vorgang\/verwendungszweck|verwendung|umsatzinformation|buchungstext|beschreibung)/i,
  payer:
    /^(beguenstigter|begünstigter|name zahlungsbeteiligter|auftraggeber|zahlungspflichtige|empfänger|empfaenger|name)/i,
  currency: /^(währung|waehrung)/i,
  state: /^(info|status)$/i,
} as const;
type Column = keyof typeof columnNames;

interface Columns extends Readonly<Record<Exclude<Column, 'text'>, number | undefined>> {
  /** Some banks cut the words of the payer into columns as long as a line of a paper transfer. */
  readonly text: readonly number[];
  /** Where outgoing and incoming money has a column each, instead of `amount`. */
  readonly debit: number | undefined;
  readonly credit: number | undefined;
}

/** A line that is no booking, as banks call it in one of its cells. */
const balance = /^((anfangs|end|abschluss)?saldo|((alter|neuer) )?(saldo|kontostand))( (am|per|vom) .*)?:?$/i;

/** A bank's CSV export: lines before the header and after the last entry are skipped, what is between must be readable. */
export function readCsv(text: string): ReadStatement {
  const { data: rows } = Papa.parse<string[]>(text, {
    delimitersToGuess: [';', ',', '\t'],
    skipEmptyLines: false,
  });
  const header = rows.findIndex((row) => isHeader(columnsOf(row)));
  const columns = columnsOf(rows[header] ?? []);
  if (!isHeader(columns)) return { problem: { code: 'noHeader' } };
  const side = sideColumn(rows.slice(header + 1), columns);
  const entries: BankEntry[] = [];
  let leftOut = 0;
  for (const [index, row] of rows.slice(header + 1).entries()) {
    const cell = (column: Exclude<Column, 'text'>) => cellOf(row, columns[column]);
    const bad = (column: number | undefined) => ({
      problem: {
        code: 'badValue' as const,
        line: header + index + 2,
        field: cellOf(rows[header] ?? [], column),
        value: cellOf(row, column).slice(0, 60),
      },
    });
    if (row.some((each) => balance.test(each.trim()))) continue;
    const amountAt =
      columns.amount ?? [columns.credit, columns.debit].find((each) => cellOf(row, each) !== '');
    const [date, amount] = [cell('date'), cellOf(row, amountAt)];
    // an empty line, a sum at the end
    if (date === '' && amount === '') continue;
    const bookedOn = readDate(date);
    if (bookedOn === undefined) {
      if (amount === '') continue;
      return bad(columns.date);
    }
    const written = readCents(amount);
    if (written === undefined) return bad(amountAt);
    const isOut = amountAt === columns.debit || cellOf(row, side).toUpperCase() === 'S';
    const cents = isOut ? -Math.abs(written) : written;
    const isOther = !/^(EUR|€|)$/i.test(cell('currency')) || /vorgemerkt/i.test(cell('state'));
    if (cents <= 0 || isOther) leftOut += 1;
    else
      entries.push({
        bookedOn,
        amountCents: cents,
        text: columns.text
          .map((each) => cellOf(row, each))
          .filter((part) => part !== '')
          .join(' ')
          .replaceAll(/\s+/g, ' '),
        payer: cell('payer'),
      });
  }
  return { statement: { format: 'csv', entries, leftOut } };
}

function columnsOf(row: readonly string[]): Columns {
  const names = row.map((name) => name.trim());
  const find = (pattern: RegExp) => {
    const index = names.findIndex((name) => pattern.test(name));
    return index === -1 ? undefined : index;
  };
  const { date, amount, payer, currency, state } = columnNames;
  const [debit, credit] = [find(/^soll$/i), find(/^haben$/i)];
  // the words of the payer before the bank's own
  const words = [...names.keys()].filter((index) => /verwendung/i.test(names[index] ?? ''));
  const other = find(columnNames.text);
  return {
    date: find(date),
    amount: find(amount),
    debit: credit === undefined ? undefined : debit,
    credit: debit === undefined ? undefined : credit,
    text: words.length > 0 || other === undefined ? words : [other],
    payer: find(payer),
    currency: find(currency),
    state: find(state),
  };
}

function isHeader({ date, amount, credit, text }: Columns): boolean {
  return date !== undefined && (amount ?? credit) !== undefined && text.length > 0;
}

/** The column that says of an amount without a sign whether it went out (`S`, Soll) or came in (`H`, Haben); banks leave its name away. */
function sideColumn(rows: readonly (readonly string[])[], columns: Columns): number | undefined {
  const booked = rows.filter((row) => cellOf(row, columns.amount) !== '');
  const width = Math.max(0, ...booked.map(({ length }) => length));
  const isSide = (index: number) => booked.every((row) => /^[SH]$/i.test(cellOf(row, index)));
  return booked.length === 0 ? undefined : Array.from({ length: width }, (_, index) => index).find(isSide);
}

function cellOf(row: readonly string[], index: number | undefined): string {
  return index === undefined ? '' : (row[index] ?? '').trim();
}

/** `23.11.2026`, `23.11.26` or `2026-11-23`. */
function readDate(text: string): LocalDate | undefined {
  const german = /^(\d{1,2})\.(\d{1,2})\.(\d{2}|\d{4})$/.exec(text);
  const [, day = '', month = '', year = ''] = german ?? [];
  const iso = german ? `20${year.slice(-2)}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text;
  const parsed = localDate.safeParse(iso);
  return parsed.success ? parsed.data : undefined;
}

/** `1.234,56`, `+35,50`, `-12` or `35.50`; undefined when it is no amount. */
function readCents(text: string): number | undefined {
  const written = text.replaceAll(/[\s€]|EUR/g, '').replace('−', '-');
  const match =
    /^([-+]?)(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d{1,2}))?$/.exec(written) ??
    /^([-+]?)(\d+)\.(\d{2})$/.exec(written);
  if (!match) return undefined;
  const [, sign = '', euros = '', rest = ''] = match;
  const cents = Number(euros.replaceAll('.', '')) * 100 + Number(rest.padEnd(2, '0'));
  return sign === '-' ? -cents : cents;
}
