import { appointments } from './de-appointments.ts';
import { calendar } from './de-calendar.ts';
import { entry } from './de-entry.ts';
import { caseExport } from './de-export.ts';
import { fees } from './de-fees.ts';
import { figures } from './de-figures.ts';
import { formEditor, serviceFields } from './de-forms.ts';
import { hallFigures } from './de-hall-figures.ts';
import { handover } from './de-handover.ts';
import { hours } from './de-hours.ts';
import { letters } from './de-letters.ts';
import { outage } from './de-outage.ts';
import {
  dates,
  due,
  questionHistory,
  questionOperations,
  questionRefusals,
  questions,
} from './de-questions.ts';
import { queue } from './de-queue.ts';
import { references } from './de-references.ts';
import { visitQuestions } from './de-visit-questions.ts';
import { waitingList } from './de-waiting-list.ts';
import { work } from './de-work.ts';
import { count, plural } from './german-numbers.ts';

/** In the unit in which people read sizes of files. */
const bytes = (value: number): string =>
  value < 1_000_000
    ? `${count(Math.ceil(value / 1000))} kB`
    : `${new Intl.NumberFormat('de-DE', { maximumFractionDigits: 1 }).format(value / 1_000_000)} MB`;
const percent = (part: number, whole: number): string => `${Math.floor((part / whole) * 100)} %`;

/**
 * Every German word the desk shows. Texts with values are functions, so that no sentence is put together elsewhere;
 * dates and moments arrive formatted (`23.11.2026, 14:05`), names as they are.
 */
export const de = {
  app: {
    name: 'Amtsstube',
    title: (screen: string) => `${screen} – Amtsstube`,
    titleWithNews: (news: number, title: string) => `(${count(news)}) ${title}`,
    skipToContent: 'Zum Inhalt springen',
    navigation: 'Hauptnavigation',
    account: (name: string) => `Konto: ${name}`,
    signOut: 'Abmelden',
    close: 'Schließen',
    cancel: 'Abbrechen',
    copy: 'Text kopieren',
    copied: 'Text ist in der Zwischenablage.',
    copyFailed:
      'Das Kopieren ist nicht gelungen. Bitte markieren Sie den Text und kopieren Sie ihn mit Strg + C.',
    loading: 'Wird geladen …',
    unexpected: {
      title: 'Hier ist etwas schiefgegangen',
      text: 'Was als gespeichert gemeldet wurde, ist auf diesem Gerät sicher. Bitte laden Sie die Seite neu. Tritt der Fehler wieder auf, geben Sie den folgenden Text an die Systembetreuung weiter.',
      reload: 'Neu laden',
    },
    update: {
      text: 'Neue Fassung verfügbar. Angefangene Texte bleiben erhalten; danach geben Sie Ihr Passwort ein.',
      reload: 'Jetzt neu laden',
      later: 'Später',
    },
    idle: {
      text: 'Amtsstube wird in etwa zwei Minuten gesperrt, weil Sie gerade nichts tun. Angefangene Texte bleiben erhalten.',
      goOn: 'Weiterarbeiten',
    },
  },

  drafts: {
    notKept:
      'Der Speicherplatz dieses Geräts ist voll: Was Sie gerade schreiben, wird nicht gesichert. Bitte schaffen Sie Platz, oder speichern Sie Ihre Texte als Vermerk, bevor Sie sperren oder schließen.',
  },

  start: {
    starting: 'Amtsstube wird geöffnet …',
    ownedElsewhere: {
      title: 'Amtsstube ist schon in einem anderen Fenster geöffnet',
      text: 'Damit keine Eingabe doppelt oder verloren geht, arbeitet auf diesem Gerät immer nur ein Fenster. Wechseln Sie in das andere Fenster, oder schließen Sie es: Dann geht es hier von selbst weiter.',
      retry: 'Erneut versuchen',
    },
    noRoom: {
      title: 'Der Speicherplatz dieses Geräts ist voll',
      text: 'Amtsstube braucht etwas Platz, um zu öffnen. Es wurde nichts gelöscht. Bitte schaffen Sie Platz, etwa indem Sie den Papierkorb leeren oder große Dateien entfernen, und versuchen Sie es dann erneut.',
      retry: 'Erneut versuchen',
    },
    noStorage: {
      title: 'Dieser Browser kann nichts dauerhaft speichern',
      text: 'Amtsstube sichert jede Eingabe zuerst auf diesem Gerät. Dieser Browser lässt das nicht zu: Er ist zu alt, das Fenster ist ein privates, oder die Adresse beginnt nicht mit https. Öffnen Sie Amtsstube in einem normalen Fenster eines aktuellen Browsers, oder wenden Sie sich an die Systembetreuung.',
      retry: 'Erneut versuchen',
    },
    newer: {
      title: 'Auf diesem Gerät hat schon eine neuere Fassung von Amtsstube gearbeitet',
      text: 'Diese ältere Fassung kann die Daten nicht lesen. Es wurde nichts geändert. Bitte laden Sie die Seite neu, damit die neueste Fassung erscheint, oder lassen Sie das Programm aktualisieren. Bleibt es dabei, wenden Sie sich an die Systembetreuung.',
      retry: 'Erneut versuchen',
    },
    damaged: {
      title: 'Die Daten auf diesem Gerät sind beschädigt',
      text: 'Amtsstube kann sie nicht lesen. Es wurde nichts geändert und nichts gelöscht. Bitte arbeiten Sie vorerst an einem anderen Gerät, und wenden Sie sich an die Systembetreuung: Sie kann die Daten sichern und das Gerät neu einrichten.',
      retry: 'Erneut versuchen',
    },
    journalPutAside: {
      title: 'Ihr früherer Schlüssel auf diesem Gerät ist verloren',
      text: (keptAs: readonly string[]) =>
        `Was der Server schon übernommen hat, ist da. Eingaben, die er noch nicht hatte, kann niemand mehr entschlüsseln; die Datei ist aufgehoben als „${keptAs.join('“, „')}“. Bitte prüfen Sie Ihre letzten Vorgänge, und sagen Sie der Systembetreuung Bescheid.`,
      goOn: 'Weiterarbeiten',
    },
    failed: {
      title: 'Amtsstube ließ sich nicht öffnen',
      text: 'Es wurde nichts gelöscht. Bitte versuchen Sie es erneut. Bleibt es dabei, geben Sie den folgenden Text an die Systembetreuung weiter.',
      retry: 'Erneut versuchen',
    },
  },

  signIn: {
    title: 'Anmelden',
    lead: (municipality: string) => `Für Mitarbeiterinnen und Mitarbeiter von ${municipality}.`,
    email: 'E-Mail',
    password: 'Passwort',
    submit: 'Anmelden',
    submitting: 'Wird angemeldet …',
    problems: {
      incomplete: 'Bitte geben Sie E-Mail und Passwort ein.',
      wrongCredentials:
        'E-Mail oder Passwort stimmt nicht. Bitte prüfen Sie beides und melden Sie sich erneut an.',
      tooManyAttempts:
        'Zu viele Versuche. Bitte warten Sie einige Minuten und melden Sie sich dann erneut an.',
      noConnection:
        'Der Server ist nicht erreichbar. Für die Anmeldung ist eine Verbindung nötig. Bitte prüfen Sie die Leitung und versuchen Sie es erneut.',
      badAnswer:
        'Der Server hat unerwartet geantwortet. Bitte versuchen Sie es später erneut, oder wenden Sie sich an die Systembetreuung.',
      revoked:
        'Dieses Gerät wurde von der Systembetreuung gesperrt. Bitte lassen Sie sich einen neuen Gerätecode geben.',
      unknownDevice:
        'Der Server kennt dieses Gerät nicht mehr, zum Beispiel weil er aus einer Sicherung wiederhergestellt wurde. Alles, was Sie hier gespeichert haben, bleibt erhalten. Bitte lassen Sie sich von der Systembetreuung einen neuen Gerätecode geben und tragen Sie ihn hier ein.',
      deactivated:
        'Dieses Konto ist abgeschaltet. Wenn das nicht stimmt, wenden Sie sich bitte an die Systembetreuung.',
      otherMunicipality:
        'Dieses Konto gehört zu einer anderen Gemeinde als dieses Gerät. Bitte prüfen Sie die E-Mail-Adresse.',
      vaultLocked:
        'Ihre Daten auf diesem Gerät lassen sich mit diesem Passwort nicht öffnen. Sie bleiben erhalten. Bitte melden Sie sich mit Ihrem früheren Passwort an, oder wenden Sie sich an die Systembetreuung.',
      notKept:
        'Die Anmeldung konnte auf diesem Gerät nicht gespeichert werden. Vermutlich ist der Speicherplatz voll. Bitte schaffen Sie Platz und melden Sie sich erneut an.',
    },
    enrol: {
      title: 'Dieses Gerät einrichten',
      lead: 'Sie brauchen dazu einen Gerätecode. Er gilt einen Tag lang für ein Gerät; die Systembetreuung Ihrer Verwaltung gibt ihn aus.',
      code: 'Gerätecode',
      name: 'Name des Geräts',
      nameHelp: 'Zum Beispiel „Bürgerbüro, Platz 2“. Daran erkennt die Systembetreuung das Gerät.',
      submit: 'Gerät einrichten',
      submitting: 'Wird eingerichtet …',
      revoked:
        'Dieses Gerät wurde von der Systembetreuung gesperrt. Die Schlüssel zu den Daten auf diesem Gerät sind gelöscht.',
      problems: {
        incomplete: 'Bitte geben Sie den Gerätecode und einen Namen für das Gerät ein.',
        wrongCode:
          'Dieser Gerätecode gilt nicht: Er ist falsch, schon benutzt oder älter als einen Tag. Bitte prüfen Sie ihn, oder lassen Sie sich einen neuen geben.',
        tooManyAttempts: 'Zu viele Versuche. Bitte warten Sie einige Minuten.',
        noConnection:
          'Der Server ist nicht erreichbar. Zum Einrichten ist eine Verbindung nötig. Bitte prüfen Sie die Leitung und versuchen Sie es erneut.',
        badAnswer:
          'Der Server hat unerwartet geantwortet. Bitte versuchen Sie es später erneut, oder wenden Sie sich an die Systembetreuung.',
        notKept:
          'Das Gerät konnte nichts speichern. Vermutlich ist der Speicherplatz voll. Bitte schaffen Sie Platz und lassen Sie sich einen neuen Gerätecode geben.',
      },
    },
    deactivated: {
      all: 'Ihr Zugang wurde von der Systembetreuung abgeschaltet, deshalb wurden Sie abgemeldet. Alles, was Sie hier gespeichert haben, ist übertragen. Wenn das nicht stimmt, wenden Sie sich bitte an die Systembetreuung.',
      waiting:
        'Ihr Zugang wurde von der Systembetreuung abgeschaltet, deshalb wurden Sie abgemeldet. Was Sie hier gespeichert haben und noch nicht übertragen ist, bleibt auf diesem Gerät und wird übertragen, sobald hier jemand anderes mit Verbindung arbeitet. Wenn das nicht stimmt, wenden Sie sich bitte an die Systembetreuung.',
      kept: 'Ihr Zugang wurde von der Systembetreuung abgeschaltet, deshalb wurden Sie abgemeldet. Was Sie hier gespeichert haben und noch nicht übertragen ist, bleibt auf diesem Gerät und wird übertragen, wenn Sie sich hier wieder anmelden können. Bitte sagen Sie das der Systembetreuung.',
    },
    unlock: {
      lead: (municipality: string) =>
        `${municipality}. Geben Sie Ihr Passwort ein; eine Verbindung ist nicht nötig.`,
      submit: 'Entsperren',
      submitting: 'Wird entsperrt …',
      others: 'Auch an diesem Gerät',
      somebodyNew: 'Mit einem anderen Konto anmelden',
      signInInstead: 'Mit Verbindung anmelden',
      back: 'Zurück',
      problems: {
        incomplete: 'Bitte geben Sie Ihr Passwort ein.',
        wrongPassword:
          'Das Passwort stimmt nicht. Wurde es an anderer Stelle geändert, wählen Sie „Mit einem anderen Konto anmelden“ und melden Sie sich mit dem neuen an.',
        wait: (until: string) =>
          `Zu viele falsche Versuche. Ab ${until} können Sie es erneut versuchen. Ihre Daten bleiben erhalten.`,
        serverNeeded:
          'Dieses Gerät hatte 14 Tage lang keinen Kontakt zum Server. Bitte melden Sie sich einmal mit Verbindung an. Alles, was Sie gespeichert haben, bleibt erhalten.',
        systemKeyLost:
          'Dieses Benutzerkonto des PCs kann Ihre Daten nicht mehr entschlüsseln, zum Beispiel weil es neu angelegt wurde. Bitte melden Sie sich einmal mit Verbindung an. Alles, was Sie gespeichert haben, bleibt erhalten.',
      },
    },
    lock: { menu: 'Sperren' },
    newPassword: {
      menu: 'Passwort ändern …',
      title: 'Passwort ändern',
      current: 'Bisheriges Passwort',
      next: 'Neues Passwort',
      again: 'Neues Passwort wiederholen',
      help: 'Mindestens 12 Zeichen. Ein Satz ist leichter zu merken als ein Wort mit Sonderzeichen.',
      save: 'Passwort ändern',
      done: 'Ihr Passwort ist geändert. An anderen Geräten melden Sie sich bitte damit neu an.',
      problems: {
        incomplete: 'Bitte geben Sie das bisherige und das neue Passwort ein.',
        different: 'Die beiden neuen Passwörter sind nicht gleich. Bitte geben Sie beide noch einmal ein.',
        tooShort: 'Das neue Passwort ist zu kurz. Es braucht mindestens 12 Zeichen.',
        wrongPassword: 'Das bisherige Passwort stimmt nicht.',
        signedOut: 'Ihre Anmeldung ist abgelaufen. Bitte melden Sie sich erst neu an.',
        tooManyAttempts: 'Zu viele Versuche. Bitte warten Sie einige Minuten.',
        noConnection: 'Der Server ist nicht erreichbar. Das Passwort ist nicht geändert.',
        badAnswer:
          'Der Server hat unerwartet geantwortet. Vermutlich ist das Passwort nicht geändert; bitte versuchen Sie es später erneut.',
        notKept:
          'Der Server hat Ihr neues Passwort übernommen, dieses Gerät konnte es nicht speichern. Vermutlich ist der Speicherplatz voll. Ohne Verbindung öffnet hier noch das bisherige; an anderen Geräten und beim Anmelden gilt das neue. Bitte schaffen Sie Platz, melden Sie sich ab und mit dem neuen Passwort wieder an.',
      },
    },
    again: {
      banner:
        'Ihre Anmeldung ist abgelaufen. Sie können weiterarbeiten; übertragen wird erst, wenn Sie sich erneut anmelden.',
      open: 'Erneut anmelden',
      title: 'Erneut anmelden',
      otherClerk:
        'Das ist ein anderes Konto. Bitte melden Sie sich mit Ihrem eigenen Konto an, oder melden Sie sich zuerst ab.',
    },
    out: {
      title: 'Abmelden?',
      clean: 'Alle Änderungen sind vom Server übernommen.',
      waiting: (open: number) =>
        `${plural(open, 'Änderung ist', 'Änderungen sind')} noch nicht übertragen. Nichts geht verloren: Alles bleibt auf diesem Gerät gespeichert und wird übertragen, sobald Sie sich hier wieder anmelden.`,
      refused: (refused: number) =>
        refused === 1
          ? 'Eine Änderung hat der Server abgewiesen. Sie bleibt mit Ihrem Text auf diesem Gerät, bis Sie sie zur Kenntnis genommen haben.'
          : `${count(refused)} Änderungen hat der Server abgewiesen. Sie bleiben mit Ihren Texten auf diesem Gerät, bis Sie sie zur Kenntnis genommen haben.`,
      offline:
        'Zurzeit besteht keine Verbindung. Mit Ihrem Passwort können Sie auch ohne Verbindung wieder öffnen; übertragen wird erst nach einer neuen Anmeldung.',
      drafts:
        'Noch nicht gespeicherte Texte (angefangene Vermerke, Begründungen und Angaben) werden beim Abmelden gelöscht.',
      stay: 'Angemeldet bleiben',
      confirm: 'Abmelden',
      confirmAnyway: 'Trotzdem abmelden',
    },
  },

  inbox: {
    title: 'Posteingang',
    views: {
      due: 'Fällig',
      unassigned: 'Posteingang',
      mine: 'Meine Vorgänge',
      deputy: 'In Vertretung',
      all: 'Alle Vorgänge',
    },
    search: 'Suche nach Aktenzeichen oder Name',
    clearSearch: 'Suche leeren',
    sortBy: 'Sortieren nach',
    table: (view: string) => `Vorgänge: ${view}`,
    columns: {
      fileReference: 'Aktenzeichen',
      applicant: 'Antragsteller/in',
      service: 'Dienstleistung',
      status: 'Status',
      deadline: 'Frist',
      receivedOn: 'Eingang',
      assignee: 'Zuständig',
      department: 'Fachbereich',
      channel: 'Eingangsweg',
    },
    found: (shown: number, hidden: number) =>
      hidden === 0
        ? plural(shown, 'Vorgang', 'Vorgänge')
        : `${count(shown)} von ${plural(shown + hidden, 'Vorgang', 'Vorgängen')}`,
    count,
    foundSoFar: (shown: number) => `${plural(shown, 'Vorgang', 'Vorgänge')}, weitere werden geladen …`,
    loading: 'Vorgänge werden geladen …',
    shortcuts: {
      filters: 'Zu den Filtern',
      views: 'Eigene Ansichten',
      selectAll: 'Alle Vorgänge der Liste auswählen',
    },
    news: {
      mark: 'neu',
      some: (fresh: number) => `${count(fresh)} neu`,
      markSeen: 'Als gesehen markieren',
      markSeenHelp:
        'Neu ist, was sich geändert hat, seit Sie den Vorgang oder die Liste zuletzt gesehen haben.',
    },
    filters: {
      title: 'Filter',
      kinds: {
        status: 'Status',
        deadline: 'Frist',
        assignee: 'Zuständig',
        service: 'Dienstleistung',
        department: 'Fachbereich',
        channel: 'Eingangsweg',
      },
      chosen: (kind: string, chosen: number) => `${kind} (${count(chosen)})`,
      menu: (kind: string) => `Filter: ${kind}`,
      deadline: {
        overdue: 'überfällig',
        today: 'heute',
        week: 'in den nächsten 7 Tagen',
        none: 'ohne Frist',
      },
      answered: 'Antwort da',
      nobody: 'niemand',
      me: 'ich',
      option: (label: string, hits: number) => `${label}, ${plural(hits, 'Vorgang', 'Vorgänge')}`,
      active: 'Gesetzte Filter',
      chip: (kind: string, value: string) => `${kind}: ${value}`,
      remove: (kind: string, value: string) => `Filter entfernen: ${kind}: ${value}`,
      reset: 'Filter zurücksetzen',
    },
    columnsDialog: {
      open: 'Spalten',
      title: 'Spalten der Liste',
      always: 'Das Aktenzeichen führt zum Vorgang und ist immer zu sehen.',
      up: (column: string) => `${column} weiter nach vorn`,
      down: (column: string) => `${column} weiter nach hinten`,
      moved: (column: string, place: number) => `${column}: Platz ${count(place)}`,
      reset: 'Wie am Anfang',
    },
    savedViews: {
      open: 'Ansichten',
      title: 'Eigene Ansichten',
      save: 'Ansicht speichern …',
      saveTitle: 'Ansicht speichern',
      saveHelp:
        'Gespeichert werden die gesetzten Filter, die Sortierung und die Spalten, nicht der Suchtext.',
      update: (name: string) => `Änderungen an „${name}“ speichern`,
      revert: 'Änderungen verwerfen',
      rename: 'Umbenennen …',
      renameTitle: 'Ansicht umbenennen',
      remove: 'Löschen',
      name: 'Name der Ansicht',
      confirm: 'Speichern',
      changed: 'geändert',
      problems: {
        empty: 'Bitte geben Sie einen Namen ein.',
        taken: 'So heißt schon eine Ihrer Ansichten. Bitte wählen Sie einen anderen Namen.',
        tooMany: 'Sie haben schon sehr viele Ansichten. Bitte löschen Sie zuerst eine.',
      },
      removed: (name: string) => `Die Ansicht „${name}“ ist gelöscht.`,
      undo: 'Rückgängig',
      dismiss: 'Hinweis schließen',
    },
    selection: {
      one: (reference: string) => `${reference} auswählen`,
      all: 'Alle Vorgänge der Liste auswählen',
      chosen: (chosen: number) => `${plural(chosen, 'Vorgang', 'Vorgänge')} ausgewählt`,
      clear: 'Auswahl aufheben',
      help: 'Leertaste wählt aus, Umschalt + Pfeil erweitert, Esc hebt die Auswahl auf.',
      takeOver: 'Übernehmen …',
      handOver: 'Übergeben …',
      giveBack: 'Zurückgeben …',
      distribute: 'Verteilen …',
    },
    bulk: {
      title: {
        takeOver: 'Ausgewählte Vorgänge übernehmen',
        handOver: 'Ausgewählte Vorgänge übergeben',
        giveBack: 'Ausgewählte Vorgänge zurückgeben',
        distribute: 'Ausgewählte Vorgänge gleichmäßig verteilen',
      },
      confirm: {
        takeOver: (cases: number) => `${plural(cases, 'Vorgang', 'Vorgänge')} übernehmen`,
        handOver: (cases: number) => `${plural(cases, 'Vorgang', 'Vorgänge')} übergeben`,
        giveBack: (cases: number) => `${plural(cases, 'Vorgang', 'Vorgänge')} zurückgeben`,
        distribute: (cases: number) => `${plural(cases, 'Vorgang', 'Vorgänge')} verteilen`,
      },
      possible: (cases: number, all: number) =>
        cases === all
          ? `Das geht bei ${all === 1 ? 'dem ausgewählten Vorgang' : `allen ${count(all)} ausgewählten Vorgängen`}.`
          : `Das geht bei ${count(cases)} von ${count(all)} ausgewählten Vorgängen.`,
      impossible: (cases: number) => `Nicht möglich bei ${plural(cases, 'Vorgang', 'Vorgängen')}`,
      more: (cases: number) => `und ${count(cases)} weitere`,
      alreadyTheirs: 'Der Vorgang liegt bereits dort.',
      notInDepartment: (name: string) => `${name} gehört nicht zum Fachbereich des Vorgangs.`,
      running: (done: number, all: number) => `${count(done)} von ${count(all)} gespeichert …`,
      stop: 'Anhalten',
      saved: (cases: number) =>
        `${plural(cases, 'Vorgang ist', 'Vorgänge sind')} auf diesem Gerät gespeichert.`,
      noneSaved: 'Es wurde nichts gespeichert.',
      stopped: (cases: number) =>
        `Angehalten: ${plural(cases, 'Vorgang blieb', 'Vorgänge blieben')}, wie sie waren.`,
      failed: (cases: number) => `Nicht gespeichert: ${plural(cases, 'Vorgang', 'Vorgänge')}`,
      not: {
        tooLarge: 'Die Mitteilung ist zu lang.',
        journalUnwritable: 'Dieses Gerät kann zurzeit nicht schreiben. Bitte laden Sie die Seite neu.',
        quotaExceeded: 'Der Speicherplatz auf diesem Gerät ist voll.',
        invalid: 'Die Mitteilung ist zu lang.',
      },
    },
    due,
    empty: {
      due: 'In den nächsten sieben Tagen ist kein Vorgang für Sie fällig.',
      unassigned: 'Der Posteingang ist leer. Neue Anträge erscheinen hier von selbst.',
      mine: 'Sie haben zurzeit keine Vorgänge. Im Posteingang können Sie einen Vorgang übernehmen.',
      deputy: 'Zurzeit vertreten Sie niemanden, oder es gibt dort keine Vorgänge.',
      all: 'Auf diesem Gerät ist noch kein Vorgang vorhanden.',
      search: (query: string) => `Kein Vorgang passt zu „${query}“.`,
      elsewhere: (found: number) => `Unter „Alle Vorgänge“: ${plural(found, 'Treffer', 'Treffer')}`,
      filtered: (hidden: number) =>
        hidden === 1
          ? 'Die gesetzten Filter verbergen einen Vorgang.'
          : `Die gesetzten Filter verbergen ${count(hidden)} Vorgänge.`,
      filteredBy: (kind: string, values: string, hidden: number) =>
        `Ohne den Filter „${kind}: ${values}“: ${plural(hidden, 'Vorgang', 'Vorgänge')}`,
    },
  },

  cases: {
    back: 'Zurück zur Liste',
    noReference: 'Aktenzeichen folgt',
    status: {
      received: 'eingegangen',
      inProgress: 'in Bearbeitung',
      waiting: 'wartet auf Antwort',
      awaitingApproval: 'wartet auf Freigabe',
      approved: 'bewilligt',
      partly: 'teilweise bewilligt',
      rejected: 'abgelehnt',
      withdrawn: 'zurückgenommen',
      notResponsible: 'nicht zuständig',
      handedOver: 'abgegeben',
      unknown: 'unbekannt (neuere Version)',
    },
    newer: {
      partly:
        'Dieser Vorgang wurde mit einer neueren Programmversion bearbeitet. Nicht alles davon kann hier gezeigt werden; verloren geht nichts. Bitte laden Sie das Programm neu, sobald eine neue Version angeboten wird.',
      held: 'Dieser Vorgang wurde mit einer neueren Programmversion bearbeitet, und sein Stand ist hier nicht lesbar. Bearbeiten können Sie ihn wieder, sobald Sie das Programm neu geladen haben; verloren geht nichts.',
    },
    waitingMark: 'noch nicht übertragen',
    bar: {
      previous: 'Voriger Vorgang',
      next: 'Nächster Vorgang',
      position: (position: number, all: number) => `${count(position)} von ${count(all)}`,
      print: 'Drucken',
    },
    copyReference: {
      copy: 'Aktenzeichen kopieren',
      copied: 'kopiert',
      copyFailed: 'Kopieren nicht gelungen',
    },
    summary: {
      status: 'Status',
      since: (at: string) => `seit ${at}`,
      handOver: 'Übertragung',
      allHandedOver: 'alles übertragen',
      waiting: (waiting: number) => `${plural(waiting, 'Änderung', 'Änderungen')} noch nicht übertragen`,
      waitingFiles: (files: number) => `${plural(files, 'Datei', 'Dateien')} noch nicht übertragen`,
      expectedRefused: (expected: number) =>
        `${count(expected)} ${expected === 1 ? 'wird' : 'werden'} voraussichtlich abgewiesen`,
      refused: (refused: number) => `${count(refused)} abgewiesen`,
    },
    expectedRefusedMark: 'voraussichtlich abgewiesen',
    notHere: {
      title: 'Vorgang nicht vorhanden',
      text: 'Dieser Vorgang ist auf diesem Gerät nicht oder noch nicht vorhanden. Sobald er vom Server kommt, erscheint er hier. Wurde er an einen anderen Fachbereich übergeben, ist er nur noch dort zu sehen.',
    },
    dossierMissing:
      'Antrag und Verlauf sind auf diesem Gerät noch nicht vorhanden. Sie erscheinen, sobald sie vom Server geladen sind.',
    shelved: {
      fetching: 'Die Unterlagen dieses abgeschlossenen Vorgangs werden vom Server geholt.',
      noLine:
        'Die Unterlagen dieses abgeschlossenen Vorgangs liegen auf dem Server. Sie erscheinen, sobald die Verbindung da ist.',
      failed:
        'Die Unterlagen dieses abgeschlossenen Vorgangs liegen auf dem Server, konnten aber gerade nicht geholt werden.',
      retry: 'Erneut versuchen',
      gone: 'Auf dem Server gibt es zu diesem Vorgang keine Unterlagen mehr, die Sie ansehen dürfen.',
    },
    formMissing:
      'Das Formular zu diesem Antrag ist auf diesem Gerät noch nicht vorhanden. Die Angaben stehen hier ohne Beschriftung.',
    facts: {
      title: 'Vorgang',
      service: 'Dienstleistung',
      department: 'Fachbereich',
      applicant: 'Antragsteller/in',
      receivedAt: 'Eingang',
      channel: 'Eingangsweg',
      channels: {
        web: 'online',
        paper: 'Papier',
        phone: 'Telefon',
        email: 'E-Mail',
        counter: 'am Schalter',
      },
      assignee: 'Zuständig',
      nobody: 'niemand',
      trackingCode: 'Zugangscode',
      email: 'E-Mail',
    },
    application: 'Antrag',
    entered: {
      open: 'Noch offen',
      missing: 'Fehlt noch:',
      asWritten: (label: string, text: string) =>
        `Steht so auf dem Papier, bitte klären – ${label}: „${text}“`,
      settled: (label: string, text: string) => `Auf dem Papier, geklärt – ${label}: „${text}“`,
      onPaper: 'Auf dem Papier',
      parties: 'Weitere Beteiligte',
      joint: 'Antragsteller/in',
      proxy: 'Bevollmächtigt',
      powerOfAttorney: { there: 'Vollmacht liegt vor', missing: 'Vollmacht liegt nicht vor' },
    },
    answerWords: {
      yes: 'Ja',
      no: 'Nein',
      parts: {
        street: 'Straße',
        houseNumber: 'Hausnummer',
        postalCode: 'Postleitzahl',
        place: 'Ort',
        firstName: 'Vorname',
        lastName: 'Nachname',
        birthName: 'Geburtsname',
        bornOn: 'geboren am',
        birthPlace: 'Geburtsort',
        nationality: 'Staatsangehörigkeit',
      },
    },
    noAnswer: 'keine Angabe',
    correction: {
      title: 'Berichtigen',
      begin: (field: string) => `Berichtigen: ${field}`,
      value: 'Richtig ist',
      example: (text: string) => `Zum Beispiel: ${text}`,
      save: 'Berichtigung speichern',
      entered: 'eingereicht:',
      by: (by: string) => `berichtigt von ${by},`,
      asEntered: (by: string) => `wie eingereicht, geprüft von ${by},`,
      disputed: (values: number) =>
        `${values === 2 ? 'Zwei' : count(values)} Angaben stehen gegeneinander. Welche gilt?`,
      disputedNote: (answers: number) =>
        answers === 1
          ? 'Zu dieser Angabe stehen mehrere Berichtigungen gegeneinander. Bis jemand eine nimmt, gilt, was zuletzt unbestritten war. Zu klären:'
          : 'Zu diesen Angaben stehen mehrere Berichtigungen gegeneinander. Bis jemand eine nimmt, gilt, was zuletzt unbestritten war. Zu klären:',
      untilTaken: 'Bis dahin gilt, was zuletzt unbestritten war:',
      untilTakenEntered: 'Bis dahin gilt, was eingereicht wurde:',
      take: 'Diesen Wert nehmen',
      overtaken:
        'Während Sie schreiben, ist eine andere Berichtigung dazugekommen. Wenn Sie speichern, stehen beide nebeneinander, bis jemand eine nimmt.',
      unanswered: (questions: number) =>
        `${plural(questions, 'unbeantwortete Frage', 'unbeantwortete Fragen')} zeigen`,
      entriesStay: (group: string) =>
        `Einträge unter „${group}“ lassen sich berichtigen, aber nicht hinzufügen oder streichen. Halten Sie weitere oder hinfällige Einträge bitte als Vermerk fest.`,
      errors: {
        required: 'Diese Angabe darf nicht leer sein.',
        tooLong: 'Der Text ist zu lang.',
        tooLongFor: (maximum: number) => `Der Text ist zu lang: höchstens ${count(maximum)} Zeichen.`,
        notADate: 'Das ist kein Datum. Bitte so angeben: 24.5.2026.',
        notAnEmail: 'Das ist keine vollständige E-Mail-Adresse.',
        notAPhone: 'Das ist keine Telefonnummer.',
        notAnIban: 'Diese IBAN stimmt nicht. Bitte prüfen Sie die Ziffern.',
        notAPostalCode: 'Eine Postleitzahl hat fünf Ziffern.',
        notANumber: 'Das ist keine Zahl.',
        notMoney: 'Das ist kein Betrag. Bitte so angeben: 12,50.',
        tooManyDecimals: (decimals: number) =>
          decimals === 0
            ? 'Bitte eine ganze Zahl angeben.'
            : `Höchstens ${plural(decimals, 'Stelle', 'Stellen')} hinter dem Komma.`,
        belowMinimum: (bound: string | undefined) =>
          `Das ist zu klein${bound ? `: mindestens ${bound}` : ''}.`,
        aboveMaximum: (bound: string | undefined) => `Das ist zu groß${bound ? `: höchstens ${bound}` : ''}.`,
        notAChoice: 'Bitte eine der Antworten wählen.',
        notYesOrNo: 'Bitte „Ja“ oder „Nein“ wählen.',
        patternMismatch: 'Diese Angabe hat nicht die verlangte Form.',
        controlCharacters: 'Der Text enthält Zeichen, die nicht erlaubt sind. Bitte tippen Sie ihn neu.',
        tooMany: 'Das sind zu viele.',
        notAFile: 'Dateien lassen sich hier nicht berichtigen.',
        fileKindRefused: 'Dateien lassen sich hier nicht berichtigen.',
        unknownField: 'Diese Angabe gibt es im Formular nicht.',
        answersTooLong: 'Der Text ist zu lang.',
      },
    },
    history: {
      title: 'Verlauf',
      submitted: 'Antrag online eingegangen',
      entered: (by: string, channel: string) => `${by} hat den Vorgang erfasst (${channel})`,
      renumbered: (line: string, from: string, to: string) =>
        `${line}. Das Aktenzeichen ${from} war schon vergeben: jetzt ${to}`,
      tookOver: (by: string) => `${by} hat den Vorgang übernommen`,
      tookFrom: (by: string, from: string) => `${by} hat den Vorgang von ${from} übernommen`,
      handedOver: (by: string, to: string) => `${by} hat den Vorgang an ${to} übergeben`,
      moved: (by: string, from: string, to: string) =>
        `${by} hat den Vorgang vom Fachbereich „${from}“ an „${to}“ übergeben`,
      gaveBack: (by: string) => `${by} hat den Vorgang in den Posteingang zurückgegeben`,
      note: (by: string) => `Vermerk von ${by}`,
      malwareFound: (file: string) =>
        `In der Datei „${file}“ wurde ein Schadprogramm gefunden. Sie ist gesperrt.`,
      fileRemoved: (by: string, name: string) => `${by} hat die Datei „${name}“ entfernt`,
      fileAdded: (by: string, name: string) => `${by} hat die Datei „${name}“ hinzugefügt`,
      corrected: (by: string, field: string, value: string | undefined) =>
        `${by} hat „${field}“ berichtigt${value === undefined ? '' : `: ${value}`}`,
      settled: (by: string, field: string, value: string | undefined) =>
        `${by} hat „${field}“ geklärt${value === undefined ? '' : `: ${value}`}`,
      before: (values: readonly string[]) =>
        values.length > 1
          ? `Gegeneinander standen: ${values.map((value) => `„${value}“`).join(', ')}`
          : `Zuvor: ${values.join()}`,
      decided: {
        approved: (by: string) => `Bewilligt von ${by}`,
        partly: (by: string) => `Teilweise bewilligt von ${by}`,
        rejected: (by: string) => `Abgelehnt von ${by}`,
        withdrawn: (by: string) => `Nach Rücknahme des Antrags beendet von ${by}`,
        notResponsible: (by: string) => `Als nicht zuständig beendet von ${by}`,
      },
      ...questionHistory,
      handedToBody: (by: string, body: string) => `${by} hat den Vorgang an „${body}“ abgegeben`,
      ofNewerProgram: 'Ereignis einer neueren Programmversion',
      takenAt: (at: string) => `erfasst am ${at}`,
      takenOverAt: (at: string) => `übernommen am ${at}`,
    },
    files: {
      title: 'Dateien',
      none: 'Zu diesem Vorgang gibt es keine Dateien.',
      add: 'Dateien hinzufügen …',
      help: 'PDF, JPEG, PNG oder TIFF, je höchstens 25 MB. Sie können Dateien auch hierher ziehen.',
      drop: 'Dateien hier loslassen',
      adding: (name: string) => `„${name}“ wird gespeichert …`,
      added: (name: string) => `„${name}“: auf diesem Gerät gespeichert`,
      trouble: {
        locked:
          'Die Datei ist mit einem Kennwort geschützt und lässt sich hier nicht ansehen. Bitte lassen Sie sich eine ohne Kennwort geben.',
        damaged:
          'Die Datei ist beschädigt und lässt sich hier nicht ansehen. Bitte lassen Sie sich die Unterlage noch einmal geben.',
      },
      addedBy: (by: string, at: string) => `${by}, ${at}`,
      applicant: 'mit dem Antrag eingereicht',
      withheld: {
        inCheck: {
          state: 'in Prüfung',
          means:
            'Die Datei wird noch auf Schadprogramme geprüft. Sobald sie geprüft ist, lässt sie sich hier öffnen.',
          meansOwn:
            'Die Datei wird noch auf Schadprogramme geprüft. Kolleginnen und Kollegen können sie öffnen, sobald sie geprüft ist.',
        },
        infected: {
          state: 'gesperrt: Schadprogramm gefunden',
          means:
            'In dieser Datei wurde ein Schadprogramm gefunden. Sie lässt sich nicht öffnen. Bitte lassen Sie sich die Unterlagen auf einem anderen Weg geben.',
          meansOwn:
            'In dieser Datei, die Sie hinzugefügt haben, wurde ein Schadprogramm gefunden. Niemand kann sie hier öffnen. Bitte öffnen Sie sie auch dort nicht, wo Sie sie herhaben, und geben Sie der EDV Bescheid.',
        },
      },
      size: bytes,
      view: 'Ansehen',
      save: 'Speichern unter …',
      fetch: 'Laden',
      ofFile: (action: string, name: string) => `${action}: ${name}`,
      missing: (name: string) =>
        `„${name}“ ist auf diesem Gerät nicht mehr lesbar und wird neu vom Server geladen.`,
      viewer: {
        opening: 'Datei wird geöffnet',
        toolbar: 'Ansicht',
        pages: 'Seiten der Datei',
        previous: 'Vorige Seite (Bild auf)',
        next: 'Nächste Seite (Bild ab)',
        pageOf: (page: number, of: number) => `Seite ${page} von ${of}`,
        pageLabel: (name: string, page: number) => `${name}, Seite ${page}`,
        smaller: 'Kleiner (−)',
        larger: 'Größer (+)',
        fit: 'An die Breite anpassen (0)',
        percent: (scale: number) => `${Math.round(scale * 100)} %`,
        print: 'Datei drucken',
        preparing: (made: number, of: number) => `Der Druck wird vorbereitet: ${made} von ${of} Seiten`,
        printFailed:
          'Die Datei ließ sich nicht zum Drucken aufbereiten. Bitte speichern Sie sie und drucken Sie aus dem Programm, mit dem Sie sie öffnen.',
        pageFailed: (page: number) =>
          `Seite ${page} lässt sich nicht darstellen. Bitte speichern Sie die Datei und öffnen Sie sie in einem anderen Programm.`,
        not: {
          damaged:
            'Die Datei lässt sich hier nicht darstellen; sie ist beschädigt oder ungewöhnlich aufgebaut. Bitte speichern Sie sie und öffnen Sie sie in einem anderen Programm.',
          locked:
            'Die Datei ist mit einem Kennwort geschützt. Bitte speichern Sie sie und öffnen Sie sie in Ihrem PDF-Programm.',
          notLoaded:
            'Die Ansicht ließ sich nicht laden. Bitte speichern Sie Ihre Arbeit, laden Sie die Anwendung neu und versuchen Sie es noch einmal.',
        },
      },
      remove: 'Entfernen …',
      removing: {
        title: 'Datei entfernen',
        text: (name: string) =>
          `„${name}“ ist danach nicht mehr zu öffnen, und der Inhalt wird auf dem Server gelöscht, sofern kein anderer Vorgang dieselbe Datei hat. Im Verlauf bleibt stehen, wer sie wann und warum entfernt hat.`,
        reason: 'Grund',
        reasonMissing: 'Bitte schreiben Sie, warum die Datei entfernt wird.',
        confirm: 'Datei entfernen',
      },
      state: {
        waiting: (sent: number, size: number) =>
          sent === 0
            ? 'auf diesem Gerät gespeichert, noch nicht übertragen'
            : `auf diesem Gerät gespeichert, ${percent(sent, size)} übertragen`,
        here: 'vom Server übernommen, auch auf diesem Gerät',
        fetching: (fetched: number, size: number) => `wird geladen, ${percent(fetched, size)}`,
        expected: (by: string) => `Datei kommt noch vom Gerät von ${by}`,
        noRoom: 'kein Platz auf diesem Gerät – bitte schaffen Sie Platz und laden Sie die Datei erneut',
        absent: 'nicht auf diesem Gerät',
      },
      not: {
        wrongType: (name: string) =>
          `„${name}“ wurde nicht hinzugefügt: Das ist kein PDF, JPEG, PNG oder TIFF. Bitte speichern Sie die Datei in ihrem Programm als PDF und fügen Sie diese hinzu.`,
        tooBig: (name: string) =>
          `„${name}“ wurde nicht hinzugefügt: Die Datei ist größer als 25 MB. Bitte scannen Sie mit geringerer Auflösung oder teilen Sie die Datei auf.`,
        empty: (name: string) =>
          `„${name}“ wurde nicht hinzugefügt: Die Datei ist leer. Bitte prüfen Sie, ob sie fertig gespeichert ist.`,
        unreadable: (name: string) =>
          `„${name}“ wurde nicht hinzugefügt: Die Datei ließ sich nicht lesen. Bitte prüfen Sie, ob sie noch da und keine Mappe ist.`,
        other: (name: string, sentence: string) => `„${name}“: ${sentence}`,
      },
    },
    actions: {
      title: 'Zuständigkeit',
      takeOver: 'Übernehmen',
      handOver: 'Übergeben an …',
      giveBack: 'Zurückgeben',
      handOverTitle: 'Vorgang übergeben',
      giveBackTitle: 'Vorgang in den Posteingang zurückgeben',
      toClerk: 'Übergeben an',
      chooseClerk: 'Bitte wählen Sie, an wen der Vorgang geht.',
      toWhom: 'Wohin geht der Vorgang?',
      toColleague: 'An eine Person dieses Fachbereichs',
      toDepartment: 'An einen anderen Fachbereich',
      department: 'Fachbereich',
      chooseDepartment: 'Bitte wählen Sie einen Fachbereich.',
      departmentHelp:
        'Der Vorgang kommt dort in den Posteingang. Hier sehen Sie ihn dann nur noch, wenn Sie auch dort arbeiten.',
      nobodyElse: 'In diesem Fachbereich gibt es auf diesem Gerät sonst niemanden.',
      word: 'Kurze Mitteilung (freiwillig)',
      handOverConfirm: 'Übergeben',
      giveBackConfirm: 'Zurückgeben',
    },
    impossible: {
      awaitingApproval: 'Die Entscheidung wartet auf die Freigabe.',
      otherDepartment: 'Der Vorgang gehört zu einem anderen Fachbereich.',
      decided: 'Der Vorgang ist bereits entschieden.',
      alreadyYours: 'Sie bearbeiten diesen Vorgang bereits.',
      withOther: (name: string) => `Der Vorgang liegt bei ${name}. Übernehmen kann ihn nur die Leitung.`,
      notYours: (name: string) => `Der Vorgang liegt bei ${name}.`,
      takeOverFirst: 'Dazu müssen Sie den Vorgang zuerst übernehmen.',
      inInbox: 'Der Vorgang liegt bereits im Posteingang.',
      handedOver: 'Der Vorgang ist an eine andere Stelle abgegeben.',
      newerProgram: 'Dazu braucht es die neuere Programmversion.',
    },
    note: { title: 'Vermerk hinzufügen', label: 'Vermerk', save: 'Vermerk speichern' },
    decision: {
      title: 'Entscheiden',
      label: 'Entscheidung',
      kinds: {
        approved: 'Bewilligen',
        partly: 'Teilweise',
        rejected: 'Ablehnen',
        withdrawn: 'Zurückgenommen',
        notResponsible: 'Nicht zuständig',
      },
      reason: 'Begründung',
      reasonHelp: 'Die Antragstellerin oder der Antragsteller liest diesen Text.',
      reasonNeeded: {
        approved: 'Darf entfallen (§ 39 Absatz 2 Nummer 1 VwVfG).',
        partly: 'Erforderlich (§ 39 VwVfG): Was wird nicht bewilligt, und warum?',
        rejected: 'Erforderlich (§ 39 VwVfG).',
        withdrawn: 'Erforderlich: Wann und wie wurde der Antrag zurückgenommen?',
        notResponsible: 'Erforderlich: Wer ist zuständig, und warum?',
      },
      choose: 'Bitte wählen Sie eine Entscheidung.',
      save: 'Entscheidung speichern',
      keptDraft: 'Ihr angefangener Text',
      keptDraftText:
        'Der Vorgang wurde inzwischen entschieden. Ihr Text wurde nicht gespeichert; Sie können ihn kopieren oder verwerfen.',
      discard: 'Text verwerfen',
    },
    characters: (length: number, maximum: number) =>
      `${count(length)} von höchstens ${count(maximum)} Zeichen`,
    expectedRefused: {
      title: 'Wird voraussichtlich abgewiesen',
      text: (title: string, reason: string) =>
        `${title} – ${reason}. Das entscheidet endgültig der Server. Ihr Text bleibt erhalten.`,
    },
    refused: {
      title: 'Abgewiesen',
      text: (title: string, reason: string) =>
        `${title} – ${reason}. Diese Änderung steht nicht im Vorgang. Ihr Text bleibt hier, bis Sie ihn zur Kenntnis genommen haben.`,
    },
    showRefused: 'Zu den abgewiesenen Änderungen',
  },

  dates,

  letters,

  questions,

  entry,

  saved: {
    onThisDevice: 'Auf diesem Gerät gespeichert',
    takenOver: 'vom Server übernommen',
    refused: 'vom Server abgewiesen – Ihr Text steht unter „Abgewiesene Änderungen“',
    refusedNow: (reason: string) => `Nicht gespeichert: ${reason}. Ihre Eingabe steht noch hier.`,
    not: {
      tooLarge:
        'Nicht gespeichert: Der Text ist zu groß. Bitte kürzen Sie ihn; Ihre Eingabe steht noch hier.',
      journalUnwritable:
        'Nicht gespeichert: Dieses Gerät kann zurzeit nicht schreiben. Ihre Eingabe steht noch hier. Bitte kopieren Sie Ihren Text, laden Sie die Seite neu und versuchen Sie es erneut.',
      quotaExceeded:
        'Nicht gespeichert: Der Speicherplatz auf diesem Gerät ist voll. Ihre Eingabe steht noch hier. Bitte schaffen Sie Platz und speichern Sie erneut.',
      invalid:
        'Nicht gespeichert: Die Eingabe ist unvollständig oder zu lang. Bitte prüfen Sie sie; sie steht noch hier.',
    },
    mayBeEvicted:
      'Dieser Browser sichert den Speicher nicht dauerhaft zu: Er könnte Gespeichertes löschen, bevor es übertragen ist. Bitte gleichen Sie ab, bevor Sie das Gerät verlassen.',
  },

  sync: {
    title: 'Abgleich',
    open: 'Abgleich anzeigen',
    openWithNotices: (notices: number, shorts: readonly string[]) =>
      `Abgleich anzeigen – ${plural(notices, 'Hinweis', 'Hinweise')}: ${shorts.join(', ')}`,
    /** The notices in a few words. */
    short: {
      notNow: {
        unknownKind: 'Server braucht ein Update',
        unknownVersion: 'Server braucht ein Update',
        tooLargeForLine: 'Änderung zu groß für die Leitung',
        storage: 'Server kann nichts speichern',
      },
      journal: {
        tornTail: 'eine Eingabe wurde nicht fertig geschrieben',
        damaged: 'Daten auf diesem Gerät beschädigt',
      },
      clockOff: 'Uhr geht falsch',
      nearlyFull: 'Speicher fast voll',
      mayBeEvicted: 'Speicher nicht dauerhaft gesichert',
    },
    line: {
      connecting: 'Verbindung wird aufgebaut …',
      connected: 'verbunden',
      offline: 'keine Verbindung – Sie können weiterarbeiten',
      signedOut: 'nicht angemeldet – Sie können weiterarbeiten',
      revoked: 'dieses Gerät ist gesperrt',
      deactivated: 'Ihr Zugang ist abgeschaltet',
    },
    cause: {
      network:
        'Der Server ist nicht erreichbar. Bitte prüfen Sie Netzwerkkabel oder WLAN. Bleibt es dabei, obwohl andere Seiten gehen, verständigen Sie die Systembetreuung.',
      timeout:
        'Der Server antwortet nicht. Vermutlich ist die Leitung sehr langsam; es wird von selbst weiter versucht.',
      badAnswer:
        'Der Server hat unerwartet geantwortet. Vielleicht ist dieses Programm älter als er: Bitte laden Sie die Seite neu. Bleibt es dabei, verständigen Sie die Systembetreuung und nennen Sie ihr die Fassung, die unten steht.',
      unavailable:
        'Der Server ist vorübergehend nicht bereit, etwa während einer Sicherung. Es wird von selbst weiter versucht.',
      signedOut: 'Ihre Anmeldung ist abgelaufen. Bitte melden Sie sich oben erneut an.',
      revoked: 'Dieses Gerät wurde gesperrt. Bitte wenden Sie sich an die Systembetreuung.',
      deactivated: 'Ihr Zugang wurde gesperrt. Bitte wenden Sie sich an die Systembetreuung.',
    },
    facts: {
      line: 'Verbindung',
      own: 'Ihre Änderungen',
      copy: 'Datenbestand',
    },
    lastFailure: (at: string, cause: string) => `Letzte Störung, inzwischen vorbei: ${at}. ${cause}`,
    said: {
      line: {
        connecting: '',
        connected: 'Verbindung zum Server besteht.',
        offline: 'Verbindung unterbrochen. Sie können weiterarbeiten.',
        signedOut: 'Anmeldung abgelaufen. Sie können weiterarbeiten.',
        revoked: 'Dieses Gerät ist gesperrt.',
        deactivated: 'Ihr Zugang ist gesperrt.',
      },
      waiting: 'Änderungen sind gespeichert und warten auf die Übertragung.',
      handedOver: 'Alle Änderungen sind übertragen.',
      notices: (shorts: readonly string[]) =>
        `${shorts.length === 1 ? 'Hinweis' : 'Hinweise'} zum Abgleich: ${shorts.join(', ')}.`,
      refused: (refused: number) => `Vom Server abgewiesene Änderungen: ${count(refused)}.`,
    },
    waitingFiles: {
      title: 'Dateien, die noch übertragen werden',
      progress: (sent: number, size: number) => `${bytes(sent)} von ${bytes(size)} übertragen`,
    },
    waiting: (open: number) => `auf diesem Gerät gespeichert, noch nicht übertragen: ${open}`,
    takenOver: 'vom Server übernommen',
    refused: (refused: number) => `vom Server abgewiesen: ${count(refused)}`,
    verifiedEqual: (at: string) => `geprüft gleich um ${at}`,
    notVerified: 'noch nicht mit dem Server verglichen',
    lastContact: 'Letzter Kontakt',
    never: 'noch keiner',
    now: 'Jetzt abgleichen',
    nowRunning: 'Der Server wird gefragt …',
    nowDone: (at: string) => `Der Server hat geantwortet: ${at}.`,
    nowFailed: 'Das ist nicht gelungen. Die Ursache steht oben; was Sie gespeichert haben, bleibt erhalten.',
    device: {
      title: 'Dieses Gerät',
      storage: 'Speicher',
      used: (used: string, quota: string | undefined) =>
        quota === undefined ? `${used} belegt` : `${used} von ${quota} belegt`,
      nearlyFull: (percent: number) =>
        `Der Speicher für Amtsstube ist zu ${percent} % belegt. Bitte schaffen Sie auf diesem Gerät Platz; ist er voll, lässt sich nichts mehr speichern.`,
      version: 'Fassung',
    },
    exportJournal: {
      open: 'Journal für die Systembetreuung speichern',
      help: 'Darin steht, was Sie an diesem Gerät getan haben, auch was noch nicht übertragen ist. Lesen kann die Datei nur der Server Ihrer Gemeinde.',
      fileName: (date: string) => `Amtsstube-Journal-${date}.json`,
      saved: 'Die Datei wurde zum Speichern angeboten. Dateien zu Vorgängen sind nicht darin.',
      noKey: 'Das geht erst, wenn dieses Gerät einmal mit dem Server verbunden war.',
    },
    rebuild: {
      open: 'Datenbestand neu aufbauen …',
      title: 'Datenbestand neu aufbauen?',
      text: 'Alles wird noch einmal vom Server geladen. Bis das fertig und geprüft ist, arbeiten Sie mit dem jetzigen Bestand weiter. Was Sie gespeichert haben und was noch nicht übertragen ist, bleibt unberührt.',
      confirm: 'Neu aufbauen',
      wanted:
        'Der Neuaufbau beginnt mit dem nächsten Kontakt zum Server, solange Amtsstube geöffnet bleibt. Bis dahin bleibt der jetzige Bestand.',
      done: 'Der Datenbestand ist neu aufgebaut und geprüft.',
    },
    fetching: (received: number) => `Daten werden vom Server geladen: bisher ${count(received)}`,
    rebuilding: (received: number) => `Datenbestand wird neu aufgebaut: ${count(received)} geladen`,
    clockOff: (minutes: number) =>
      `Die Uhr dieses Geräts weicht um ${plural(minutes, 'Minute', 'Minuten')} ab. Bitte lassen Sie sie stellen; „erfasst am“ stimmt sonst nicht.`,
    journal: {
      tornTail: (bytes: number, keptAs: string) =>
        `Beim letzten Beenden wurde eine Eingabe nicht fertig geschrieben (${plural(bytes, 'Byte', 'Bytes')}). Als gespeichert gemeldet war sie nicht. Der Rest ist aufgehoben als „${keptAs}“.`,
      damaged: (bytes: number, keptAs: string) =>
        `Ein Teil des Journals auf diesem Gerät ist beschädigt (${plural(bytes, 'Byte', 'Bytes')}). Er ist aufgehoben als „${keptAs}“. Bitte verständigen Sie die Systembetreuung.`,
    },
    notNow: {
      unknownKind:
        'Der Server braucht ein Update. Ihre Änderungen bleiben auf diesem Gerät gespeichert und werden danach übertragen.',
      unknownVersion:
        'Der Server braucht ein Update. Ihre Änderungen bleiben auf diesem Gerät gespeichert und werden danach übertragen.',
      tooLargeForLine:
        'Eine Änderung ist für die Leitung zum Server zu groß und hält die übrigen auf. Alles bleibt auf diesem Gerät gespeichert. Bitte verständigen Sie die Systembetreuung: Ein Zwischengerät (Proxy) weist Anfragen dieser Größe ab.',
      storage:
        'Der Server kann zurzeit nichts speichern. Ihre Änderungen bleiben auf diesem Gerät gespeichert und werden danach übertragen.',
    },
    list: {
      title: 'Noch nicht übertragen',
      empty: 'Alles ist vom Server übernommen.',
      refused: (refused: number) =>
        `${refused === 1 ? 'Eine Änderung hat' : `${count(refused)} Änderungen hat`} der Server abgewiesen.`,
      takenAt: (at: string) => `erfasst am ${at}`,
      expectedRefused: (reason: string) => `wird voraussichtlich abgewiesen: ${reason}`,
    },
  },

  refusedChanges: {
    title: 'Abgewiesene Änderungen',
    lead: 'Diese Änderungen hat der Server nicht übernommen. Ihr Text bleibt hier, bis Sie ihn zur Kenntnis genommen haben.',
    empty: 'Es gibt keine abgewiesenen Änderungen.',
    why: 'Grund',
    at: (takenAt: string, decidedAt: string) => `erfasst am ${takenAt} · abgewiesen am ${decidedAt}`,
    following: (count: number) =>
      count === 1
        ? 'Danach haben Sie an diesem Vorgang noch etwas getan, und auch das wurde abgewiesen:'
        : `Danach haben Sie an diesem Vorgang noch ${count} Änderungen gemacht, und auch die wurden abgewiesen:`,
    repeat: (count: number) =>
      count === 1 ? 'Als neue Änderung wiederholen' : `Alle ${count} als neue Änderungen wiederholen`,
    repeated: 'Auf diesem Gerät gespeichert und wird übertragen.',
    dismiss: 'Zur Kenntnis genommen',
    dismissed: 'Zur Kenntnis genommen; steht nicht mehr in der Liste.',
    toCase: (fileReference: string) => `Vorgang ${fileReference} öffnen`,
    toService: (name: string) => `Dienstleistung „${name}“ öffnen`,
    toList: 'Abgewiesene Änderungen ansehen',
  },

  refusal: {
    malformed: 'der Server konnte die Änderung nicht lesen; bitte verständigen Sie die Systembetreuung',
    internal:
      'auf dem Server ist ein Fehler aufgetreten; nach dessen Aktualisierung wird die Änderung von selbst erneut gesendet',
    notAllowed: 'dazu sind Sie in diesem Fachbereich nicht berechtigt',
    noSuchCase: 'den Vorgang gibt es auf dem Server nicht',
    noSuchClerk: 'diese Person gibt es in dem Fachbereich nicht',
    noSuchService: 'diese Dienstleistung gibt es nicht mehr',
    noSuchDepartment: 'diesen Fachbereich gibt es nicht, oder er ist geschlossen',
    noSuchCounter: 'diesen Schalter gibt es nicht',
    serviceNotOffered: 'diese Dienstleistung wird zurzeit nicht online angeboten',
    changedMeanwhile: (field: string, now: string) =>
      now === ''
        ? `jemand anders hat „${field}“ inzwischen geleert; bitte prüfen Sie, was gelten soll`
        : `jemand anders hat „${field}“ inzwischen geändert; dort steht jetzt „${now}“; bitte prüfen Sie, was gelten soll`,
    lastAdmin:
      'das ist die letzte Person mit der Rolle „Systembetreuung“; bitte geben Sie sie zuerst einer anderen',
    departmentInUse: (parts: string) => `am Fachbereich hängt noch etwas: ${parts}`,
    departmentParts: {
      clerks: (found: number) => plural(found, 'Person', 'Personen'),
      services: (found: number) => plural(found, 'Dienstleistung', 'Dienstleistungen'),
      counters: (found: number) => plural(found, 'Schalter', 'Schalter'),
      cases: (found: number) => plural(found, 'offener Vorgang', 'offene Vorgänge'),
    },
    formVersionGone: 'diese Fassung des Formulars gilt nicht mehr',
    invalidAnswers: (fields: number) =>
      `${plural(fields, 'Angabe im Antrag ist', 'Angaben im Antrag sind')} unvollständig oder ungültig`,
    noSuchFile: 'diese Datei ist nicht mehr beim Vorgang',
    alreadyAttached: 'diese Datei ist bereits beim Vorgang',
    alreadyExists: 'das ist bereits vorhanden',
    alreadyDecided: (by: string, at: string) => `bereits entschieden von ${by} am ${at}`,
    alreadyAssigned: (to: string) => `der Vorgang liegt bereits bei ${to}`,
    notAssignedToOther: (to: string) => `der Vorgang liegt bei ${to}, nicht bei Ihnen`,
    notAssignedToAnyone: 'der Vorgang liegt im Posteingang; bitte übernehmen Sie ihn zuerst',
    receivedInFuture: 'der Eingang liegt in der Zukunft',
    reasonRequired: 'dazu ist eine Begründung nötig',
    textRequired: 'der Text ist leer',
    ...questionRefusals,
    ofNewerProgram: 'den Grund kennt erst eine neuere Programmversion; bitte laden Sie das Programm neu',
    otherText:
      'der Server hat diese Änderung schon mit anderem Text erhalten; Ihr Text steht nur noch hier; Sie können ihn als neue Änderung senden',
  },

  operation: {
    takeOver: 'Vorgang übernehmen',
    handOver: (to: string) => `Vorgang an ${to} übergeben`,
    moveToDepartment: 'Vorgang an einen anderen Fachbereich übergeben',
    giveBack: 'Vorgang in den Posteingang zurückgeben',
    addNote: 'Vermerk',
    attachFile: (name: string) => `Datei „${name}“`,
    removeAttachment: 'Datei entfernen',
    correctAnswer: (field: string) => `Berichtigung: ${field}`,
    decide: {
      approved: 'Entscheidung: Bewilligen',
      partly: 'Entscheidung: Teilweise bewilligen',
      rejected: 'Entscheidung: Ablehnen',
      withdrawn: 'Entscheidung: Antrag zurückgenommen',
      notResponsible: 'Entscheidung: Nicht zuständig',
    },
    handToBody: (body: string) => `Vorgang an „${body}“ abgeben`,
    ...questionOperations,
    submitApplication: 'Antrag einreichen',
    enterCase: 'Vorgang erfassen',
    leaseNumbers: 'Aktenzeichen für dieses Gerät reservieren',
    configureMunicipality: 'Einrichtung der Gemeinde ändern',
    changeMunicipality: 'Angaben der Gemeinde ändern',
    putDepartment: {
      add: (name: string) => `Fachbereich „${name}“ anlegen`,
      rename: (from: string, to: string) => `Fachbereich „${from}“ in „${to}“ umbenennen`,
      close: 'Fachbereich schließen',
      reopen: 'Fachbereich wieder öffnen',
    },
    putCounter: {
      add: (name: string) => `Schalter „${name}“ anlegen`,
      change: 'Schalter ändern',
      close: 'Schalter außer Betrieb nehmen',
      reopen: 'Schalter wieder in Betrieb nehmen',
    },
    putClerk: {
      add: (name: string) => `${name} als neue Person anlegen`,
      change: (name: string) => `Angaben zu ${name} ändern`,
      reactivate: (name: string) => `Zugang von ${name} wieder einschalten`,
    },
    deactivateClerk: (name: string) => `Zugang von ${name} abschalten`,
    addService: (name: string) => `Dienstleistung „${name}“ übernehmen`,
    switchService: {
      change: 'Dienstleistung einem anderen Fachbereich geben',
      on: 'Dienstleistung online anbieten',
      off: 'Dienstleistung nicht mehr online anbieten',
    },
    changeService: (fields: string) => `Dienstleistung geändert: ${fields}`,
    putForm: {
      publish: 'Formular veröffentlicht',
      withdraw: 'Frühere Fassung eines Formulars zurückgezogen',
    },
    unknown: (kind: string) => `Änderung („${kind}“)`,
    texts: {
      question: 'Ihre Frage',
      answer: 'Die Antwort',
      word: 'Ihre Mitteilung',
      note: 'Ihr Vermerk',
      reason: 'Ihre Begründung',
      value: 'Ihre Angabe',
      values: 'Ihre Angaben',
    },
  },

  admin: {
    title: 'Verwaltung',
    notAllowed: 'Diese Seite ist für die Systembetreuung.',
    parts: {
      label: 'Bereiche der Verwaltung',
      clerks: 'Personen',
      departments: 'Fachbereiche',
      counters: 'Schalter',
      services: 'Dienstleistungen',
      templates: 'Vorlagen',
      municipality: 'Gemeinde',
      devices: 'Geräte',
      salvage: 'Wiederherstellung',
    },
    salvage: {
      title: 'Was nach einer Wiederherstellung fehlt',
      lead: 'Wird der Server aus einer Sicherung wiederhergestellt, bringen die Geräte von selbst wieder, was auf ihnen getan wurde. Was sie nur gesehen haben, etwa den Antrag eines Bürgers oder die Arbeit an einem Gerät, das es nicht mehr gibt, steht hier zum Durchsehen. Was ein Gerät inzwischen wieder gebracht hat, verschwindet von selbst.',
      none: 'Es fehlt nichts: Kein Gerät kennt etwas, das der Server nicht hat.',
      caseTitle: (reference: string, applicant: string) =>
        ['Vorgang', reference, applicant].filter((part) => part !== '').join(' '),
      taskTitle: (text: string) => `Aufgabe: ${text}`,
      settingTitle: 'Einstellung der Gemeinde',
      clerkTitle: (name: string) => `Person ${name}`,
      counterTitle: (name: string) => `Schalter ${name}`,
      brought: (by: string, at: string) => `vom Gerät von ${by}, ${at}`,
      application: 'Antrag',
      history: 'Verlauf',
      save: 'Alles als Datei speichern',
      fileName: 'Wiederherstellung.txt',
      show: 'Ansehen',
      done: 'Erledigt …',
      doneOne: (title: string) => `Erledigt …: ${title}`,
      doneTitle: 'Durchgesehen?',
      doneText: (title: string) =>
        `„${title}“ wird hier und auf dem Server gelöscht. Übertragen Sie vorher, was noch gebraucht wird.`,
      doneConfirm: 'Löschen',
    },
    /** Fields as screens and refusals name them. */
    fields: {
      name: 'Name',
      email: 'E-Mail',
      room: 'Zimmer',
      phone: 'Telefon',
      address: 'Anschrift',
      web: 'Internetseite',
      openingHours: 'Öffnungszeiten',
      bankLine: 'Bankverbindung',
      bankHolder: 'Zahlscheine: Kontoinhaber',
      bankIban: 'Zahlscheine: IBAN',
      bankBic: 'Zahlscheine: BIC',
      officeHead: 'Amtsleitung',
      signatory: 'Unterzeichnet Briefe',
      places: 'Orte und Postleitzahlen',
      colour: 'Farbe der Bürgerseiten',
      representedBy: 'Vertreten durch',
      responsiblePerson: 'Verantwortlich für den Inhalt',
      dataProtectionOfficer: 'Datenschutzbeauftragte oder Datenschutzbeauftragter',
      privacyAuthority: 'Aufsicht für den Datenschutz',
      knownBarriers: 'Was noch nicht barrierefrei ist',
      accessibilityCheckedOn: 'Barrierefreiheit zuletzt geprüft am',
      accessibilityBody: 'Überwachungs- und Schlichtungsstelle',
      role: 'Rolle',
      departmentId: 'Fachbereich',
      title: 'Bezeichnung',
      key: 'Kürzel',
      subject: 'Betreff',
      text: 'Text',
      legalRemedy: 'Rechtsbehelfsbelehrung',
      closing: 'Grußformel',
      signature: 'Unterschrift',
      forServices: 'Dienstleistungen',
      decisionKinds: 'Entscheidungen',
    },
    save: 'Speichern',
    failures: {
      noConnection: 'Der Server ist nicht erreichbar. Dafür ist eine Verbindung nötig.',
      signedOut: 'Ihre Anmeldung ist abgelaufen. Bitte melden Sie sich neu an.',
      notAllowed: 'Dazu sind Sie nicht berechtigt.',
      addressTaken:
        'Diese E-Mail-Adresse gehört schon zu einem anderen Zugang. Bitte nehmen Sie eine andere.',
      badAnswer: 'Der Server hat unerwartet geantwortet. Bitte versuchen Sie es später erneut.',
    },
    devices: {
      title: 'Geräte',
      newCode: 'Gerätecode ausgeben',
      reload: 'Liste neu laden',
      code: 'Gerätecode:',
      codeHelp: (until: string) =>
        `Gilt für ein Gerät, bis ${until}. Er wird nur hier angezeigt. Am neuen Gerät Amtsstube öffnen und den Code eingeben.`,
      none: 'Noch ist kein Gerät eingerichtet.',
      enrolled: (at: string) => `eingerichtet am ${at}`,
      seen: (at: string | null) => (at === null ? 'noch kein Kontakt' : `letzter Kontakt am ${at}`),
      revoked: (at: string) => `gesperrt am ${at}`,
      revoke: 'Sperren',
      revokeOne: (name: string) => `${name} sperren`,
      revokeTitle: (name: string) => `Gerät „${name}“ sperren?`,
      revokeText:
        'Beim nächsten Kontakt zum Server werden die Schlüssel auf diesem Gerät gelöscht. Was dort gespeichert und noch nicht übertragen ist, geht damit verloren. Das lässt sich nicht rückgängig machen.',
    },
    nameMissing: 'Bitte geben Sie einen Namen ein.',
    departmentMissing: 'Bitte wählen Sie einen Fachbereich.',
    departments: {
      title: 'Fachbereiche',
      add: 'Neuer Fachbereich',
      none: 'Noch gibt es keinen Fachbereich.',
      rename: 'Umbenennen',
      renameOne: (name: string) => `${name} umbenennen`,
      renameTitle: 'Fachbereich umbenennen',
      close: 'Schließen',
      closeOne: (name: string) => `${name} schließen`,
      former: 'Geschlossen',
      reopen: 'Wieder öffnen',
      reopenOne: (name: string) => `${name} wieder öffnen`,
    },
    counters: {
      title: 'Schalter',
      add: 'Neuer Schalter',
      hours: 'Öffnungszeiten und Schließtage',
      none: 'Noch gibt es keinen Schalter.',
      noDepartment: 'Ein Schalter gehört zu einem Fachbereich. Bitte legen Sie zuerst einen Fachbereich an.',
      change: 'Ändern',
      changeOne: (name: string) => `${name} ändern`,
      changeTitle: 'Schalter ändern',
      directions: 'Weg zum Schalter',
      directionsHint:
        'Steht auf der Terminseite der Bürger, zum Beispiel: Erdgeschoss, Zimmer 4, ohne Stufen.',
      close: 'Außer Betrieb',
      closeOne: (name: string) => `${name} außer Betrieb nehmen`,
      former: 'Außer Betrieb',
      reopen: 'In Betrieb nehmen',
      reopenOne: (name: string) => `${name} wieder in Betrieb nehmen`,
    },
    services: {
      title: 'Dienstleistungen',
      lead: 'Was Bürgerinnen und Bürger online beantragen können, und welcher Fachbereich die Anträge bekommt. Schon eingegangene Anträge bleiben, wo sie sind.',
      none: 'Noch ist keine Dienstleistung eingerichtet: Bürgerinnen und Bürger können noch nichts beantragen.',
      add: 'Aus dem Katalog übernehmen',
      adding: {
        title: 'Dienstleistungen übernehmen',
        lead: 'Jede kommt mit Formular, Hinweisen und Frist und ist danach sofort online. Gebühren, die Ihre Gemeinde selbst festlegt, sind als Beispiel gekennzeichnet.',
        noDepartment:
          'Bitte legen Sie zuerst unter „Fachbereiche“ einen Fachbereich an: Jede Dienstleistung braucht einen, der die Anträge bekommt.',
        all: 'Alle auswählen',
        none: 'Keine auswählen',
        confirm: (found: number) => `${plural(found, 'Dienstleistung', 'Dienstleistungen')} übernehmen`,
        department: (office: string) => `Fachbereich für ${office}`,
        offices: {
          order: 'Ordnung und Gewerbe',
          civilRegistry: 'Standesamt',
          education: 'Bildung und Betreuung',
          land: 'Grundstücke und Bauen',
          finance: 'Steuern',
        },
      },
      online: 'online',
      secondApproval: 'Vier Augen',
      secondApprovalOne: (name: string) =>
        `Vier Augen: Entscheidungen über „${name}“ gibt eine zweite Person frei (für neue Anträge)`,
      onlineOne: (name: string) => `${name} online anbieten`,
      department: (name: string) => `Fachbereich für ${name}`,
      key: (serviceKey: string) => `Leistungsschlüssel ${serviceKey}`,
      noForm: 'ohne Formular, deshalb nicht online',
    },
    municipality: {
      title: 'Gemeinde',
      lead: 'Diese Angaben stehen unten auf den Seiten für Bürgerinnen und Bürger, in Impressum, Datenschutzerklärung und Erklärung zur Barrierefreiheit, in E-Mails und auf Briefen.',
      loading: 'Die Angaben sind noch nicht auf diesem Gerät.',
      discard: 'Verwerfen',
      begun:
        'Angefangene Änderungen sind noch nicht gespeichert. Sie bleiben hier stehen, auch wenn Sie die Seite verlassen.',
      wrong: {
        bankIban: 'Das ist keine gültige IBAN: bitte Ziffer für Ziffer vergleichen.',
        bankBic: 'Eine BIC hat 8 oder 11 Zeichen, zum Beispiel BYLADEM1001.',
        name: 'Bitte geben Sie den Namen der Gemeinde ein.',
        email: 'Bitte geben Sie eine vollständige E-Mail-Adresse ein.',
        places: 'Bitte geben Sie je Zeile einen Ort an, höchstens 200 Zeilen mit höchstens 80 Zeichen.',
      },
      tooPale: (contrast: string) =>
        `Diese Farbe ist auf weißem Grund zu hell (Kontrast ${contrast} : 1, nötig sind 4,5 : 1). Bitte wählen Sie eine dunklere.`,
      help: {
        places:
          'Zeile für Zeile mit Postleitzahl, zum Beispiel: 39576 Musterstadt. Danach wird Ihre Gemeinde gefunden.',
        colour: 'Der Strich unter dem Kopf der Seiten; auf dunklen Seiten wird er von selbst heller.',
        representedBy: 'Für das Impressum: Bürgermeisterin oder Bürgermeister',
        responsiblePerson: 'Für das Impressum, nach § 18 Abs. 2 Medienstaatsvertrag: Name und Anschrift',
        dataProtectionOfficer: 'Für die Datenschutzerklärung: Name, Anschrift, E-Mail',
        privacyAuthority: 'Leer: Landesbeauftragte für den Datenschutz Sachsen-Anhalt',
        knownBarriers: 'Für die Erklärung zur Barrierefreiheit; leer: nichts bekannt',
        accessibilityCheckedOn: 'Für die Erklärung zur Barrierefreiheit, zum Beispiel: 24.11.2026',
        accessibilityBody: 'Leer: Überwachungs- und Ombudsstelle des Landes Sachsen-Anhalt',
        address: 'Zeile für Zeile, wie auf dem Briefkopf',
        openingHours: 'Zeile für Zeile, zum Beispiel: Dienstag 9–12 und 14–18 Uhr',
        bankLine: 'Bank, IBAN und BIC in einer Zeile, am Fuß der Briefe',
        bankHolder: 'Leer: der Name der Gemeinde; höchstens 70 Zeichen',
        bankIban: 'Wohin Gebühren überwiesen werden. Leer: Schreiben haben keinen Zahlschein',
        bankBic: 'Muss nicht angegeben sein',
        email: 'Absender aller E-Mails an Bürgerinnen und Bürger',
      },
    },
    clerks: {
      title: 'Mitarbeiterinnen und Mitarbeiter',
      add: 'Neue Person',
      addTitle: 'Neue Person',
      change: 'Ändern',
      changeTitle: 'Person ändern',
      absence: 'Abwesenheit …',
      invite: 'Einladen',
      deactivate: 'Abschalten',
      reactivate: 'Wieder einschalten',
      each: {
        change: (name: string) => `${name} ändern`,
        absence: (name: string) => `Abwesenheit: ${name}`,
        invite: (name: string) => `${name} einladen`,
        deactivate: (name: string) => `Zugang von ${name} abschalten`,
        reactivate: (name: string) => `Zugang von ${name} wieder einschalten`,
      },
      former: 'Nicht mehr hier tätig',
      formerFacts: 'Zugang abgeschaltet; der Name bleibt in den Verläufen stehen.',
      phone: 'Eigenes Telefon (freiwillig)',
      room: 'Zimmer (freiwillig)',
      waysHelp:
        'Beides steht in den Schreiben dieser Person. Bleibt es leer, steht dort das Telefon der Gemeinde und kein Zimmer.',
      name: 'Vor- und Nachname',
      nameMissing: 'Bitte geben Sie einen Namen ein.',
      role: 'Rolle',
      roles: { clerk: 'Sachbearbeitung', lead: 'Leitung', admin: 'Systembetreuung' },
      departments: 'Fachbereiche',
      save: 'Speichern',
    },
    deactivation: {
      title: (name: string) => `Zugang von ${name} abschalten?`,
      lead: 'Die Person wird beim nächsten Kontakt zum Server abgemeldet und kann sich nicht mehr anmelden. Was sie auf einem Gerät gespeichert hat und noch nicht übertragen ist, wird weiterhin übergeben. Das lässt sich mit „Wieder einschalten“ rückgängig machen; die Vorgänge und Aufgaben bleiben dann, wo sie sind. Wen die Person vertritt, der hat danach keine Vertretung: bitte benennen Sie eine neue.',
      casesTo: 'Ihre offenen Vorgänge und Aufgaben gehen an',
      casesHelp:
        'Was nicht in einem Fachbereich dieser Person liegt, geht in den Posteingang; Aufgaben sind dann für alle im Fachbereich.',
      toInbox: 'den Posteingang',
      confirm: 'Abschalten',
    },
    invitation: {
      title: (name: string) => `${name} einladen`,
      lead: 'Die Person bekommt einen Link, mit dem sie ihr Passwort festlegt. Hat sie schon ein Konto, setzt der Link das Passwort zurück. Er gilt sieben Tage und nur einmal.',
      email: 'Dienstliche E-Mail-Adresse',
      noEmail: 'Bitte geben Sie eine vollständige E-Mail-Adresse ein.',
      send: 'Einladung schicken',
      mailed: (email: string) => `Die Einladung ist an ${email} unterwegs.`,
      notMailed: 'Es konnte keine E-Mail geschickt werden. Bitte geben Sie den Link selbst weiter.',
      link: 'Link',
    },
  },

  export: caseExport,
  fees,
  appointments,
  visitQuestions,
  figures,
  hallFigures,
  references,
  handover,

  formEditor,

  serviceFields,

  clerk: {
    /** Fits wherever a name stands, whatever the grammatical case. */
    unknown: '(Name unbekannt)',
  },

  frame: {
    shortcuts: {
      menu: 'Tastenkürzel …',
      title: 'Tastenkürzel',
      ctrl: 'Strg',
      alt: 'Alt',
      followedBy: ', dann ',
      actions: {
        palette: 'Gehe zu … (Ansicht oder Vorgang)',
        newCase: 'Neuer Vorgang',
        overview: 'Diese Übersicht anzeigen',
        goDue: 'Zu dem, was fällig ist',
        goUnassigned: 'Zum Posteingang',
        goMine: 'Zu meinen Vorgängen',
        goAll: 'Zu allen Vorgängen',
        search: 'In das Suchfeld',
        previousCase: 'Zum vorigen Vorgang der Liste',
        nextCase: 'Zum nächsten Vorgang der Liste',
        lock: 'Sperren',
      },
      when: {
        anywhere: 'Immer',
        uncovered: 'Immer, außer in Dialogen',
        desk: 'Außerhalb von Eingabefeldern und Dialogen',
        lists: 'Wie zuvor, in den Listen der Vorgänge',
        case: 'Wie zuvor, in einem Vorgang',
        calendar: calendar.shortcuts.when,
      },
      characters: 'Tastenkürzel ohne Strg und Alt verwenden',
      charactersHelp:
        'Ausschalten, wenn sie versehentlich ausgelöst werden, etwa bei Spracheingabe. Gilt für dieses Gerät.',
    },
    settings: {
      menu: 'Darstellung und Meldungen …',
      title: 'Darstellung und Meldungen',
      scheme: 'Farben',
      schemes: { system: 'wie im System', light: 'hell', dark: 'dunkel', contrast: 'hoher Kontrast' },
      density: 'Abstände',
      densities: { comfortable: 'bequem', compact: 'kompakt – mehr auf einen Blick' },
      thisDevice: 'Diese Einstellungen gelten für dieses Gerät.',
    },
    news: {
      choice: 'Neue Anträge und Abweisungen melden',
      help: 'Solange das Fenster nicht im Vordergrund ist. Die Meldung nennt nur die Anzahl, keine Namen.',
      forbidden:
        'Der Browser erlaubt keine Meldungen. Bitte geben Sie sie in den Einstellungen des Browsers für diese Seite frei.',
      applications: (applications: number) => plural(applications, 'neuer Antrag', 'neue Anträge'),
      refused: (refused: number) => plural(refused, 'Änderung abgewiesen', 'Änderungen abgewiesen'),
    },
    palette: {
      title: 'Gehe zu …',
      label: 'Ansicht, Aktenzeichen oder Name',
      list: 'Treffer',
      none: 'Kein Treffer.',
      found: (shown: number) => plural(shown, 'Treffer', 'Treffer'),
      more: (shown: number, all: number) =>
        `Die ersten ${count(shown)} von ${count(all)} Vorgängen. Bitte geben Sie mehr ein.`,
    },
  },
  work,
  calendar,
  outage,
  queue,
  waitingList,
  hours,
} as const;
