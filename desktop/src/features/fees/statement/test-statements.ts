interface CamtEntry {
  readonly amount: string;
  readonly text: string;
  readonly payer?: string;
  readonly structured?: string;
  readonly sign?: 'CRDT' | 'DBIT';
  readonly status?: string;
  readonly currency?: string;
  readonly isReversal?: boolean;
  readonly day?: string;
  /** Of equal transfers in one entry, the words of each. */
  readonly collected?: readonly string[];
}

/** A statement in CAMT.053 as banks send it; the first entry's amount stands in line 7. */
export function aCamt(entries: readonly CamtEntry[]): string {
  const lines = entries.map((entry) => {
    const {
      amount,
      sign = 'CRDT',
      status = 'BOOK',
      currency = 'EUR',
      isReversal,
      day = '2026-11-27',
      collected,
    } = entry;
    const each = collected ? (Number(amount) / collected.length).toFixed(2) : amount;
    const details = (collected ?? [entry.text]).map((text) =>
      detailsOf({ ...entry, text }, each, currency, collected),
    );
    return `   <Ntry>
    <Amt Ccy="${currency}">${amount}</Amt><CdtDbtInd>${sign}</CdtDbtInd>${isReversal ? '<RvslInd>true</RvslInd>' : ''}
    <Sts><Cd>${status}</Cd></Sts><BookgDt><Dt>${day}</Dt></BookgDt>
    <NtryDtls>${details.join('')}</NtryDtls>
   </Ntry>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08">
 <BkToCstmrStmt>
  <GrpHdr><MsgId>1</MsgId></GrpHdr>
  <Stmt><Id>1</Id>
${lines.join('\n')}
  </Stmt>
 </BkToCstmrStmt>
</Document>`;
}

function detailsOf(
  { text, payer = '', structured }: CamtEntry,
  amount: string,
  currency: string,
  collected: readonly string[] | undefined,
): string {
  const own = collected ? `<Amt Ccy="${currency}">${amount}</Amt>` : '';
  const reference = structured ? `<Strd><CdtrRefInf><Ref>${structured}</Ref></CdtrRefInf></Strd>` : '';
  const words = text === '' ? '' : `<Ustrd>${text}</Ustrd>`;
  return `<TxDtls><Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs>${own}<RltdPties><Dbtr><Pty><Nm>${payer}</Nm></Pty></Dbtr></RltdPties><RmtInf>${words}${reference}</RmtInf></TxDtls>`;
}

/** CSV exports with the columns and the oddities of two families of German banks. */
export function aCsv(bank: 'sparkasse' | 'volksbank'): string {
  return {
    sparkasse: `"Auftragskonto";"Buchungstag";"Valutadatum";"Buchungstext";"Verwendungszweck";"Beguenstigter/Zahlungspflichtiger";"Kontonummer/IBAN";"Betrag";"Waehrung";"Info"
"DE02120300000000202051";"27.11.26";"27.11.26";"GUTSCHR. UEBERWEISUNG";"RF90 HST202600001 Größe";"Müller, Jörg";"DE1";"35,50";"EUR";"Umsatz gebucht"
"DE02120300000000202051";"26.11.26";"26.11.26";"GUTSCHR. UEBERWEISUNG";"Miete";"Verein; e. V.";"DE1";"1.234,50";"EUR";"Umsatz gebucht"
"DE02120300000000202051";"26.11.26";"26.11.26";"LASTSCHRIFT";"Strom";"Stadtwerke";"DE1";"-99,00";"EUR";"Umsatz gebucht"
"DE02120300000000202051";"27.11.26";"27.11.26";"GUTSCHR. UEBERWEISUNG";"später";"Wer";"DE1";"5,00";"EUR";"Umsatz vorgemerkt und nicht gebucht"
`,
    volksbank: `Umsatzanzeige;Volksbank Musterland\r
Konto;DE02120300000000202051\r
\r
Buchungstag;Valuta;Name Zahlungsbeteiligter;Verwendungszweck;Betrag;Waehrung\r
27.11.2026;27.11.2026;Ute Wolf;RF90HST202600001;+35,50;EUR\r
\r
Anfangssaldo;;;;\r
;;;Endsaldo;;\r
`,
  }[bank];
}
