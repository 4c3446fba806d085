/** An appointment that is there: confirming, looking at, moving and cancelling it. */
export const managing = {
  managing: {
    confirmTitle: 'Termin bestätigen',
    confirmLead: 'Ein Schritt noch: Erst mit dem Knopf ist der Termin fest gebucht.',
    confirm: 'Termin bestätigen',
    confirmLost: {
      title: 'Der Termin ist leider nicht mehr zu haben',
      text: 'Die Frist zum Bestätigen war vorbei, und inzwischen ist die Zeit vergeben. Bitte buchen Sie eine andere.',
    },
    confirmUsed: {
      title: 'Dieser Link gilt nicht mehr',
      text: 'Der Termin wurde inzwischen geändert. Bitte nehmen Sie den Link aus der neuesten E-Mail dazu.',
    },
    wrongLink: {
      title: 'Unter diesem Link gibt es keinen Termin',
      text: 'Vielleicht ist er nicht vollständig kopiert: Öffnen Sie ihn bitte direkt aus der E-Mail. Termine, die lange vorbei sind, werden gelöscht.',
    },

    title: 'Ihr Termin',
    bookedTitle: 'Der Termin ist gebucht',
    bookedText: 'Sie bekommen auch eine E-Mail mit allem, was hier steht.',
    movedTitle: 'Der Termin ist verschoben',
    movedText:
      'Die neue Zeit gilt ab sofort. Sie bekommen eine E-Mail dazu; Ihr Kalendereintrag ändert sich mit ihr.',
    cancelledTitle: 'Der Termin ist abgesagt',
    cancelledByYou: 'Danke, dass Sie Bescheid gesagt haben: So bekommt jemand anderes die Zeit.',
    cancelledByOffice: 'Das Rathaus musste diesen Termin absagen. Bitte entschuldigen Sie.',
    notConfirmedTitle: 'Noch nicht bestätigt',
    notConfirmedText:
      'Bitte öffnen Sie den Link in der E-Mail, die wir Ihnen geschickt haben. Erst dann ist der Termin fest gebucht.',
    overTitle: 'Dieser Termin ist vorbei',

    when: 'Wann',
    what: 'Anliegen',
    where: 'Wo',
    directions: 'So finden Sie uns',
    bring: 'Bitte mitbringen',
    change: 'Ändern oder absagen',
    move: 'Termin verschieben',
    cancel: 'Termin absagen',
    takeAlong: 'Zum Mitnehmen',
    calendar: 'In meinen Kalender eintragen (ICS)',
    print: 'Seite drucken',
    code: 'Diese Seite auf dem Handy: Code mit der Kamera ablesen. Wer ihn hat, kann den Termin verschieben und absagen.',
    codeAlt: 'QR-Code mit dem Link zu dieser Seite',
    checkIn: 'Ihr Code für die Anmeldung im Amt:',
    keepLink:
      'Diese Seite gehört zu Ihrem persönlichen Link. Geben Sie ihn nur weiter, wenn jemand für Sie verschieben oder absagen soll.',
    again: 'Neuen Termin buchen',

    moveTitle: 'Neue Zeit wählen',
    moveFrom: (when: string) =>
      `Bisher: ${when}. Diese Zeit bleibt Ihnen, bis Sie eine neue bestätigt haben.`,
    moveConfirmTitle: 'Termin verschieben?',
    before: 'Bisher',
    after: 'Neu',
    moveNow: 'Jetzt verschieben',
    moveOther: 'Andere Zeit wählen',
    keep: 'Termin so lassen',
    moveNotPossible: 'Diesen Termin können Sie hier nicht verschieben',
    moveNotPossibleText:
      'Er ist vorbei, abgesagt oder wird so nicht mehr angeboten. Bitte rufen Sie im Rathaus an.',
    moveRefused: {
      title: 'Diese Zeit ist gerade vergeben worden',
      text: 'Jemand anderes war schneller. Ihr bisheriger Termin gilt weiter. Die nächsten freien Zeiten:',
    },
    movedMeanwhile: {
      title: 'Der Termin wurde inzwischen geändert',
      text: 'Bitte sehen Sie nach, was jetzt gilt.',
    },
    nothingNear: 'In den nächsten Wochen ist keine andere Zeit frei.',

    cancelTitle: 'Termin wirklich absagen?',
    cancelLead: 'Die Zeit wird dann an andere vergeben. Das lässt sich nicht rückgängig machen.',
    cancelNow: 'Ja, Termin absagen',
  },
} as const;
