/** Of the series of file references, for leads. */
export const references = {
  title: 'Aktenzeichen',
  intro:
    'Jede Dienstleistung zählt ihre Vorgänge je Jahr. Damit auch ohne Leitung jeder Vorgang sofort sein Aktenzeichen hat, hält jeder Arbeitsplatz einige Nummern vorrätig; so entstehen Lücken. Hier steht zu jeder Lücke, was dieses Gerät darüber weiß.',
  partly:
    'Gezeigt wird, was dieses Gerät kennt: die Vorgänge und Vorräte Ihrer Fachbereiche. Ist ein Vorgang in einen anderen abgegeben, erscheint seine Nummer hier als Lücke.',
  reading: 'Die Vorgänge werden noch gelesen.',
  none: 'Auf diesem Gerät ist noch kein Aktenzeichen vergeben.',
  saveCsv: 'Für die Rechnungsprüfung speichern (CSV)',
  fileName: (on: string) => `Aktenzeichen ${on}.csv`,
  series: (service: string, year: number) => `${service} ${year}`,
  counts: (last: number, given: number) =>
    `Letzte Nummer: ${last} · ${given === 1 ? '1 Vorgang' : `${given} Vorgänge`}`,
  noGaps: 'Keine Lücken',
  numbers: (from: number, to: number) => (from === to ? `Nr. ${from}` : `Nr. ${from}–${to}`),
  gap: (numbers: string, why: string) => `${numbers}: ${why}`,
  why: {
    held: (name: string) => `Vorrätig am PC von ${name}`,
    ended: (name: string) => `Waren für ${name} vorrätig; arbeitet nicht mehr hier, nicht mehr vergeben`,
    caseNotHere: 'War vergeben; der Vorgang ist gelöscht oder in einem anderen Fachbereich',
    unknown:
      'Hier nicht bekannt: Vorgang gelöscht, in einem anderen Fachbereich oder nach einer Wiederherstellung übersprungen',
  },
  csv: ['Dienstleistung', 'Jahr', 'Letzte Nummer', 'Vorgänge', 'Von', 'Bis', 'Erklärung'],
} as const;
