import { describe, expect, it } from 'vitest';
import type { BankEntry } from './bank-entry.ts';
import { readStatement } from './read-statement.ts';
import { aCamt, aCsv } from './test-statements.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string) => readStatement(bytes(text));
const entriesIn = (text: string): readonly BankEntry[] => {
  const result = read(text);
  if ('problem' in result) throw new Error(JSON.stringify(result.problem));
  return result.statement.entries;
};
const problemIn = (text: string) => {
  const result = read(text);
  return 'problem' in result ? result.problem : undefined;
};

describe('a bank statement in CAMT.053', () => {
  it('gives what was credited, with the words of the payer and his name', () => {
    expect(entriesIn(aCamt([{ amount: '35.50', text: 'RF90 HST2 0260 0001', payer: 'Ute Wolf' }]))).toEqual([
      { bookedOn: '2026-11-27', amountCents: 3550, text: 'RF90 HST2 0260 0001', payer: 'Ute Wolf' },
    ]);
  });

  it('gives the reference from the field for structured ones, too', () => {
    const [entry] = entriesIn(aCamt([{ amount: '5.00', text: '', structured: 'RF90HST202600001' }]));
    expect(entry?.text).toBe('RF90HST202600001');
  });

  it('leaves out debits, what isn’t booked, other currencies and what was reversed', () => {
    const result = read(
      aCamt([
        { amount: '1.00', text: 'gut' },
        { amount: '2.00', text: 'Last', sign: 'DBIT' },
        { amount: '3.00', text: 'vorgemerkt', status: 'PDNG' },
        { amount: '4.00', text: 'Dollar', currency: 'USD' },
        { amount: '5.00', text: 'zurück', isReversal: true },
      ]),
    );
    expect(result).toMatchObject({ statement: { entries: [{ amountCents: 100 }], leftOut: 4 } });
  });

  it('counts a collective entry as the transfers it is made of', () => {
    const texts = ['RF90HST202600001', 'RF63HST202600002'];
    expect(
      entriesIn(aCamt([{ amount: '10.00', text: '', collected: texts }])).map(({ text }) => text),
    ).toEqual(texts);
  });

  it.each([
    ['that breaks off', aCamt([{ amount: '1.00', text: 'x' }]).slice(0, -40), { code: 'brokenXml' }],
    [
      'with an amount that is none',
      aCamt([{ amount: '1,00', text: 'x' }]),
      { code: 'badValue', field: 'Amt', value: '1,00', line: 7 },
    ],
    [
      'with a day that is none',
      aCamt([{ amount: '1.00', text: 'x', day: '2026-02-30' }]),
      { code: 'badValue', field: 'BookgDt' },
    ],
    [
      'that is a payment order',
      '<?xml version="1.0"?><Document><CstmrCdtTrfInitn/></Document>',
      { code: 'otherXml', element: 'CstmrCdtTrfInitn' },
    ],
    ['that is a page', '<html><body/></html>', { code: 'otherXml' }],
    [
      'with entities that grow without end',
      '<?xml version="1.0"?>\n<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>\n<Document>&b;</Document>',
      { code: 'doctype', line: 2 },
    ],
    ['that nests without end', '<a>'.repeat(100_000), { code: 'brokenXml' }],
  ])('%s is refused, with where', (_, text, problem) => {
    expect(problemIn(text)).toMatchObject(problem);
  });
});

describe('a bank statement as CSV', () => {
  it('is read as Sparkassen write it', () => {
    const text = aCsv('sparkasse');
    expect(entriesIn(text)).toEqual([
      { bookedOn: '2026-11-27', amountCents: 3550, text: 'RF90 HST202600001 Größe', payer: 'Müller, Jörg' },
      { bookedOn: '2026-11-26', amountCents: 123_450, text: 'Miete', payer: 'Verein; e. V.' },
    ]);
  });

  it('is read as Volksbanken write it, with lines before the header and after the entries', () => {
    expect(entriesIn(aCsv('volksbank'))).toEqual([
      { bookedOn: '2026-11-27', amountCents: 3550, text: 'RF90HST202600001', payer: 'Ute Wolf' },
    ]);
  });

  it('knows by S and H what went out, and no balance for a booking', () => {
    const text = [
      'Buchungstag;Auftraggeber/Zahlungsempfänger;Vorgang/Verwendungszweck;Kundenreferenz;Währung;Umsatz; ',
      '27.11.2026;Stadt Musterstadt;Rückerstattung RF90HST202600001;;EUR;35,50;S',
      '27.11.2026;Ute Wolf;RF90HST202600001;;EUR;35,50;H',
      '01.11.2026;;;Anfangssaldo;EUR;1.000,00;H',
      '27.11.2026;;;Endsaldo;EUR;1.000,00;H',
    ].join('\n');
    expect(read(text)).toMatchObject({ statement: { entries: [{ payer: 'Ute Wolf' }], leftOut: 1 } });
  });

  it('is read with a column for what went out and one for what came in', () => {
    const text = [
      'Buchungstag;Wert;Umsatzart;Begünstigter / Auftraggeber;Verwendungszweck;IBAN;Soll;Haben;Währung',
      '27.11.2026;27.11.2026;SEPA;Ute Wolf;RF90HST202600001;DE;;35,50;EUR',
      '27.11.2026;27.11.2026;SEPA;Stadtwerke;Strom;DE;-80,00;;EUR',
      '27.11.2026;27.11.2026;SEPA;Stadtwerke;Gas;DE;80,00;;EUR',
    ].join('\n');
    expect(read(text)).toMatchObject({
      statement: { entries: [{ amountCents: 3550, text: 'RF90HST202600001' }], leftOut: 2 },
    });
  });

  it('is read where the words of the payer are cut into columns', () => {
    const text = [
      'Datum;Name;Verwendungszweck;Verwendungszweck 2;Verwendungszweck 3;Betrag',
      '27.11.2026;Ute Wolf;Hundesteuer RF90HST2026;00001;;35,50',
    ].join('\n');
    expect(entriesIn(text)[0]?.text).toBe('Hundesteuer RF90HST2026 00001');
  });

  it('is read in the letters of Windows', () => {
    const windows = Uint8Array.from(aCsv('sparkasse'), (letter) => letter.charCodeAt(0));
    const result = readStatement(windows);
    expect('statement' in result && result.statement.entries[0]?.payer).toBe('Müller, Jörg');
  });

  it.each([
    ['without the columns it needs', 'Name;Ort\nWolf;Musterstadt\n', { code: 'noHeader' }],
    [
      'with an amount that is none',
      'Buchungstag;Verwendungszweck;Betrag\n27.11.2026;x;viel\n',
      { code: 'badValue', line: 2, field: 'Betrag', value: 'viel' },
    ],
    [
      'with a day that is none',
      'Buchungstag;Verwendungszweck;Betrag\n\n31.02.2026;x;1,00\n',
      { code: 'badValue', line: 3, field: 'Buchungstag' },
    ],
    ['that is a PDF', '%PDF-1.7 …', { code: 'pdf' }],
    ['that is a ZIP', 'PK\u0003\u0004…', { code: 'zip' }],
    ['that is MT940', ':20:STARTUMSE\n:25:…', { code: 'mt940' }],
    ['that is no text', 'a\0b', { code: 'notAStatement' }],
    ['that is empty', '', { code: 'empty' }],
  ])('%s is refused, with where', (_, text, problem) => {
    expect(problemIn(text)).toMatchObject(problem);
  });
});
