import { count, plural } from './german-numbers.ts';

/** Who does what, and who stands in for whom. A part of `de`. */
export const work = {
  absence: {
    menu: 'Abwesenheit und Vertretung …',
    title: (name: string) => `Abwesenheit: ${name}`,
    own: 'Ihre Abwesenheit',
    from: 'Erster Tag',
    until: 'Letzter Tag',
    deputy: 'Vertretung',
    nobody: 'niemand',
    help: 'Wer Sie vertritt, sieht in dieser Zeit Ihre Vorgänge und Fristen unter „In Vertretung“ und darf sie bearbeiten. Zuständig bleiben Sie.',
    helpFor: (name: string) =>
      `Wer vertritt, sieht in dieser Zeit die Vorgänge und Fristen von ${name} unter „In Vertretung“ und darf sie bearbeiten. Zuständig bleibt ${name}.`,
    noColleague: 'In keinem Ihrer Fachbereiche arbeitet sonst jemand.',
    withoutDeputy: 'Ohne Vertretung bleiben die Vorgänge liegen, bis die Leitung sie verteilt.',
    absentToo: (name: string, from: string, until: string) =>
      `${name} ist vom ${from} bis ${until} selbst abwesend. In dieser Zeit sieht die Vorgänge niemand: Eine Vertretung wird nicht weitergereicht.`,
    eachOther: (name: string, from: string, until: string) =>
      `${name} ist vom ${from} bis ${until} selbst abwesend, und die Vertretung dort wäre dieselbe Person. Sie würden sich gegenseitig vertreten, und niemand wäre da.`,
    save: 'Speichern',
    saveAnyway: 'Trotzdem speichern',
    end: 'Abwesenheit beenden',
    present: (from: string, until: string, deputy: string | undefined) =>
      `Eingetragen: ${from} bis ${until}, ${deputy === undefined ? 'ohne Vertretung' : `Vertretung: ${deputy}`}.`,
    field: 'Abwesenheit',
    value: (from: string, until: string, deputy: string) => `${from} bis ${until}, Vertretung: ${deputy}`,
    problems: {
      day: 'Bitte geben Sie einen Tag an, zum Beispiel 24.12.2026.',
      order: 'Der letzte Tag liegt vor dem ersten.',
    },
    operation: {
      set: (name: string) => `Abwesenheit eintragen: ${name}`,
      end: (name: string) => `Abwesenheit beenden: ${name}`,
    },
    standingInFor: (people: readonly string[]) => `Sie vertreten zurzeit ${people.join(' und ')}.`,
    personUntil: (name: string, until: string) => `${name} (bis ${until})`,
    awayUntil: (until: string) => `abwesend bis ${until}`,
    deputyIs: (name: string) => `in Vertretung: ${name}`,
    youStandIn: (name: string) => `Sie bearbeiten diesen Vorgang in Vertretung für ${name}.`,
    inPlaceOf: (line: string, name: string) => `${line} (in Vertretung für ${name})`,
  },
  load: {
    title: 'Auslastung',
    notAllowed: 'Die Auslastung sehen Leitungen.',
    help: 'Offene Vorgänge Ihrer Fachbereiche. Über „Vorgänge“ kommen Sie zur gefilterten Liste; dort können Sie Vorgänge auswählen und verteilen.',
    reading: 'Die Vorgänge werden noch gelesen.',
    columns: ['Wer', 'offen', 'überfällig', 'in 7 Tagen fällig', 'wartend', 'ältester', 'Was tun'],
    nobody: 'niemand (Posteingang)',
    count,
    cases: 'Vorgänge',
    casesOf: (name: string) => `Vorgänge zeigen: ${name}`,
    absence: 'Abwesenheit …',
    absenceOf: (name: string) => `Abwesenheit: ${name}`,
  },
  distribute: {
    who: 'Unter wem?',
    gets: (name: string, cases: number, after: number) =>
      `${name} bekommt ${plural(cases, 'Vorgang', 'Vorgänge')} und hat dann ${count(after)} offene`,
    help: 'Jeder Vorgang geht an die Person seines Fachbereichs, die bis dahin die wenigsten hat.',
    nobody: 'Niemand der Gewählten arbeitet im Fachbereich des Vorgangs.',
  },
  documents: {
    title: (present: number, all: number) => `Unterlagen (${count(present)} von ${count(all)} liegen vor)`,
    states: { missing: 'fehlt', paper: 'Papier', file: 'Datei' },
    stateOf: (label: string) => `Liegt vor: ${label}`,
    tickedBy: (by: string, at: string) => `${by}, ${at}`,
    event: {
      paper: (by: string, label: string) => `${by} hat abgehakt: „${label}“ liegt auf Papier vor`,
      file: (by: string, label: string) => `${by} hat abgehakt: „${label}“ liegt als Datei vor`,
      missing: (by: string, label: string) => `${by} hat den Haken zurückgenommen: „${label}“ fehlt`,
    },
    operation: (label: string) => `Unterlage abhaken: ${label}`,
  },
  otherCases: {
    title: 'Weitere Vorgänge',
    persons: 'Von derselben Person',
    suggested: 'Vielleicht von derselben Person',
    sameBirth: 'Name und Geburtsdatum stimmen überein',
    sameName: 'Name stimmt überein, ein Geburtsdatum fehlt',
    rejected: (cases: number) => `${plural(cases, 'Vorgang', 'Vorgänge')} gleichen Namens von jemand anderem`,
    yes: 'Dieselbe Person',
    no: 'Jemand anderes',
    takeBack: 'Zurücknehmen',
    each: {
      yes: (reference: string) => `Dieselbe Person: ${reference}`,
      no: (reference: string) => `Jemand anderes: ${reference}`,
      takeBack: (reference: string) => `Zurücknehmen: ${reference}`,
      unlink: (reference: string) => `Bezug lösen: ${reference}`,
    },
    more: (cases: number) => `${count(cases)} weitere zeigen`,
    confirmedBy: (by: string, at: string) => `bestätigt von ${by}, ${at}`,
    rejectedBy: (by: string, at: string) => `geprüft von ${by}, ${at}`,
    related: 'Mit Bezug zu diesem Vorgang',
    linkedBy: (by: string, at: string) => `${by}, ${at}`,
    link: 'Bezug herstellen …',
    linkTitle: 'Bezug zu einem anderen Vorgang',
    which: 'Aktenzeichen oder Name',
    chooseCase: 'Bitte wählen Sie einen Vorgang.',
    noCase: 'Kein Vorgang passt dazu.',
    word: 'Worin besteht der Bezug? (freiwillig)',
    linkConfirm: 'Bezug herstellen',
    unlink: 'Bezug lösen',
    none: 'Kein anderer Vorgang ist damit verbunden.',
    looking: 'Gleiche Namen werden gesucht …',
    hidden: (cases: number) =>
      `${plural(cases, 'Vorgang', 'Vorgänge')} mit Bezug, auf diesem Gerät nicht vorhanden`,
    operation: {
      link: 'Bezug zu einem anderen Vorgang herstellen',
      unlink: 'Bezug zu einem anderen Vorgang lösen',
      samePerson: 'Bestätigen: dieselbe Person',
      otherPerson: 'Festhalten: jemand anderes',
      takeBack: 'Zurücknehmen, ob es dieselbe Person ist',
      word: 'Bezug',
    },
  },
  tasks: {
    title: 'Aufgaben',
    add: 'Aufgabe hinzufügen',
    text: 'Was ist zu tun?',
    dueOn: 'Bis wann? (freiwillig)',
    forWhom: 'Für wen?',
    anybody: 'wer dazu kommt',
    department: 'Fachbereich',
    missing: 'Bitte schreiben Sie, was zu tun ist.',
    badDay: 'Das ist kein Datum. Bitte so angeben: 24.5.2026.',
    save: 'Aufgabe speichern',
    none: 'Keine offenen Aufgaben.',
    complete: (text: string) => `Erledigt: ${text}`,
    event: {
      set: (by: string) => `${by} hat eine Aufgabe gestellt`,
      done: (by: string) => `${by} hat eine Aufgabe erledigt`,
    },
    wish: {
      title: 'Bitte anrufen: Terminwünsche',
      waits: (name: string, wished: string) =>
        `Terminwunsch von ${name}, ${wished} Uhr: vorgemerkt, der Server entscheidet, sobald die Verbindung wieder da ist.`,
      noTime: (name: string, reached: string, wished: string, until: string) =>
        `Bitte anrufen: ${name}, ${reached}. „Zu Ihrer Wunschzeit am ${wished} Uhr und bis zum ${until} ist leider nichts frei. Wann passt es Ihnen sonst?“`,
      otherTime: (name: string, reached: string, wished: string, at: string) =>
        `Bitte anrufen: ${name}, ${reached}. „Die Zeit am ${wished} Uhr war leider schon vergeben. Ihr Termin ist am ${at}. Passt das?“`,
      elsewhere: (name: string, reached: string, at: string) =>
        `Bitte anrufen: ${name}, ${reached}. „Ihr Termin ist zu der Zeit, die Sie wollten, aber an einem anderen Schalter: ${at}. Passt das?“`,
      when: (at: string, where: string | undefined) => (where ? `${at} Uhr, ${where}` : `${at} Uhr`),
      waitsToMove: (name: string, wished: string) =>
        `Termin von ${name} auf den ${wished} Uhr: vorgemerkt, noch nicht verschoben. Der Server entscheidet, sobald die Verbindung wieder da ist.`,
      stays: (name: string, reached: string, wished: string, at: string) =>
        `Bitte anrufen: ${name}, ${reached}. „Auf den ${wished} Uhr ließ sich Ihr Termin leider nicht verschieben. Es bleibt bei Ihrem Termin am ${at} Uhr. Passt das, oder suchen wir eine andere Zeit?“`,
      booked: (name: string, at: string) => `Terminwunsch von ${name}: gebucht, ${at} Uhr.`,
      became: ({ wishes, booked, calls }: { wishes: number; booked: number; calls: number }) => {
        const from = `Aus ${plural(wishes, 'Vormerkung', 'Vormerkungen')}`;
        const became =
          booked === 0
            ? 'wurde kein Termin'
            : `${booked === 1 ? 'wurde' : 'wurden'} ${plural(booked, 'Termin', 'Termine')}`;
        const toCall = calls === 0 ? '' : `, ${plural(calls, 'Person ist', 'Personen sind')} anzurufen`;
        return `${from} ${became}${toCall}.`;
      },
      toTasks: 'Anrufliste zeigen',
      nowhere: 'keine Nummer hinterlassen',
    },
    due: (on: string) => `bis ${on}`,
    overdue: (on: string) => `überfällig seit ${on}`,
    forName: (name: string) => `für ${name}`,
    forAnybody: 'für alle',
    doneBy: (by: string, at: string) => `erledigt von ${by}, ${at}`,
    showDone: (tasks: number) => `${plural(tasks, 'erledigte Aufgabe', 'erledigte Aufgaben')} zeigen`,
    hideDone: 'Erledigte verbergen',
    mine: 'Meine Aufgaben',
    inPlaceOf: (name: string) => `In Vertretung für ${name}`,
    open: 'Für alle im Fachbereich',
    others: 'Für andere',
    done: 'Erledigt',
    screenTitle: 'Aufgaben',
    screenHelp: 'Überfällige und nächste zuerst. Aufgaben zu einem Vorgang stehen auch dort.',
    dueTitle: (tasks: number) => plural(tasks, 'fällige Aufgabe', 'fällige Aufgaben'),
    openCase: 'zum Vorgang',
    allTasks: 'Alle Aufgaben',
    toCase: (reference: string) => `zum Vorgang ${reference}`,
    operation: {
      add: 'Aufgabe hinzufügen',
      text: 'Aufgabe',
      complete: 'Aufgabe erledigen',
      reopen: 'Aufgabe wieder öffnen',
    },
    noSuchTask: 'diese Aufgabe gibt es nicht mehr',
  },
  history: {
    filter: 'Zeigen',
    filters: {
      all: 'alles',
      notes: 'Vermerke',
      holders: 'Zuständigkeit',
      documents: 'Unterlagen und Dateien',
      answers: 'Berichtigungen',
    },
    newestFirst: 'Neueste zuerst',
    nothing: 'Dazu gibt es noch keinen Eintrag.',
  },
  sections: {
    open: 'Abschnitte',
    list: 'Zu einem Abschnitt springen',
    shortcut: 'Zu einem Abschnitt des Vorgangs',
  },
  views: {
    title: 'Aufrufe',
    said: 'Aufrufe werden protokolliert.',
    help: 'Wer diesen Vorgang länger als drei Sekunden offen hatte, ohne dafür zuständig zu sein; einmal am Tag. Das sehen nur Leitung und Systembetreuung.',
    none: (month: string) => `${month}: niemand.`,
    earlier: 'Früheren Monat zeigen',
    operation: 'Aufruf festhalten',
  },
} as const;
