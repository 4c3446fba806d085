import { plural } from './german-numbers.ts';

/** Who waits for a free appointment, at the desk. Times arrive formatted. */
export const waitingList = {
  open: 'Warteliste',
  title: 'Warteliste',
  lead: 'Wird eine Zeit frei, bietet der Server sie per E-Mail an: zuerst, wer die wenigsten Angebote hatte, dann, wer am längsten wartet.',
  asking: 'Der Server wird nach der Warteliste gefragt …',
  none: 'Niemand wartet auf einen Termin an Ihren Schaltern.',
  reload: 'Neu laden',
  failures: {
    noConnection:
      'Keine Verbindung zum Server. Die Warteliste liegt nur dort, damit die Namen nicht auf jedem Gerät stehen. Sie erscheint von selbst, sobald die Verbindung wieder da ist.',
    signedOut: 'Ihre Anmeldung ist abgelaufen. Bitte melden Sie sich neu an.',
    notAllowed: 'Dazu sind Sie nicht berechtigt.',
    badAnswer: 'Der Server hat unerwartet geantwortet. Bitte laden Sie die Liste später neu.',
  },
  count: (people: number) => plural(people, 'Person wartet', 'Personen warten'),
  since: (at: string) => `wartet seit ${at}`,
  days: (first: string, last: string) =>
    first === last ? `kann am ${first}` : `kann vom ${first} bis ${last}`,
  offers: (count: number) =>
    count === 0 ? 'noch kein Angebot' : `bisher ${plural(count, 'Angebot', 'Angebote')}`,
  openOffer: (slot: string, until: string) => `gerade angeboten: ${slot}; zu bestätigen bis ${until}`,
  book: 'Termin buchen …',
  bookOne: (name: string) => `Termin buchen für ${name} …`,
  remove: 'Von der Liste nehmen …',
  removeOne: (name: string) => `${name} von der Liste nehmen …`,
  removing: {
    title: 'Von der Warteliste nehmen',
    lead: (name: string) => `${name} bekommt dann keine Angebote mehr – und darüber auch keine Nachricht.`,
    openOffer: (slot: string, until: string) =>
      `Das offene Angebot (${slot}) gilt weiter und kann bis ${until} angenommen werden.`,
    confirm: 'Von der Liste nehmen',
    done: (name: string) => `${name} steht nicht mehr auf der Warteliste.`,
    waiting:
      'Die Verbindung ist gerade abgebrochen. Noch steht die Person auf der Warteliste: Der Server nimmt sie herunter, sobald die Verbindung wieder da ist.',
  },
  booking: {
    lead: (since: string, days: string) => `Wartet seit ${since} und ${days}.`,
    after: 'Mit dem Buchen endet das Warten.',
    openOffer: (slot: string, until: string) =>
      `Gerade angeboten: ${slot}, zu bestätigen bis ${until}. Mit dem Buchen verfällt das Angebot; diese Zeit können Sie auch selbst buchen.`,
    gone: 'Sie oder er steht nicht mehr auf der Warteliste, hat also vielleicht schon einen Termin. Soll es trotzdem sein, buchen Sie noch einmal.',
    off: (name: string) => `${name} steht nicht mehr auf der Warteliste.`,
    back: 'Zur Warteliste',
  },
} as const;
