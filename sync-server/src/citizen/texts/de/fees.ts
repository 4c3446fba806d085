/** What an application costs, on its status page, and paying it. */
export const fees = {
  fees: {
    title: 'Gebühr',
    amount: 'Betrag',
    state: 'Stand',
    states: { open: 'offen', paid: 'bezahlt', waived: 'erlassen' },
    paid: 'Schon gezahlt',
    open: 'Noch zu zahlen',
    dueOn: 'Zahlbar bis',
    holder: 'Empfänger',
    iban: 'IBAN',
    bic: 'BIC',
    reference: 'Verwendungszweck',
    transfer: 'So überweisen Sie',
    transferLead:
      'Bitte geben Sie den Verwendungszweck genau so an: Daran erkennen wir Ihre Zahlung. Bis eine Überweisung hier erscheint, vergehen einige Werktage.',
    code: 'GiroCode für Ihre Banking-App',
    codeAlt: 'GiroCode mit den Angaben der Überweisung, die darüber stehen',
    noAccount: 'Wohin Sie zahlen können, steht im Bescheid, oder fragen Sie bitte im Rathaus.',
    online: 'Online bezahlen',
    onlineLead: 'Sie bezahlen bei einem Zahlungsdienst, mit dem die Gemeinde zusammenarbeitet.',
  },
  paying: {
    title: 'Online bezahlen',
    lead: (amount: string) => `Zu zahlen sind ${amount}.`,
    leaving: (host: string) =>
      `Sie verlassen jetzt die Seiten der Gemeinde und bezahlen bei ${host}. Dorthin gehen nur Betrag und Verwendungszweck, nicht Ihr Antrag.`,
    go: 'Weiter zum Zahlungsdienst',
    back: 'Zurück zum Stand des Antrags',
    toStatus: 'Stand eines Antrags ansehen',
    nothingOpen: 'Zurzeit ist nichts zu bezahlen.',
    unavailable: {
      title: 'Der Zahlungsdienst antwortet gerade nicht',
      text: 'Es wurde nichts bezahlt. Bitte versuchen Sie es später noch einmal, oder überweisen Sie den Betrag.',
    },
    recorded: {
      title: 'Ihre Zahlung ist angekommen',
      text: 'Vielen Dank. Die Gemeinde sieht Ihre Zahlung jetzt beim Vorgang. Sie brauchen nichts weiter zu tun.',
    },
    notPaid: {
      title: 'Es wurde nichts bezahlt',
      text: 'Sie haben die Zahlung abgebrochen, oder sie ist noch nicht abgeschlossen. Auf der Seite mit dem Stand Ihres Antrags können Sie es noch einmal versuchen.',
    },
    later: {
      title: 'Ihre Zahlung wird noch geprüft',
      text: 'Der Zahlungsdienst antwortet gerade nicht. Haben Sie bezahlt, erscheint die Zahlung von selbst; bitte zahlen Sie nicht noch einmal.',
    },
  },
} as const;
