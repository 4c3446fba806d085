/** What the screen for entering a case says. */
export const entry = {
  title: 'Neuer Vorgang',
  lead: 'Für Anträge auf Papier, am Telefon, per E-Mail oder am Schalter. Was Sie schreiben, bleibt auch bei einem Absturz erhalten.',
  nowhere: 'Sie gehören zurzeit keinem Fachbereich an, für den sich Vorgänge erfassen lassen.',
  service: 'Dienstleistung',
  noService: 'Keine Dienstleistung mit diesem Namen.',
  serviceMissing: 'Bitte wählen Sie, worum es geht.',
  numbersLeft: (left: number) =>
    left === 0
      ? 'Aktenzeichen folgt: Der Server gibt es, sobald die Verbindung steht.'
      : `Aktenzeichen sofort: ${left} auf diesem Gerät vorrätig.`,
  channel: 'Eingangsweg',
  receivedOn: 'Eingegangen am',
  receivedHelp: 'Die Frist zählt ab diesem Tag.',
  notADay: 'Das ist kein Tag. Bitte so angeben: 24.11.2026 oder „gestern“.',
  inFuture: 'Der Eingang kann nicht in der Zukunft liegen.',
  yesterday: 'gestern',
  today: 'heute',
  optional: (label: string) => `${label} (freiwillig)`,
  asWritten: 'So steht es auf dem Papier',
  asWrittenHelp: 'Wird so festgehalten und im Vorgang als zu klären gezeigt.',
  nameMissing: 'Ohne den Namen geht es nicht: Bitte geben Sie ihn so an, wie er dasteht.',
  missing: (labels: readonly string[]) =>
    labels.length === 0
      ? 'Das Formular ist vollständig.'
      : `Fehlt noch: ${labels.join(', ')}. Der Vorgang lässt sich trotzdem anlegen.`,
  wrong: (count: number) =>
    count === 1
      ? 'Eine Angabe stimmt nicht. Bitte berichtigen Sie sie, oder bestätigen Sie dort, dass sie so auf dem Papier steht.'
      : `${count} Angaben stimmen nicht. Bitte berichtigen Sie sie, oder bestätigen Sie dort, dass sie so auf dem Papier stehen.`,
  entry: (title: string, number: number) => `${title} ${number}`,
  removeEntry: (title: string) => `${title} entfernen`,
  parties: {
    title: 'Weitere Beteiligte',
    addJoint: 'Weitere antragstellende Person',
    joint: (number: number) => `Weitere antragstellende Person ${number}`,
    addProxy: 'Bevollmächtigte Person',
    proxy: 'Bevollmächtigte Person',
    name: 'Name',
    address: 'Anschrift',
    hasPowerOfAttorney: 'Vollmacht liegt vor',
    nameMissing: 'Bitte geben Sie den Namen an.',
    remove: (who: string) => `${who} entfernen`,
  },
  files: {
    title: 'Dateien und Scans',
    add: 'Dateien auswählen …',
    help: 'PDF, JPEG, PNG oder TIFF, je höchstens 25 MB. Sie kommen beim Speichern zum Vorgang; nach einem Neuladen wählen Sie sie bitte neu aus.',
    remove: (name: string) => `${name} nicht hinzufügen`,
    failed: 'Der Vorgang ist angelegt. Mit diesen Dateien stimmt etwas nicht:',
    toCase: 'Zum Vorgang',
  },
  note: 'Notiz',
  takesOver: 'Ich bearbeite den Vorgang selbst',
  save: 'Vorgang anlegen',
  saveKeys: 'Strg + Eingabe',
  discard: 'Verwerfen',
  discardTitle: 'Eingaben verwerfen',
  discardText: 'Was Sie hier geschrieben haben, ist danach nicht mehr da.',
} as const;
