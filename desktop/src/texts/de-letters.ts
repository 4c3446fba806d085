/** What the desk says about letters and their templates. */
export const letters = {
  title: 'Schreiben',
  one: 'Schreiben',
  reasonAndLetter: 'Begründung und Schreiben',
  asText: 'Das Schreiben dazu:',
  history: {
    proposed: (by: string, how: string) => `${by} hat die Entscheidung „${how}“ zur Freigabe vorgelegt`,
    returned: (by: string) => `${by} hat die Entscheidung zurückgegeben`,
    takenBack: (by: string) => `${by} hat die eigene Entscheidung zurückgenommen`,
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
    notPostedThen: (from: string, until: string) =>
      from === until
        ? `zur Post gegeben wurde es frühestens und spätestens am ${from}`
        : `zur Post gegeben wurde es frühestens am ${from} (da gab es das Schreiben) und spätestens am ${until}`,
    alreadyPosted: (by: string, on: string) => `${by} hat es schon am ${on} zur Post gegeben`,
    noSuchTemplate: 'diese Vorlage gibt es nicht',
    unknownPlaceholder: (name: string) =>
      name === ''
        ? 'eine doppelte geschweifte Klammer gehört zu keinem Platzhalter'
        : `den Platzhalter „${name}“ gibt es nicht`,
  },
  template: 'Vorlage',
  noLetter: 'Kein Schreiben',
  keptForOther: (kind: string) =>
    `Ihr Text zu „${kind}“ liegt noch hier. Er steht nicht in diesem Schreiben und gilt wieder, wenn Sie „${kind}“ wählen.`,
  waits:
    'Das Schreiben entsteht, sobald der Vorgang mit Aktenzeichen, Angaben und Formular auf diesem Gerät liegt: mit dem nächsten Abgleich. Bis dahin lässt sich damit nichts speichern.',
  edit: 'Schreiben bearbeiten',
  addressee: 'Anschrift',
  addresseeHelp: 'Eine Zeile je Angabe, höchstens sechs.',
  subject: 'Betreff',
  text: 'Text',
  textHelp:
    'Absätze trennt eine leere Zeile. Für {{Begründung}} wird eingesetzt, was oben steht; ein Absatz zur Gebühr entfällt, wenn nichts zu zahlen ist.',
  asTemplate: 'Wieder wie in der Vorlage',
  preview: 'Vorschau des Schreibens',
  previewPage: (page: number, pages: number) => `Vorschau des Schreibens, Seite ${page} von ${pages}`,
  page: (page: number, pages: number) => `Seite ${page} von ${pages}`,
  previousPage: 'Vorige Seite der Vorschau',
  nextPage: 'Nächste Seite der Vorschau',
  making: 'Das Schreiben wird erzeugt …',
  failed:
    'Das Schreiben kann gerade nicht angezeigt werden; sein Text ist davon nicht betroffen. Besteht eine Verbindung, hilft ein neuer Versuch.',
  write: 'Schreiben verfassen …',
  writing: 'Schreiben verfassen',
  writeSave: 'Schreiben speichern',
  writeLead:
    'Nach dem Abgleich liegt es auf der Statusseite der Antragstellerin oder des Antragstellers zum Herunterladen bereit.',
  post: 'Zur Post gegeben …',
  posting: 'Zur Post gegeben',
  postedOn: 'Am',
  postSave: 'Eintragen',
  postLead:
    'Ein Bescheid gilt vier Tage nach der Aufgabe zur Post als bekannt gegeben (§ 41 Absatz 2 VwVfG).',
  posted: (on: string, by: string) => `zur Post gegeben am ${on} von ${by}`,
  approval: {
    asks: 'Eine zweite Person soll die Entscheidung freigeben',
    needed: 'Diese Leistung verlangt die Freigabe durch eine zweite Person.',
    title: 'Freigabe',
    proposed: (by: string, at: string, how: string) => `${by} hat am ${at} entschieden: ${how}.`,
    notYetPublic: 'Die Antragstellerin oder der Antragsteller erfährt davon erst nach der Freigabe.',
    approve: 'Freigeben',
    unseen: 'Freigeben können Sie, sobald Begründung und Schreiben auf diesem Gerät sind.',
    return: 'Zurückgeben',
    word: 'Was zu ändern ist',
    wordMissing: 'Bitte schreiben Sie, was zu ändern ist.',
    takeBack: 'Zurücknehmen',
    own: 'Ihre eigene Entscheidung gibt jemand anderes frei.',
    noLetter: 'Ein Schreiben gehört nicht dazu.',
  },
  blocks: {
    insert: 'Textbaustein einfügen',
    search: 'Baustein suchen',
    help: 'Oder im Text „/“ und das Kürzel tippen, dann Enter.',
    none: 'Kein Baustein passt.',
  },
  open: 'Ansehen',
  save: 'PDF speichern',
  ofLetter: (action: string, subject: string) => `${action}: ${subject}`,
  writtenBy: (name: string, at: string) => `von ${name}, ${at}`,
  draft: 'Entwurf: vom Server noch nicht übernommen',
  final: 'vom Server übernommen',
  onPage: 'liegt auf der Statusseite',
  seen: (at: string) => `vom Bürger gesehen am ${at}`,
  /** Of letters made before it was noted, too: nobody knows of those. */
  notSeen: 'vom Bürger noch nicht gesehen, soweit bekannt',
  admin: {
    title: 'Vorlagen für Schreiben',
    lead: 'Aus Vorlagen entstehen die Bescheide und Schreiben. Solange es für eine Entscheidung keine eigene Vorlage gibt, gilt die mitgelieferte. Jedes Schreiben behält die Fassung, mit der es entstanden ist.',
    addTemplate: 'Vorlage anlegen',
    newTemplate: 'Neue Vorlage',
    changeTemplate: (name: string) => `Vorlage „${name}“ ändern`,
    change: 'Ändern',
    adapt: 'Anpassen',
    retire: 'Nicht mehr anbieten',
    restore: 'Wieder anbieten',
    ofOne: (action: string, name: string) => `${action}: ${name}`,
    kinds: 'Für welche Entscheidungen (keine: für andere Schreiben)',
    otherLetters: 'andere Schreiben',
    services: 'Dienstleistungen',
    servicesHelp: 'Keine ausgewählt: für alle.',
    allServices: 'alle Dienstleistungen',
    version: (version: number) => `Fassung ${version}`,
    shipped: 'mitgeliefert',
    retired: 'nicht mehr angeboten',
    fields: {
      subject: 'Betreff',
      text: 'Text',
      legalRemedy: 'Rechtsbehelfsbelehrung',
      closing: 'Grußformel',
    },
    byHand: 'Mit Platz für eine Unterschrift',
    insert: (field: string) => `Platzhalter in „${field}“ einfügen`,
    unknown: (name: string, line: number) =>
      name === ''
        ? `Zeile ${line}: Eine doppelte geschweifte Klammer gehört zu keinem Platzhalter.`
        : `Zeile ${line}: Den Platzhalter „${name}“ gibt es nicht.`,
    preview: 'Vorschau mit Beispielangaben',
    sampleWays: { clerkPhone: '03900 123-14', clerkRoom: '2.14' },
    sampleService: 'Beispielleistung',
    samplePdf: 'Beispiel als PDF speichern',
    blocks: 'Textbausteine',
    blocksLead: 'Aus Textbausteinen werden Begründungen zusammengesetzt.',
    blocksShipped:
      'Aus Textbausteinen werden Begründungen zusammengesetzt. Bis Sie eigene anlegen, gelten die mitgelieferten.',
    addBlock: 'Textbaustein anlegen',
    newBlock: 'Neuer Textbaustein',
    changeBlock: (name: string) => `Textbaustein „${name}“ ändern`,
    blockTitle: 'Bezeichnung',
    key: 'Kürzel',
    keyTaken: (title: string) => `Dieses Kürzel hat schon „${title}“.`,
    blockPreview: 'So liest es sich mit Beispielangaben',
    keyHelp: 'Was nach dem Schrägstrich getippt wird: Kleinbuchstaben, Ziffern und Bindestriche.',
  },
  problems: {
    gapInReason: (name: string) =>
      name === ''
        ? 'In der Begründung steht eine doppelte geschweifte Klammer.'
        : `In der Begründung ist „{{${name}}}“ nicht ausgefüllt. Bitte ersetzen Sie es.`,
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
