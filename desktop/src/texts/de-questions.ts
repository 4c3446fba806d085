import { count, plural } from './german-numbers.ts';

/** Questions to the applicant, and the days on which something is due. */
export const questions = {
  title: 'Rückfragen',
  none: 'Zu diesem Vorgang ist nichts gefragt.',
  ask: 'Rückfrage stellen …',
  askedBy: (by: string, at: string) => `${by}, ${at}`,
  documents: 'Angeforderte Unterlagen',
  answerBy: (on: string) => `Antwort bis ${on}`,
  state: {
    open: 'offen',
    over: 'Frist abgelaufen',
    overNext:
      'Bis dahin kam keine Antwort. Sie können noch einmal fragen, eintragen, was am Telefon oder am Schalter geantwortet wurde, die Frage zurücknehmen oder nach Aktenlage entscheiden.',
    answered: (at: string) => `beantwortet am ${at}`,
    closed: (by: string, at: string) => `von ${by} als beantwortet eingetragen am ${at}`,
    withdrawn: (by: string, at: string) => `von ${by} zurückgenommen am ${at}`,
    decided: (at: string) => `hat sich mit der Entscheidung am ${at} erledigt`,
  },
  delivery: {
    label: 'Zustellung',
    onThisDevice: 'auf diesem Gerät gespeichert',
    takenOver: 'vom Server übernommen',
    mail: {
      none: 'keine E-Mail-Adresse bekannt: steht nur auf der Statusseite',
      onItsWay: 'E-Mail unterwegs',
      handedOver: 'E-Mail übergeben',
      failed: 'E-Mail unzustellbar: bitte rufen Sie an oder schreiben Sie',
    },
    seen: (at: string) => `vom Bürger gesehen am ${at}`,
    notSeen: 'vom Bürger noch nicht gesehen',
  },
  answer: {
    title: (at: string) => `Antwort vom ${at}`,
    late: 'kam, als niemand mehr darauf wartete',
    files: (files: number) => `${plural(files, 'Datei', 'Dateien')} dazu (unter „Dateien“):`,
    noText: 'ohne Text',
    news: 'neu',
    read: 'Zur Kenntnis genommen',
    readOf: (at: string) => `Antwort vom ${at} zur Kenntnis genommen`,
    readBy: (by: string, at: string) => `zur Kenntnis genommen von ${by}, ${at}`,
  },
  asking: {
    title: 'Rückfrage stellen',
    lead: 'Die Antragstellerin oder der Antragsteller liest den Text auf der Statusseite und kann dort antworten, auch mit Dateien.',
    mailed: (to: string) => `Eine E-Mail weist darauf hin: ${to}`,
    notMailed:
      'Eine E-Mail-Adresse ist nicht bekannt: Bitte sagen Sie auf anderem Weg Bescheid, etwa am Telefon.',
    text: 'Frage',
    documents: 'Fehlende Unterlagen',
    more: 'Weitere Unterlagen',
    moreHelp: 'Eine je Zeile.',
    answerBy: 'Antwort bis',
    save: 'Rückfrage senden',
    empty: 'Bitte schreiben Sie eine Frage, oder wählen Sie fehlende Unterlagen.',
    tooManyDocuments: (most: number) => `Höchstens ${count(most)} Unterlagen, je höchstens 200 Zeichen.`,
  },
  closing: {
    close: 'Als beantwortet eintragen …',
    closeTitle: 'Rückfrage als beantwortet eintragen',
    closeLead: 'Zum Beispiel, wenn am Telefon oder am Schalter geantwortet wurde.',
    closeText: 'Was wurde geantwortet?',
    closeMissing: 'Bitte schreiben Sie kurz, was geantwortet wurde.',
    closeConfirm: 'Eintragen',
    withdraw: 'Zurücknehmen …',
    withdrawTitle: 'Rückfrage zurücknehmen',
    withdrawLead:
      'Auf der Statusseite ist die Frage dann nicht mehr zu sehen. Eine Antwort, die schon unterwegs ist, geht nicht verloren.',
    withdrawText: 'Warum? (freiwillig, nur für den Verlauf)',
    withdrawConfirm: 'Zurücknehmen',
    ofQuestion: (action: string, at: string) => `${action} (Frage vom ${at})`,
  },
  listed: {
    waiting: (until: string) => `wartet auf Antragsteller bis ${until}`,
    over: (until: string) => `Frist abgelaufen: Antwort war bis ${until} erbeten`,
    until: (until: string) => `bis ${until}`,
    wasUntil: (until: string) => `war ${until}`,
    overShort: 'Frist abgelaufen',
    answered: (answers: number) => (answers === 1 ? 'Antwort da' : `${count(answers)} Antworten da`),
  },
  applicantFile: 'mit der Antwort auf eine Rückfrage eingereicht',
} as const;

export const dates = {
  title: 'Termine und Fristen',
  deadline: 'Frist',
  decideBy: (on: string, how: string) => `Zu entscheiden bis ${on}: ${how}.`,
  question: 'Antwort erbeten',
  followUp: 'Wiedervorlage',
  none: 'Für diesen Vorgang ist kein Termin gesetzt.',
  noWord: 'ohne Vermerk',
  by: (by: string) => `von ${by}`,
  /** After the day, so that nobody has to look at a calendar. */
  onDay: (on: string, weekday: string) => `${weekday}, ${on}`,
  weekdays: ['Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag', 'Sonntag'],
  moves: (to: string) => `Das ist kein Werktag: Es gilt ${to} (§ 31 Abs. 3 VwVfG).`,
  dateHelp: 'Tag.Monat.Jahr, zum Beispiel 24.5.2026, oder +14 für in 14 Tagen',
  notADate: 'Das ist kein Datum. Bitte so angeben: 24.5.2026, oder +14 für in 14 Tagen.',
  isOver: 'Dieser Tag ist schon vorbei.',
  settingFollowUp: {
    open: 'Wiedervorlage setzen …',
    change: 'Wiedervorlage ändern …',
    title: 'Wiedervorlage',
    lead: 'An diesem Tag steht der Vorgang unter „Fällig“.',
    on: 'Am',
    word: 'Wozu? (freiwillig)',
    save: 'Wiedervorlage speichern',
    done: 'Wiedervorlage erledigt',
  },
  extending: {
    open: 'Frist verlängern …',
    title: 'Frist verlängern',
    lead: (until: string) =>
      `Die Frist endet am ${until}. Die Antragstellerin oder der Antragsteller liest den neuen Tag und den Grund auf der Statusseite.`,
    until: 'Neue Frist',
    notLater: (than: string) => `Die neue Frist muss nach dem ${than} enden.`,
    reason: 'Grund',
    reasonMissing: 'Bitte schreiben Sie, warum es länger dauert.',
    save: 'Frist verlängern',
  },
  settingDeadline: {
    open: 'Frist setzen …',
    title: 'Frist setzen',
    lead: 'Die Dienstleistung nennt keine Frist. Den Tag liest auch die Antragstellerin oder der Antragsteller auf der Statusseite, den Grund nicht.',
    until: 'Frist',
    reason: 'Grund',
    reasonMissing: 'Bitte schreiben Sie, warum bis dahin zu entscheiden ist.',
    save: 'Frist setzen',
  },
  light: {
    overdue: (days: number) => `${plural(days, 'Tag', 'Tage')} überfällig`,
    today: 'heute fällig',
    soon: (days: number) => (days === 1 ? 'morgen fällig' : `in ${count(days)} Tagen`),
    later: (days: number) => `in ${count(days)} Tagen`,
  },
} as const;

/** The list of what is due for a clerk. */
export const due = {
  lead: 'Ihre Vorgänge, die der Abwesenden, die Sie vertreten, und die, die noch niemand hat: was überfällig ist, was heute und in den nächsten sieben Tagen fällig wird, und wo eine Antwort da ist.',
  groups: 'Was fällig ist',
  labels: {
    overdue: 'überfällig',
    today: 'heute',
    week: 'nächste 7 Tage',
    answered: 'Antwort da',
  },
} as const;

export const questionHistory = {
  asked: (by: string) => `${by} hat die Antragstellerin oder den Antragsteller gefragt`,
  documents: (documents: readonly string[]) => `Angefordert: ${documents.join('; ')}`,
  answered: (files: number) =>
    files === 0
      ? 'Antwort auf eine Rückfrage'
      : `Antwort auf eine Rückfrage mit ${plural(files, 'Datei', 'Dateien')}`,
  answeredLate: (files: number) =>
    `Nachricht zu einer erledigten Rückfrage${files === 0 ? '' : ` mit ${plural(files, 'Datei', 'Dateien')}`}`,
  closed: (by: string) => `${by} hat eine Rückfrage als beantwortet eingetragen`,
  withdrawn: (by: string) => `${by} hat eine Rückfrage zurückgenommen`,
  read: (by: string) => `${by} hat die Antwort zur Kenntnis genommen`,
  followUp: (by: string, on: string) => `${by} hat eine Wiedervorlage auf den ${on} gesetzt`,
  noFollowUp: (by: string) => `${by} hat die Wiedervorlage erledigt`,
  deadlineSet: (by: string, until: string) => `${by} hat die Frist auf den ${until} gesetzt`,
  extended: (by: string, from: string, until: string) =>
    `${by} hat die Frist vom ${from} auf den ${until} verlängert`,
} as const;

export const questionOperations = {
  askApplicant: 'Rückfrage',
  closeQuestion: 'Rückfrage als beantwortet eintragen',
  withdrawQuestion: 'Rückfrage zurücknehmen',
  readAnswer: 'Antwort zur Kenntnis nehmen',
  setFollowUp: (on: string) => `Wiedervorlage auf den ${on}`,
  noFollowUp: 'Wiedervorlage erledigt',
  extendDeadline: (until: string) => `Frist auf den ${until} setzen`,
} as const;

export const questionRefusals = {
  noSuchQuestion: 'diese Rückfrage gibt es nicht',
  questionEnded: (how: string, at: string) => `die Rückfrage ist nicht mehr offen: ${how} am ${at}`,
  questionEnds: {
    answered: 'beantwortet',
    closed: 'als beantwortet eingetragen',
    withdrawn: 'zurückgenommen',
    decided: 'mit der Entscheidung erledigt',
  },
  tooManyAnswers: 'zu dieser Rückfrage gibt es schon sehr viele Antworten',
  dayIsOver: 'der Tag, bis zu dem geantwortet werden soll, ist schon vorbei',
  notLater: (than: string) => `die Frist endet schon am ${than}; eine Verlängerung muss später enden`,
} as const;
