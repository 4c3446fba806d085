/** Choosing services and a time. */
export const booking = {
  when: {
    weekdays: ['Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag', 'Sonntag'],
    months: [
      'Januar',
      'Februar',
      'März',
      'April',
      'Mai',
      'Juni',
      'Juli',
      'August',
      'September',
      'Oktober',
      'November',
      'Dezember',
    ],
    date: (weekday: string, day: number, month: string, year: number) =>
      `${weekday}, ${day}. ${month} ${year}`,
    time: (time: string) => `${time} Uhr`,
    fromTo: (from: string, to: string) => `${from} bis ${to} Uhr`,
    turns: { first: '(Sommerzeit)', second: '(Winterzeit)' },
  },

  booking: {
    title: 'Termin im Rathaus buchen',
    description: (municipality: string) =>
      `Online einen Termin bei ${municipality} buchen: freie Zeiten, mitzubringende Unterlagen, ohne Anmeldung.`,
    lead: 'Ohne Anmeldung, in wenigen Minuten. Den Termin bestätigen Sie am Ende per E-Mail.',
    book: 'Termin buchen',
    bookLead: 'Sie möchten persönlich vorbeikommen? Suchen Sie sich eine freie Zeit aus.',
    nothingTitle: 'Zurzeit können Sie hier keinen Termin online buchen',
    nothing: 'Bitte rufen Sie im Rathaus an oder schreiben Sie eine E-Mail; die Angaben stehen unten.',
    choose: 'Was möchten Sie erledigen?',
    chooseHint: (most: number) => `Mehreres auf einmal geht auch, bis zu ${most} Anliegen in einem Termin.`,
    choiceProblems: {
      nothingChosen: 'Bitte kreuzen Sie mindestens ein Anliegen an.',
      tooMany: 'In einem Termin gehen bis zu fünf Anliegen. Bitte buchen Sie für die übrigen einen zweiten.',
      noSuchService: 'Eines der Anliegen gibt es nicht mehr. Bitte wählen Sie neu.',
      notByAppointment: 'Für eines der Anliegen brauchen Sie keinen Termin. Bitte wählen Sie es ab.',
      notOnWeb:
        'Für eines der Anliegen vergibt das Rathaus Termine nur am Telefon. Bitte wählen Sie es ab oder rufen Sie an.',
      noCounter:
        'Diese Anliegen werden nicht am selben Schalter erledigt. Bitte buchen Sie dafür getrennte Termine.',
      tooLong:
        'Zusammen dauern diese Anliegen länger, als ein Schalter am Stück geöffnet hat. Bitte buchen Sie getrennte Termine.',
    },
    next: 'Weiter',
    and: 'und',
    minutes: (minutes: number) => (minutes === 1 ? '1 Minute' : `${minutes} Minuten`),

    prepareTitle: 'Termin vorbereiten',
    service: 'Anliegen',
    services: 'Anliegen',
    duration: 'Dauer',
    showTimes: 'Freie Zeiten anzeigen',
    moreServices: 'Anliegen ändern oder ergänzen',
    onlineTitle: 'Vielleicht brauchen Sie keinen Termin',
    onlineLead: 'Das können Sie auch online erledigen, ohne ins Rathaus zu kommen:',
    bring: 'Bitte mitbringen',
    bringNothing: 'Sie müssen nichts Besonderes mitbringen.',
    dependsOnCase: '(je nach Fall)',

    daysTitle: 'Tag wählen',
    soonest: 'Nächster freier Termin:',
    dayAt: (day: string, time: string) => `${day}, ${time} Uhr`,
    view: 'Ansicht',
    asList: 'Liste',
    asCalendar: 'Kalender',
    previousMonth: 'Voriger Monat',
    nextMonth: 'Nächster Monat',
    freeTimes: (count: number) => (count === 1 ? '1 freie Zeit' : `${count} freie Zeiten`),
    between: (from: string, to: string) => `${from} bis ${to} Uhr`,
    freeWord: 'frei',
    dayWithout: (day: string) => `${day}: nichts frei`,
    monthCaption: (month: string) => `Freie Tage im ${month}`,
    monthLegend: 'Die kleine Zahl sagt, wie viele Zeiten an dem Tag frei sind.',
    monthFullTitle: (month: string) => `Im ${month} ist nichts mehr frei`,
    monthFullLater: 'Die ersten freien Tage danach:',
    monthFullEarlier: 'Freie Tage gibt es nur noch vorher:',
    fullTitle: 'Zurzeit ist kein Termin frei',
    full: 'Alle Zeiten, die online vergeben werden, sind belegt. Abgesagte Termine erscheinen hier wieder; sehen Sie gern später noch einmal nach oder rufen Sie an.',
    elsewhere: 'Auch hier gibt es Termine dafür',
    elsewhereAt: (municipality: string, day: string) => `${municipality}: ab ${day}`,

    pickTime: (count: number) =>
      `${count === 1 ? 'Eine Zeit ist' : `${count} Zeiten sind`} frei. Wählen Sie, wann Sie kommen möchten.`,
    beforeNoon: 'Vormittag',
    afterNoon: 'Nachmittag',
    clocksChange: 'In der Nacht zu diesem Tag werden die Uhren umgestellt.',
    dayFullTitle: 'An diesem Tag ist nichts frei',
    dayFull: 'Bitte wählen Sie einen anderen Tag.',
    otherDays: 'Andere Tage',
    dayBefore: 'Früher',
    dayAfter: 'Später',
    allDays: 'Alle Tage',

    detailsTitle: 'Ihre Angaben',
    when: 'Wann',
    where: 'Wo',
    heldTitle: 'Diese Zeit ist für Sie reserviert',
    heldUntil: (time: string) => `Bis ${time} Uhr ist diese Zeit für Sie reserviert.`,
    notBookedYet: 'Gebucht ist sie noch nicht.',
    left: 'Noch {time}',
    extend: 'Mehr Zeit nehmen',
    extended: 'Einmal verlängert haben Sie schon.',
    almostOver: 'Die Reservierung läuft in zwei Minuten ab.',
    ranOutTitle: 'Die Reservierung ist abgelaufen',
    ranOut: 'Ihre Eingaben sind noch da. Senden Sie ruhig ab: Ist die Zeit noch frei, bekommen Sie sie.',
    notExtended: 'Die Reservierung ließ sich nicht verlängern',
    name: 'Vor- und Nachname',
    email: 'E-Mail-Adresse',
    emailHint: 'Dorthin schicken wir den Link, mit dem Sie den Termin bestätigen, ändern und absagen.',
    phone: 'Telefon',
    phoneHint: 'Nur für Rückfragen zum Termin.',
    remark: 'Was wir vorher wissen sollten',
    remarkHint: 'Zum Beispiel: Rollstuhl, Gebärdensprache, mehrere Personen.',
    fieldProblems: {
      nameMissing: 'Bitte geben Sie Ihren Namen an.',
      nameLong: 'Bitte kürzen Sie den Namen auf 120 Zeichen.',
      emailMissing:
        'Bitte geben Sie Ihre E-Mail-Adresse an. Ohne sie können Sie den Termin nicht bestätigen.',
      emailWrong: 'Bitte eine vollständige E-Mail-Adresse angeben, zum Beispiel name@beispiel.de.',
      phoneLong: 'Bitte kürzen Sie die Telefonnummer auf 60 Zeichen.',
      remarkLong: 'Bitte kürzen Sie Ihre Anmerkung auf 500 Zeichen.',
    },
    errorTitle: (count: number) =>
      count === 1 ? 'Eine Angabe fehlt noch' : `${count} Angaben fehlen noch oder stimmen nicht`,
    errorLead: 'Der Termin ist noch nicht gebucht. Ihre Eingaben sind erhalten geblieben.',
    privacy:
      'Ihre Angaben sieht nur das zuständige Amt, und nur für diesen Termin. Mehr dazu unter „Datenschutz“.',
    send: 'Termin anfragen',
    sending: 'Wird gesendet …',
    afterSending: 'Danach bekommen Sie eine E-Mail. Erst mit dem Link darin ist der Termin fest gebucht.',
    otherTime: 'Andere Zeit wählen',
    chooseOther: 'Andere freie Zeiten',
    chooseOtherLead: 'Ihre Eingaben bleiben erhalten.',
    nearest: 'Die nächsten freien Zeiten',
    moreDays: 'Mehr freie Tage zeigen',
    laterDays: 'Spätere Tage',
    firstDays: 'Von vorn',
    noOther: 'In den nächsten Wochen ist keine andere Zeit frei.',
    keepTime: 'Bei der reservierten Zeit bleiben',

    refusals: {
      taken: {
        title: 'Diese Zeit ist gerade vergeben worden',
        text: 'Jemand anderes war schneller. Es ist nichts gebucht, und Ihre Eingaben sind erhalten geblieben.',
      },
      closed: {
        title: 'Diese Zeit ist nicht mehr zu haben',
        text: 'Das Rathaus hat seine Öffnungszeiten geändert. Es ist nichts gebucht, und Ihre Eingaben sind erhalten geblieben.',
      },
      past: {
        title: 'Diese Zeit ist zu nah oder schon vorbei',
        text: 'Es ist nichts gebucht, und Ihre Eingaben sind erhalten geblieben. Bitte wählen Sie eine spätere Zeit.',
      },
      notOffered: {
        title: 'Dieser Termin wird so nicht mehr angeboten',
        text: 'Das Rathaus hat sein Angebot inzwischen geändert. Bitte beginnen Sie neu oder rufen Sie an.',
      },
      tooManyHolds: {
        title: 'Sie haben schon mehrere Zeiten reserviert',
        text: 'Bitte buchen Sie eine davon zu Ende oder warten Sie einige Minuten: Dann verfallen die Reservierungen von selbst.',
      },
      tooManyBookings: {
        title: 'Mit dieser E-Mail-Adresse sind schon mehrere Termine offen',
        text: 'Mehr auf einmal gehen online nicht. Sagen Sie einen davon mit dem Link aus seiner E-Mail ab, oder rufen Sie im Rathaus an. Ihre Eingaben sind erhalten geblieben.',
      },
      unavailable: {
        title: 'Der Termin konnte gerade nicht gespeichert werden',
        text: 'Es ist nichts gebucht. Ihre Eingaben sind erhalten geblieben: Bitte senden Sie in einigen Minuten erneut ab.',
      },
      trapped: {
        title: 'Bitte noch einmal absenden',
        text: 'Es ist noch nichts gebucht: Ein Feld, das leer bleiben soll, war ausgefüllt, vielleicht von Ihrem Browser. Es ist jetzt wieder leer.',
      },
      again: {
        title: 'Bitte noch einmal absenden',
        text: 'An der Reservierung hat sich eben etwas geändert. Es ist noch nichts gebucht; Ihre Eingaben sind erhalten geblieben.',
      },
      toll: {
        title: 'Kurz warten, dann noch einmal absenden',
        text: 'Es ist noch nichts gebucht: Von Ihrem Anschluss kamen in kurzer Zeit viele Anfragen. Ihre Eingaben sind erhalten geblieben. Unten neben dem Absenden steht, wann es weitergeht.',
      },
    },
    toll: {
      title: 'Kurz warten, dann noch einmal absenden',
      wait: (seconds: number) =>
        `Bitte warten Sie ${seconds <= 60 ? 'eine Minute' : `${Math.ceil(seconds / 60)} Minuten`} und senden Sie dann noch einmal ab.`,
      working:
        'Ihr Browser rechnet einen Augenblick, damit niemand massenhaft Termine belegen kann. Das dauert meist nur Sekunden.',
      done: 'Fertig: Sie können jetzt absenden.',
    },
    gone: {
      title: 'Diese Seite gilt nicht mehr',
      text: 'Der Link ist unvollständig oder abgelaufen. Bitte wählen Sie noch einmal eine Zeit.',
    },

    requestedTitle: 'Bitte bestätigen Sie per E-Mail',
    requestedNotYet: 'Ihr Termin ist noch nicht gebucht',
    requestedLead: (email: string) => `Wir haben eine E-Mail an ${email} geschickt.`,
    requestedSteps: [
      'Öffnen Sie die E-Mail. Kommt sie nicht an, sehen Sie bitte auch im Spam-Ordner nach.',
      'Öffnen Sie den Link darin und drücken Sie auf „Termin bestätigen“.',
    ],
    requestedUntil: (time: string) =>
      `Bis ${time} halten wir die Zeit für Sie frei. Danach kann sie jemand anderes buchen.`,
    requestedTooLate:
      'Die Frist zum Bestätigen ist vorbei. Ist die Zeit noch frei, gilt der Link in der E-Mail trotzdem; sonst buchen Sie bitte neu.',
    requestedWrong:
      'Die Adresse stimmt nicht? Dann buchen Sie bitte noch einmal: Ohne Bestätigung verfällt diese Anfrage von selbst.',
    requestedDone: 'Dieser Termin ist schon bestätigt',
    requestedDoneText: 'Ändern oder absagen können Sie ihn mit dem Link in Ihrer E-Mail.',
    requestedCancelled: 'Dieser Termin ist abgesagt',
    bookAgain: 'Neuen Termin buchen',
  },
} as const;
