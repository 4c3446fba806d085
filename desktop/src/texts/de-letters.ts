/** What the desk says about letters and their templates. */
export const letters = {
  title: 'Schreiben',
  one: 'Schreiben',
  reasonAndLetter: 'Begründung und Schreiben',
  asText: 'Das Schreiben dazu:',
  history: {
    proposed: (by: string, how: string) => `${by} hat die Entscheidung „${how}“ zur Freigabe vorgelegt`,
    returned: (by: string) => `${by} hat die Entscheidung zurückgegeben`,
    approvedBy: (line: string, by: string) => `${line}, freigegeben von ${by}`,
    written: (by: string, subject: string) => `Schreiben von ${by}: ${subject}`,
    posted: (by: string, subject: string, on: string) =>
      `${by} hat das Schreiben „${subject}“ am ${on} zur Post gegeben`,
  },
  operations: {
    approveDecision: 'Entscheidung freigeben',
    returnDecision: 'Entscheidung zurückgeben',
    writeLetter: (subject: string) => `Schreiben „${subject}“`,
    postLetter: 'Schreiben zur Post geben',
    putTemplate: 'Vorlage ändern',
    putTextBlock: 'Textbaustein ändern',
  },
  refusals: {
    awaitingApproval: (by: string, at: string) =>
      `${by} hat am ${at} schon entschieden, und das wartet auf die Freigabe`,
    noSuchProposal: 'diese Entscheidung wartet nicht mehr auf eine Freigabe',
    ownDecision: 'die eigene Entscheidung gibt jemand anderes frei',
    noSuchLetter: 'dieses Schreiben gibt es nicht',
    alreadyPosted: (by: string, on: string) => `${by} hat es schon am ${on} zur Post gegeben`,
    noSuchTemplate: 'diese Vorlage gibt es nicht',
    unknownPlaceholder: (name: string) =>
      name === ''
        ? 'eine doppelte geschweifte Klammer gehört zu keinem Platzhalter'
        : `den Platzhalter „${name}“ gibt es nicht`,
  },
  template: 'Vorlage',
  noLetter: 'Kein Schreiben',
  edit: 'Schreiben bearbeiten',
  addressee: 'Anschrift',
  addresseeHelp: 'Eine Zeile je Angabe, höchstens sechs.',
  subject: 'Betreff',
  text: 'Text',
  textHelp: 'Absätze trennt eine leere Zeile. Für {{Begründung}} wird eingesetzt, was oben steht.',
  asTemplate: 'Wieder wie in der Vorlage',
  preview: 'Vorschau des Schreibens',
  previewPage: (page: number, pages: number) => `Vorschau des Schreibens, Seite ${page} von ${pages}`,
  page: (page: number, pages: number) => `Seite ${page} von ${pages}`,
  previousPage: 'Vorige Seite der Vorschau',
  nextPage: 'Nächste Seite der Vorschau',
  making: 'Das Schreiben wird erzeugt …',
  failed: 'Das Schreiben konnte nicht erzeugt werden. Bitte versuchen Sie es noch einmal.',
  open: 'Ansehen',
  save: 'PDF speichern',
  ofLetter: (action: string, subject: string) => `${action}: ${subject}`,
  writtenBy: (name: string, at: string) => `von ${name}, ${at}`,
  draft: 'Entwurf: vom Server noch nicht übernommen',
  final: 'vom Server übernommen',
  problems: {
    noAddress:
      'Es fehlt die Anschrift. Tragen Sie sie unter „Schreiben bearbeiten“ ein, oder berichtigen Sie die Angaben im Antrag.',
    noSubject: 'Der Betreff ist leer.',
    noText: 'Das Schreiben hat keinen Text.',
    tooLong: 'Eine Zeile oder der Text ist zu lang für ein Schreiben.',
    unknownPlaceholder: (name: string) =>
      name === ''
        ? 'Eine doppelte geschweifte Klammer gehört zu keinem Platzhalter.'
        : `Den Platzhalter „${name}“ gibt es nicht.`,
  },
} as const;
