/** Filling in a form, looking through it, drafts on the device. */
export const form = {
  form: {
    optional: 'optional',
    intro: 'Alle Felder ohne den Zusatz „optional“ müssen ausgefüllt werden.',
    dateHint: 'Tag.Monat.Jahr, zum Beispiel 24.5.2026',
    moneyHint: 'Betrag in Euro, zum Beispiel 12,50',
    ibanHint: 'Zum Beispiel DE02 1203 0000 0000 2020 51',
    example: (text: string) => `Zum Beispiel: ${text}`,
    unit: (unit: string) => `Angabe in ${unit}`,
    several: 'Mehrere Antworten sind möglich.',
    choose: 'Bitte wählen',
    removeEntry: (title: string) => `${title} entfernen`,
    onlyUnless: (label: string, answer: string) =>
      `Nur beachten, wenn Sie „${label}“ nicht mit „${answer}“ beantwortet haben.`,
    onlyIf: (condition: string) => `Nur beachten, wenn gilt: ${condition}.`,
    and: 'und',
    or: 'oder',
    not: 'nicht',
    isAnswered: 'ausgefüllt',
    atLeast: (amount: string) => `mindestens ${amount}`,
    atMost: (amount: string) => `höchstens ${amount}`,
    onlyWhen: (label: string, answer: string) =>
      `Nur beachten, wenn Sie „${label}“ mit „${answer}“ beantwortet haben.`,
    privacy:
      'Ihre Angaben gehen nur an die Gemeinde und werden nur für diesen Antrag verwendet. Gespeichert wird bei der Gemeinde erst ein vollständiger, abgesendeter Antrag; bis dahin bleibt er in Ihrem Browser, nur hinzugefügte Dateien liegen schon bereit.',
    send: 'Antrag absenden',
    sending: 'Wird gesendet …',
    errorTitle: (count: number) =>
      count === 1
        ? 'Eine Angabe fehlt noch oder ist nicht lesbar'
        : `${count} Angaben fehlen noch oder sind nicht lesbar`,
    errorLead: 'Ihr Antrag ist noch nicht abgesendet. Was Sie eingegeben haben, ist erhalten geblieben.',
    next: 'Weiter',
    back: 'Zurück',
    review: 'Weiter zur Prüfung',
    stepwise: 'Lieber Schritt für Schritt ausfüllen',
    allAtOnce: 'Lieber alles auf einer Seite ausfüllen',
    later: 'Später weitermachen',
    step: (number: number, of: number) => `Schritt ${number} von ${of}`,
  },

  review: {
    title: 'Bitte prüfen Sie Ihre Angaben',
    lead: 'Ihr Antrag ist noch nicht abgesendet. Stimmt alles, senden Sie ihn unten ab.',
    change: 'Ändern',
    documents: 'Diese Unterlagen brauchen wir danach von Ihnen',
  },

  draft: {
    kept: 'Was Sie eingeben, wird als Entwurf nur in diesem Browser auf diesem Gerät aufbewahrt: bis Sie den Antrag absenden oder den Entwurf löschen, höchstens 30 Tage.',
    delete: 'Entwurf löschen',
    deleted: 'Der Entwurf ist gelöscht.',
    offerTitle: 'Auf diesem Gerät ist noch etwas angefangen',
    savedAt: 'Entwurf vom',
    resume: 'Weiter ausfüllen',
  },
} as const;
