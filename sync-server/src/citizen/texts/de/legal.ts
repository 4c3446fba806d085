/** Imprint, privacy, accessibility: what the law wants told on every page. */
export const legal = {
  legal: {
    navigation: 'Rechtliches',
    notGiven: 'Die Gemeinde hat dazu noch nichts angegeben. Bitte fragen Sie im Rathaus.',
  },

  imprint: {
    title: 'Impressum',
    lead: 'Angaben nach § 5 Digitale-Dienste-Gesetz und § 18 Medienstaatsvertrag.',
    provider: 'Anbieterin',
    providerIs: (municipality: string) => `${municipality}, Körperschaft des öffentlichen Rechts`,
    representedBy: 'Vertreten durch',
    responsible: 'Verantwortlich für den Inhalt',
    address: 'Anschrift',
  },

  privacy: {
    title: 'Datenschutz',
    lead: 'Was mit Ihren Angaben geschieht, wenn Sie hier einen Antrag stellen (Artikel 13 der Datenschutz-Grundverordnung).',
    controller: 'Verantwortlich',
    officer: 'Datenschutzbeauftragte oder Datenschutzbeauftragter',
    parts: [
      {
        title: 'Wenn Sie einen Antrag ausfüllen',
        text: 'Was Sie eingeben, bleibt als Entwurf in Ihrem Browser auf Ihrem Gerät, höchstens 30 Tage. Der Server bekommt es erst, wenn Sie weiterblättern, und vergisst es gleich wieder. Mit „Später weitermachen“ wird der Entwurf 30 Tage lang verschlüsselt auf dem Server aufbewahrt; öffnen kann ihn nur, wer den Link aus der E-Mail hat. Dateien, die Sie hinzufügen, werden gleich zum Server übertragen und, wenn Sie den Antrag nicht absenden, nach einem Tag gelöscht, mit „Später weitermachen“ nach 30 Tagen.',
      },
      {
        title: 'Wenn Sie ihn absenden',
        text: 'Die Gemeinde speichert Ihren Antrag und bearbeitet ihn. Grundlage ist die Aufgabe, die ihr ein Gesetz oder eine Satzung gibt (Artikel 6 Absatz 1 Buchstabe e der Datenschutz-Grundverordnung). Sehen können ihn die Mitarbeiterinnen und Mitarbeiter, die dafür zuständig sind. Wie lange er aufbewahrt wird, richtet sich nach den Aufbewahrungsfristen der Gemeinde. Ohne die Pflichtangaben kann die Gemeinde den Antrag nicht bearbeiten.',
      },
      {
        title: 'E-Mails',
        text: 'An die E-Mail-Adresse, die Sie angeben, gehen eine Bestätigung und Hinweise auf Neuigkeiten. Was in Ihrem Antrag steht, steht nicht in den E-Mails.',
      },
      {
        title: 'Wenn die Gemeinde Sie etwas fragt',
        text: 'Ihre Antwort und die Dateien dazu kommen zu Ihrem Antrag; für sie gilt dasselbe. Wird die Seite mit der Frage zum ersten Mal mit dem Zugangscode geöffnet, hält der Server den Zeitpunkt fest, damit die Gemeinde weiß, dass die Frage angekommen ist. Von wem und womit sie geöffnet wurde, hält er nicht fest.',
      },
      {
        title: 'Wenn Sie einen Termin buchen',
        text: 'Die Gemeinde speichert Ihren Namen, Ihre E-Mail-Adresse und was Sie sonst angeben, um den Termin zu vergeben und Sie zu empfangen (Artikel 6 Absatz 1 Buchstabe e der Datenschutz-Grundverordnung). Sehen kann das nur das zuständige Amt; anderen zeigt diese Seite nur, welche Zeiten frei sind. An Ihre Adresse gehen die Bitte um Bestätigung, die Bestätigung, eine Erinnerung und Nachrichten über Änderungen. Wer Ihren persönlichen Link hat, kann den Termin ansehen, verschieben und absagen, sieht dort aber nicht Ihren Namen.',
      },
      {
        title: 'Was der Server sonst festhält',
        text: 'Keine Besuche, keine Namen, keine Adressen im Protokoll. Wer in kurzer Zeit sehr viel abschickt, wird gebremst; dafür merkt sich der Server den vorderen Teil der Internet-Adresse, höchstens eine Stunde und nur im Arbeitsspeicher. Diese Seiten laden nichts von anderen Anbietern. Cookies gibt es nur zwei: eines, wenn Sie eine Sprache wählen, mit dieser; und eines, solange wir beim Buchen eines Termins eine Zeit für Sie reservieren, mit einer zufälligen Zeichenfolge, höchstens zwei Stunden.',
      },
      {
        title: 'Ihre Rechte',
        text: 'Sie können von der Gemeinde Auskunft über Ihre Angaben verlangen und, unter den Voraussetzungen der Artikel 16 bis 21 der Datenschutz-Grundverordnung, dass sie berichtigt, gelöscht oder nur noch eingeschränkt verarbeitet werden, oder der Verarbeitung widersprechen.',
      },
    ],
    authority: 'Beschwerde',
    authorityLead: 'Beschweren können Sie sich bei:',
    defaultAuthority: [
      'Landesbeauftragte für den Datenschutz Sachsen-Anhalt',
      'Otto-von-Guericke-Straße 34a',
      '39104 Magdeburg',
    ],
  },

  accessibility: {
    title: 'Erklärung zur Barrierefreiheit',
    short: 'Barrierefreiheit',
    lead: (municipality: string) =>
      `${municipality} will diese Seiten für alle zugänglich machen, wie es die §§ 16a bis 16c des Behinderten­gleichstellungs­gesetzes Sachsen-Anhalt und die Barrierefreie-Informations­technik-Verordnung verlangen. Maßstab sind die Web Content Accessibility Guidelines (WCAG) 2.2, Stufe AA, und die Norm EN 301 549.`,
    state: 'Wie weit wir sind',
    works:
      'Die Seiten lassen sich mit der Tastatur allein, mit Vorleseprogrammen, ohne JavaScript, bei 320 Pixeln Breite und mit doppelt so großer Schrift bedienen.',
    noBarriers: 'Uns sind keine Barrieren bekannt.',
    barriers: 'Noch nicht barrierefrei ist:',
    checked: (on: string) => `Zuletzt geprüft am ${on}, durch Selbstbewertung mit automatischen Prüfungen.`,
    notChecked: 'Grundlage ist eine Selbstbewertung mit automatischen Prüfungen.',
    report: 'Barriere melden',
    reportLead:
      'Kommen Sie irgendwo nicht weiter? Schreiben Sie uns. Wir antworten innerhalb eines Monats. Sie können auch anrufen oder eine E-Mail schreiben; beides steht unten auf jeder Seite.',
    what: 'Was funktioniert nicht?',
    whatHint: 'Zum Beispiel: Auf welcher Seite, mit welchem Programm oder Gerät?',
    replyTo: 'E-Mail-Adresse für die Antwort',
    replyToHint: 'Ohne sie können wir Ihnen nicht antworten.',
    send: 'Meldung absenden',
    nothingSaid: 'Bitte beschreiben Sie, was nicht funktioniert.',
    tooLong: 'Bitte kürzen Sie die Beschreibung auf höchstens 4000 Zeichen.',
    notAnAddress: 'Bitte eine vollständige E-Mail-Adresse angeben, zum Beispiel name@beispiel.de.',
    notSentTitle: 'Die Meldung wurde nicht verschickt',
    notSent:
      'Sie konnte gerade nicht verschickt werden. Was Sie geschrieben haben, steht noch hier: Bitte versuchen Sie es in einigen Minuten erneut oder rufen Sie an.',
    sentTitle: 'Ihre Meldung ist verschickt',
    sent: 'Vielen Dank. Die Gemeinde kümmert sich darum.',
    body: 'Wenn wir nicht helfen',
    bodyLead:
      'Antworten wir nicht innerhalb eines Monats oder nicht so, dass es Ihnen hilft, können Sie sich kostenlos an die Ombudsstelle des Landes wenden (§ 16d des Behinderten­gleichstellungs­gesetzes Sachsen-Anhalt):',
    defaultBody: [
      'Überwachungsstelle für Barrierefreiheit von Informationstechnik und Ombudsstelle',
      'bei der Landesfachstelle für Barrierefreiheit Sachsen-Anhalt, Zerbst/Anhalt',
      'www.lf-barrierefreiheit-st.de',
    ],
  },
} as const;
