import { count, plural } from './german-numbers.ts';

const people = (of: number) => plural(of, 'Person', 'Personen');

/** Of the lead's figures of appointments and the hall. */
export const hallFigures = {
  views: { label: 'Was ausgewertet wird', cases: 'Vorgänge', hall: 'Termine und Wartende' },
  intro:
    'Gezählt sind die Schalter, Termine und Nummern Ihrer Fachbereiche, die dieses Gerät kennt. Tage und Stunden sind die der Uhr an der Wand, auch wenn sie umgestellt wird.',
  reading: 'Termine und Wartende werden noch gelesen.',
  none: 'In diesem Zeitraum gibt es weder Sprechzeiten noch Termine oder Wartende.',
  noDepartments:
    'Ihnen ist kein Fachbereich zugeordnet, deshalb liegen auf diesem Gerät keine Termine. Die Administration ordnet Fachbereiche unter „Verwaltung“ zu.',
  periods: {
    lastSeven: 'Letzte 7 Tage',
    lastFour: 'Letzte 4 Wochen',
    lastEight: 'Letzte 8 Wochen',
    nextFour: 'Nächste 4 Wochen',
  },
  fileName: (from: string, to: string) => `Termine und Wartende ${from} bis ${to}.csv`,
  overview: 'Überblick',
  planned: 'Geplant',
  plannedOf: (all: string, internal: string) => `${all} (davon intern: ${internal})`,
  internal: 'davon intern',
  booked: 'Gebucht',
  bookedOf: (time: string, share: string) => `${time} (${share} der geplanten Zeit)`,
  utilisation: 'Auslastung',
  hours: (minutes: number) =>
    `${count(Math.floor(minutes / 60))}:${String(minutes % 60).padStart(2, '0')}\u00A0Std.`,
  bookings: 'Termine',
  bookingsOf: (all: number, ahead: number) =>
    ahead === 0 ? count(all) : `${count(all)} (davon noch bevorstehend: ${count(ahead)})`,
  ahead: 'davon noch bevorstehend',
  cancelled: 'Abgesagt',
  missed: 'Nicht erschienen',
  missedOf: (missed: number, of: number, share: string) =>
    `${count(missed)}\u00A0von\u00A0${count(of)} (${share})`,
  unclear: 'Ob erschienen, unbekannt',
  came: 'Personen mit Nummer',
  cameOf: (all: number, ways: readonly string[]) =>
    ways.length === 0 ? count(all) : `${count(all)} (${ways.join(', ')})`,
  wayOf: (way: string, of: number) => `${way}: ${count(of)}`,
  served: 'Bedient',
  left: 'Gegangen oder nicht gekommen',
  uncalled: 'Nie aufgerufen',
  waiting: 'Wartezeit',
  service: 'Bedienzeit',
  waitingHalf: 'Wartezeit: Hälfte bis',
  waitingMostly: 'Wartezeit: neun von zehn bis',
  serviceHalf: 'Bedienzeit: Hälfte bis',
  serviceMostly: 'Bedienzeit: neun von zehn bis',
  bothHead: (of: string) => `${of}: Hälfte / neun von zehn bis`,
  both: (half: number, mostly: number) => `${count(half)}\u00A0/\u00A0${count(mostly)}\u00A0Min.`,
  minutes: (of: number) => `${count(of)}\u00A0Min.`,
  rush: 'Größter Andrang',
  rushOf: (hour: string, of: number) => `${hour} (${people(of)})`,
  byCounter: 'Je Schalter',
  counter: 'Schalter',
  byService: 'Termine und Wartende je Dienstleistung',
  several: 'Mehrere in einem Besuch',
  plannedByDay: 'Geplant und gebucht je Tag',
  queueByDay: 'Warten und Bedienen je Tag',
  day: 'Tag',
  byHour: 'Warten und Bedienen je Stunde',
  hour: 'Ankunft',
  hourOf: (hour: number) => `${hour} bis ${hour + 1} Uhr`,
  byWay: 'Wer kam, mit und ohne Termin',
  way: 'Art',
  unknown: {
    title: 'Was diese Zahlen nicht sagen',
    points: [
      'Termine und Nummern werden nach einer Frist gelöscht (üblich sind 90 Tage, Sperrungen von Schaltern 60 Tage). Deshalb reicht die Auswertung acht Wochen zurück. Speichern Sie die CSV-Datei, wenn Sie die Zahlen länger brauchen.',
      'Gezählt sind nur Ihre Fachbereiche; Termine und Wartende anderer Fachbereiche liegen nicht auf diesem Gerät. Ohne Leitung fehlt, was andere inzwischen getan haben.',
      'Geplant ist die Zeit nach den Sprechzeiten, wie sie heute eingetragen sind, ohne Schließtage und Sperrungen. Wurden sie geändert, gelten sie hier auch für frühere Tage.',
      'Gebuchte Zeit enthält die Pause danach. Mehr als 100 % heißt: Es gibt Termine außerhalb der Sprechzeiten. Unbestätigte Termine zählen nicht.',
      'Abgesagte Termine stehen an dem Tag, an dem sie gewesen wären; auch solche, die nie bestätigt waren.',
      'Nicht erschienen ist, wer bis zum Ende des Tages nicht angemeldet wurde oder auf den Aufruf nicht kam. Hat ein Fachbereich an einem Tag niemanden angemeldet, bleibt offen, wer erschienen ist.',
      'Die Wartezeit reicht von der Anmeldung bis zum letzten Aufruf, auch wenn jemand früher kam als bestellt; die Bedienzeit von „Ist da“ bis „Fertig“.',
    ],
  },
  csv: {
    head: ['Gliederung', 'Bezeichnung', 'Kennzahl', 'Einheit', 'Wert'],
    minutes: 'Minuten',
    share: '%',
    count: 'Anzahl',
  },
} as const;
