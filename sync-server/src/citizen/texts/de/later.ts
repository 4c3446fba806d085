/** Going on later with a link by mail. */
export const later = {
  later: {
    title: 'Später weitermachen',
    lead: 'Wir schicken Ihnen einen Link per E-Mail. Mit ihm füllen Sie den Antrag weiter aus, auch auf einem anderen Gerät.',
    address: 'E-Mail-Adresse',
    privacy:
      'Dafür wird Ihr Entwurf 30 Tage lang auf dem Server aufbewahrt, so verschlüsselt, dass ihn nur öffnen kann, wer den Link hat; hinzugefügte Dateien liegen so lange unverschlüsselt dabei. Nach dem Absenden wird er gelöscht.',
    send: 'Link schicken',
    back: 'Zurück zum Formular',
    problemTitle: 'Der Link wurde nicht verschickt',
    problems: {
      notAnAddress: 'Bitte eine vollständige E-Mail-Adresse angeben, zum Beispiel name@beispiel.de.',
      notSent:
        'Die E-Mail konnte gerade nicht verschickt werden. Ihre Angaben sind noch hier: Bitte versuchen Sie es in einigen Minuten erneut.',
      noRoom:
        'Zurzeit sind zu viele Entwürfe aufbewahrt. Ihre Angaben sind noch hier: Bitte füllen Sie den Antrag jetzt zu Ende aus oder versuchen Sie es morgen erneut.',
    },
    sentTitle: 'Wir haben Ihnen einen Link geschickt',
    sentUntil: (until: string) => `Der Link gilt bis zum ${until}`,
    sentText:
      'Ihr Antrag ist noch nicht abgesendet. Kommt die E-Mail nicht an, sehen Sie bitte auch im Spam-Ordner nach.',
    services: 'Zu den Leistungen',
    resumedTitle: 'Ihr Entwurf ist wieder da',
    resumed: (savedAt: string, until: string) =>
      `Sie haben ihn am ${savedAt} aufbewahren lassen. Er ist noch nicht abgesendet. Der Link gilt bis zum ${until}; nach dem Absenden wird der Entwurf gelöscht.`,
    delete: 'Entwurf auf dem Server löschen',
    gone: {
      title: 'Diesen Entwurf gibt es nicht mehr',
      text: 'Er wurde abgesendet oder gelöscht, der Link ist älter als 30 Tage, oder Sie haben inzwischen einen neueren bekommen.',
    },
    deleted: {
      title: 'Der Entwurf ist gelöscht',
      text: 'Auf dem Server ist nichts mehr davon. Den Link können Sie wegwerfen.',
    },
  },
} as const;
