/** Questions of the office on the status page, and answering them. */
export const questions = {
  questions: {
    title: 'Fragen an Sie',
    asked: (on: string) => `Gefragt am ${on}`,
    documents: 'Diese Unterlagen fehlen noch:',
    answerBy: (on: string) => `Bitte antworten Sie bis zum ${on}.`,
    isOver: (on: string) =>
      `Die Antwort war bis zum ${on} erbeten. Sie können trotzdem noch antworten; bitte tun Sie das bald.`,
    answer: 'Frage beantworten',
    answerOf: (on: string) => `Frage vom ${on} beantworten`,
    answered: (at: string, files: string) => `Ihre Antwort ist am ${at} angekommen${files}.`,
    files: (count: number) => (count === 0 ? '' : count === 1 ? ' (1 Datei)' : ` (${count} Dateien)`),
    answeredOtherwise: 'Diese Frage ist beantwortet.',
    over: 'Diese Frage hat sich erledigt. Sie brauchen nichts zu tun.',
    more: 'Noch etwas nachreichen',
    deadlineExtended: 'Warum es länger dauert',
  },

  answering: {
    title: 'Frage zu Ihrem Antrag',
    section: 'Ihre Antwort',
    text: 'Antwort',
    files: 'Dateien',
    send: 'Antwort absenden',
    sending: 'Wird gesendet …',
    privacy:
      'Ihre Antwort geht nur an die Gemeinde. Gespeichert wird sie dort, wenn Sie sie absenden; hinzugefügte Dateien liegen schon bereit.',
    errorLead: 'Ihre Antwort ist noch nicht abgesendet. Was Sie eingegeben haben, ist erhalten geblieben.',
    kept: 'Was Sie eingeben, wird als Entwurf nur in diesem Browser auf diesem Gerät aufbewahrt: bis Sie die Antwort absenden oder den Entwurf löschen, höchstens 30 Tage.',
    textOrFiles: 'Schreiben Sie eine Antwort, fügen Sie Dateien hinzu, oder beides.',
    back: 'Zurück zum Stand des Antrags',
    sentTitle: 'Ihre Antwort ist angekommen',
    sent: 'Die Gemeinde hat Ihre Antwort erhalten und kümmert sich darum. Sie brauchen jetzt nichts weiter zu tun.',
    sentLate:
      'Die Gemeinde hat Ihre Antwort erhalten und zum Vorgang genommen. Auf die Frage wurde inzwischen nicht mehr gewartet.',
    notices: {
      expired: {
        title: 'Die Seite war länger als 30 Tage offen',
        text: 'Ihre Antwort ist noch nicht abgesendet. Ihr Text ist erhalten geblieben: Bitte prüfen Sie ihn und senden Sie erneut ab.',
      },
      unknownTicket: {
        title: 'Die Seite konnte nicht zugeordnet werden',
        text: 'Ihre Antwort ist noch nicht abgesendet. Ihr Text ist erhalten geblieben: Bitte prüfen Sie ihn und senden Sie erneut ab.',
      },
      unavailable: {
        title: 'Die Antwort konnte gerade nicht gespeichert werden',
        text: 'Ihre Antwort ist noch nicht abgesendet. Ihr Text ist erhalten geblieben: Bitte senden Sie in einigen Minuten erneut ab.',
      },
      refused: {
        title: 'Die Antwort wurde nicht angenommen',
        text: 'Ihre Antwort ist noch nicht abgesendet. Zu dieser Frage sind schon sehr viele Antworten eingegangen: Bitte wenden Sie sich an das Rathaus.',
      },
      trapped: {
        title: 'Bitte noch einmal absenden',
        text: 'Es ist noch nichts abgesendet: Ein Feld, das leer bleiben soll, war ausgefüllt, vielleicht von Ihrem Browser. Es ist jetzt wieder leer; alles andere ist erhalten geblieben.',
      },
      otherText: {
        title: 'Ihre erste Antwort ist schon angekommen',
        text: 'Was Sie danach geändert haben, ist noch nicht abgesendet, aber nicht verloren: Es steht noch hier. Senden Sie es ab, kommt es als weitere Antwort dazu.',
      },
    },
  },
} as const;
