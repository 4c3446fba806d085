const number = new Intl.NumberFormat('de-DE');
const count = (value: number): string => number.format(value);
const plural = (value: number, one: string, many: string): string =>
  `${count(value)} ${value === 1 ? one : many}`;

/**
 * Every German word the desk shows. Texts with values are functions, so that no sentence is put together elsewhere;
 * dates and moments arrive formatted (`23.11.2026, 14:05`), names as they are.
 */
export const de = {
  app: {
    name: 'Amtsstube',
    title: (screen: string) => `${screen} – Amtsstube`,
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
      text: 'Neue Fassung verfügbar',
      reload: 'Jetzt neu laden',
      later: 'Später',
    },
  },

  start: {
    starting: 'Amtsstube wird geöffnet …',
    ownedElsewhere: {
      title: 'Amtsstube ist schon in einem anderen Fenster geöffnet',
      text: 'Damit keine Eingabe doppelt oder verloren geht, arbeitet auf diesem Gerät immer nur ein Fenster. Wechseln Sie in das andere Fenster, oder schließen Sie es und versuchen Sie es hier erneut.',
      retry: 'Erneut versuchen',
    },
    noStorage: {
      title: 'Dieser Browser kann nichts dauerhaft speichern',
      text: 'Amtsstube sichert jede Eingabe zuerst auf diesem Gerät. Dieser Browser lässt das nicht zu: Er ist zu alt, das Fenster ist ein privates, oder die Adresse beginnt nicht mit https. Öffnen Sie Amtsstube in einem normalen Fenster eines aktuellen Browsers, oder wenden Sie sich an die Systembetreuung.',
      retry: 'Erneut versuchen',
    },
    unreadable: {
      title: 'Die Daten auf diesem Gerät sind nicht lesbar',
      text: 'Sie wurden von einer neueren Fassung von Amtsstube geschrieben, oder sie sind beschädigt. Es wurde nichts geändert. Bitte laden Sie die neueste Fassung, oder wenden Sie sich an die Systembetreuung.',
      retry: 'Erneut versuchen',
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
      offline:
        'Zurzeit besteht keine Verbindung. Mit Ihrem Passwort können Sie auch ohne Verbindung wieder öffnen; übertragen wird erst nach einer neuen Anmeldung.',
      drafts:
        'Noch nicht gespeicherte Texte (angefangene Vermerke und Begründungen) werden beim Abmelden gelöscht.',
      stay: 'Angemeldet bleiben',
      confirm: 'Abmelden',
      confirmAnyway: 'Trotzdem abmelden',
    },
  },

  inbox: {
    title: 'Posteingang',
    views: { unassigned: 'Posteingang', mine: 'Meine Vorgänge', all: 'Alle Vorgänge' },
    search: 'Suche nach Aktenzeichen oder Name',
    clearSearch: 'Suche leeren',
    sortBy: 'Sortieren nach',
    table: (view: string) => `Vorgänge: ${view}`,
    columns: {
      fileReference: 'Aktenzeichen',
      applicant: 'Antragsteller/in',
      service: 'Dienstleistung',
      status: 'Status',
      receivedOn: 'Eingang',
      assignee: 'Zuständig',
    },
    found: (shown: number) => plural(shown, 'Vorgang', 'Vorgänge'),
    loading: 'Vorgänge werden geladen …',
    empty: {
      unassigned: 'Der Posteingang ist leer. Neue Anträge erscheinen hier von selbst.',
      mine: 'Sie haben zurzeit keine Vorgänge. Im Posteingang können Sie einen Vorgang übernehmen.',
      all: 'Auf diesem Gerät ist noch kein Vorgang vorhanden.',
      search: (query: string) => `Kein Vorgang passt zu „${query}“.`,
      elsewhere: (found: number) => `Unter „Alle Vorgänge“: ${plural(found, 'Treffer', 'Treffer')}`,
    },
  },

  cases: {
    back: 'Zurück zur Liste',
    noReference: 'noch ohne Aktenzeichen',
    status: {
      received: 'eingegangen',
      inProgress: 'in Bearbeitung',
      approved: 'bewilligt',
      rejected: 'abgelehnt',
    },
    waitingMark: 'noch nicht übertragen',
    notHere: {
      title: 'Vorgang nicht vorhanden',
      text: 'Dieser Vorgang ist auf diesem Gerät nicht oder noch nicht vorhanden. Sobald er vom Server kommt, erscheint er hier.',
    },
    dossierMissing:
      'Antrag und Verlauf sind auf diesem Gerät noch nicht vorhanden. Sie erscheinen, sobald sie vom Server geladen sind.',
    formMissing:
      'Das Formular zu diesem Antrag ist auf diesem Gerät noch nicht vorhanden. Die Angaben stehen hier ohne Beschriftung.',
    facts: {
      title: 'Vorgang',
      service: 'Dienstleistung',
      department: 'Fachbereich',
      applicant: 'Antragsteller/in',
      receivedAt: 'Eingang',
      channel: 'Eingangsweg',
      channels: { web: 'online' },
      assignee: 'Zuständig',
      nobody: 'niemand',
      trackingCode: 'Zugangscode',
      email: 'E-Mail',
    },
    application: 'Antrag',
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
    neededDocuments: 'Nötige Unterlagen',
    history: {
      title: 'Verlauf',
      submitted: 'Antrag online eingegangen',
      tookOver: (by: string) => `${by} hat den Vorgang übernommen`,
      tookFrom: (by: string, from: string) => `${by} hat den Vorgang von ${from} übernommen`,
      handedOver: (by: string, to: string) => `${by} hat den Vorgang an ${to} übergeben`,
      gaveBack: (by: string) => `${by} hat den Vorgang in den Posteingang zurückgegeben`,
      note: (by: string) => `Vermerk von ${by}`,
      approved: (by: string) => `Bewilligt von ${by}`,
      rejected: (by: string) => `Abgelehnt von ${by}`,
      takenAt: (at: string) => `erfasst am ${at}`,
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
      nobodyElse: 'In diesem Fachbereich gibt es auf diesem Gerät sonst niemanden.',
      word: 'Kurze Mitteilung (freiwillig)',
      handOverConfirm: 'Übergeben',
      giveBackConfirm: 'Zurückgeben',
    },
    impossible: {
      otherDepartment: 'Der Vorgang gehört zu einem anderen Fachbereich.',
      decided: 'Der Vorgang ist bereits entschieden.',
      alreadyYours: 'Sie bearbeiten diesen Vorgang bereits.',
      withOther: (name: string) => `Der Vorgang liegt bei ${name}. Übernehmen kann ihn nur die Leitung.`,
      notYours: (name: string) => `Der Vorgang liegt bei ${name}.`,
      takeOverFirst: 'Dazu müssen Sie den Vorgang zuerst übernehmen.',
      inInbox: 'Der Vorgang liegt bereits im Posteingang.',
    },
    note: { title: 'Vermerk hinzufügen', label: 'Vermerk', save: 'Vermerk speichern' },
    decision: {
      title: 'Entscheiden',
      label: 'Entscheidung',
      approve: 'Bewilligen',
      reject: 'Ablehnen',
      reason: 'Begründung',
      reasonHelp:
        'Bei einer Ablehnung erforderlich. Die Antragstellerin oder der Antragsteller liest diesen Text.',
      choose: 'Bitte wählen Sie „Bewilligen“ oder „Ablehnen“.',
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
    refusedHere: (refused: number) =>
      `${plural(refused, 'Änderung an diesem Vorgang wurde', 'Änderungen an diesem Vorgang wurden')} abgewiesen.`,
    showRefused: 'Abgewiesene Änderungen ansehen',
  },

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
    line: {
      connecting: 'Verbindung wird aufgebaut …',
      connected: 'verbunden',
      offline: 'keine Verbindung – Sie können weiterarbeiten',
      signedOut: 'nicht angemeldet – Sie können weiterarbeiten',
      revoked: 'dieses Gerät ist gesperrt',
    },
    cause: {
      network: 'Der Server ist nicht erreichbar.',
      timeout: 'Der Server antwortet nicht.',
      badAnswer: 'Der Server hat unerwartet geantwortet.',
      unavailable: 'Der Server ist vorübergehend nicht bereit.',
    },
    waiting: (open: number) => `auf diesem Gerät gespeichert, noch nicht übertragen: ${open}`,
    takenOver: 'vom Server übernommen',
    verifiedEqual: (at: string) => `geprüft gleich um ${at}`,
    notVerified: 'noch nicht mit dem Server verglichen',
    lastContact: 'Letzter Kontakt zum Server',
    never: 'noch keiner',
    now: 'Jetzt abgleichen',
    building: (received: number, expected: number) =>
      `Datenbestand wird geladen: ${count(received)} von ${count(expected)}`,
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
      storage:
        'Der Server kann zurzeit nichts speichern. Ihre Änderungen bleiben auf diesem Gerät gespeichert und werden danach übertragen.',
    },
    list: {
      title: 'Noch nicht übertragen',
      empty: 'Alles ist vom Server übernommen.',
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
    dismiss: 'Zur Kenntnis genommen',
    dismissed: 'Zur Kenntnis genommen. Die Änderung steht nicht mehr in der Liste.',
    toCase: (fileReference: string) => `Vorgang ${fileReference} öffnen`,
  },

  refusal: {
    malformed: 'der Server konnte die Änderung nicht lesen; bitte verständigen Sie die Systembetreuung',
    internal: 'auf dem Server ist ein Fehler aufgetreten; bitte geben Sie die Änderung später erneut ein',
    notAllowed: 'dazu sind Sie in diesem Fachbereich nicht berechtigt',
    noSuchCase: 'den Vorgang gibt es auf dem Server nicht',
    noSuchClerk: 'diese Person gibt es in dem Fachbereich nicht',
    noSuchService: 'diese Dienstleistung gibt es nicht mehr',
    formVersionGone: 'diese Fassung des Formulars gilt nicht mehr',
    invalidAnswers: (fields: number) =>
      `${plural(fields, 'Angabe im Antrag ist', 'Angaben im Antrag sind')} unvollständig oder ungültig`,
    alreadyExists: 'das ist bereits vorhanden',
    alreadyDecided: (by: string, at: string) => `bereits entschieden von ${by} am ${at}`,
    alreadyAssigned: (to: string) => `der Vorgang liegt bereits bei ${to}`,
    notAssignedToOther: (to: string) => `der Vorgang liegt bei ${to}, nicht bei Ihnen`,
    notAssignedToAnyone: 'der Vorgang liegt im Posteingang; bitte übernehmen Sie ihn zuerst',
    reasonRequired: 'eine Ablehnung braucht eine Begründung',
    textRequired: 'der Vermerk ist leer',
    otherText:
      'der Server hat diese Änderung schon mit anderem Text erhalten; Ihr Text steht nur noch hier; bitte geben Sie ihn bei Bedarf neu ein',
  },

  operation: {
    takeOver: 'Vorgang übernehmen',
    handOver: (to: string) => `Vorgang an ${to} übergeben`,
    giveBack: 'Vorgang in den Posteingang zurückgeben',
    addNote: 'Vermerk',
    approve: 'Entscheidung: Bewilligen',
    reject: 'Entscheidung: Ablehnen',
    submitApplication: 'Antrag einreichen',
    configureMunicipality: 'Einrichtung der Gemeinde ändern',
    unknown: (kind: string) => `Änderung („${kind}“)`,
    texts: { word: 'Ihre Mitteilung', note: 'Ihr Vermerk', reason: 'Ihre Begründung' },
  },

  admin: {
    title: 'Verwaltung',
    notAllowed: 'Diese Seite ist für die Systembetreuung.',
    failures: {
      noConnection: 'Der Server ist nicht erreichbar. Dafür ist eine Verbindung nötig.',
      signedOut: 'Ihre Anmeldung ist abgelaufen. Bitte melden Sie sich neu an.',
      notAllowed: 'Dazu sind Sie nicht berechtigt.',
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
    departments: { title: 'Fachbereiche', name: 'Neuer Fachbereich', add: 'Hinzufügen' },
    clerks: {
      title: 'Mitarbeiterinnen und Mitarbeiter',
      add: 'Neue Person',
      addTitle: 'Neue Person',
      change: 'Ändern',
      changeOne: (name: string) => `${name} ändern`,
      changeTitle: 'Person ändern',
      invite: 'Einladen',
      inviteOne: (name: string) => `${name} einladen`,
      name: 'Vor- und Nachname',
      nameMissing: 'Bitte geben Sie einen Namen ein.',
      role: 'Rolle',
      roles: { clerk: 'Sachbearbeitung', lead: 'Leitung', admin: 'Systembetreuung' },
      departments: 'Fachbereiche',
      save: 'Speichern',
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
        overview: 'Diese Übersicht anzeigen',
        goUnassigned: 'Zum Posteingang',
        goMine: 'Zu meinen Vorgängen',
        goAll: 'Zu allen Vorgängen',
        search: 'In das Suchfeld',
        lock: 'Sperren',
      },
      when: {
        anywhere: 'Immer',
        desk: 'Außerhalb von Eingabefeldern und Dialogen',
        lists: 'Wie zuvor, in den Listen der Vorgänge',
      },
      characters: 'Tastenkürzel ohne Strg und Alt verwenden',
      charactersHelp:
        'Ausschalten, wenn sie versehentlich ausgelöst werden, etwa bei Spracheingabe. Gilt für dieses Gerät.',
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
} as const;
