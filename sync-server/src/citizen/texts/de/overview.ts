import type { LifeSituation } from '@amtsstube/shared/domain/service-description';

/** The way to a form: municipalities, services, one service. */
export const overview = {
  home: {
    title: 'Online-Anträge der Gemeinden',
    description: 'Anträge an Ihre Gemeinde online stellen: ohne Anmeldung, auf jedem Gerät.',
    lead: 'Wählen Sie Ihre Gemeinde.',
    search: 'Ort oder Postleitzahl',
    searchHint: 'Zum Beispiel: 39576 oder Musterstadt',
    find: 'Gemeinde finden',
    all: 'Alle Gemeinden zeigen',
    found: (count: number, query: string) =>
      count === 0
        ? `Zu „${query}“ haben wir keine Gemeinde gefunden.`
        : `${count === 1 ? 'Eine Gemeinde passt' : `${count} Gemeinden passen`} zu „${query}“.`,
    none: 'Noch bietet hier keine Gemeinde Online-Anträge an.',
  },

  services: {
    navigation: 'Leistungen',
    title: 'Leistungen der Gemeinde',
    description: (municipality: string) =>
      `Was Sie bei ${municipality} online erledigen können: Leistungen nach Lebenslagen, mit Kosten, Dauer und Unterlagen.`,
    none: 'Zurzeit wird keine Leistung online angeboten.',
    search: 'Leistung suchen',
    searchHint: 'Zum Beispiel: Hund, heiraten, Gerüst',
    find: 'Suchen',
    all: 'Alle Leistungen zeigen',
    found: (count: number, query: string) =>
      count === 0
        ? `Zu „${query}“ haben wir nichts gefunden. Versuchen Sie ein anderes Wort oder sehen Sie alle Leistungen durch.`
        : `${count === 1 ? 'Eine Leistung passt' : `${count} Leistungen passen`} zu „${query}“.`,
    situationsTitle: 'Lebenslagen',
    situations: {
      property: 'Haus und Grundstück',
      family: 'Familie und Lebensereignisse',
      education: 'Schule, Kita und Bildung',
      animals: 'Tiere und Angeln',
      business: 'Gewerbe und Selbstständigkeit',
      traffic: 'Straße und Verkehr',
      order: 'Ordnung und Alltag',
    } satisfies Record<LifeSituation, string>,
    otherSituations: 'Weitere Leistungen',
  },

  service: {
    responsible: 'Wer sich darum kümmert',
    department: 'Zuständig',
    serviceKey: 'Leistungsschlüssel',
    noServiceKey: 'kein Schlüssel bekannt',
    needs: 'Was Sie brauchen',
    documents: 'Welche Unterlagen dazugehören',
    documentsByAnswers: 'Je nach Ihren Angaben:',
    costsAndTime: 'Kosten und Dauer',
    fee: 'Gebühr',
    feeExample: 'Beispiel: Maßgeblich ist die Satzung der Gemeinde.',
    duration: 'Dauer',
    legalBasis: 'Rechtsgrundlage',
    decidedWithinMonths: (months: number) =>
      `Entschieden wird innerhalb von ${months === 1 ? 'einem Monat' : `${months} Monaten`}.`,
    decidedWithin: (days: number) => `Entschieden wird innerhalb von ${days} Tagen.`,
    ways: 'So können Sie es erledigen',
    channels: {
      online: 'online, mit dem Formular auf dieser Seite',
      appointment: 'persönlich im Rathaus, mit einem Termin',
      district: 'direkt beim Landkreis',
    },
    district: 'Darüber entscheidet der Landkreis',
    start: 'Online beantragen',
    startStepwise: 'Schritt für Schritt ausfüllen',
    notOnline: 'Diese Leistung wird zurzeit nicht online angeboten. Bitte wenden Sie sich an das Rathaus.',
    onlyInPerson:
      'Diese Leistung können Sie nicht online beantragen. Kommen Sie bitte mit einem Termin ins Rathaus.',
    howItGoes: 'So geht es weiter',
    steps: [
      'Sie füllen das Formular aus, prüfen Ihre Angaben und senden sie ab.',
      'Sie bekommen sofort ein Aktenzeichen und einen Zugangscode, außerdem eine Bestätigung per E-Mail.',
      'Mit dem Zugangscode sehen Sie jederzeit, wie weit Ihr Antrag ist.',
    ],
  },
} as const;
