import { plural } from './german-numbers.ts';

/** For the day on which nothing works, and for what was written by hand then. */
export const outage = {
  title: 'Tagesplan und Nachtragen',
  navigation: 'Tagesplan',
  loading: 'Tagesplan wird geladen',
  noCounters:
    'Ihre Fachbereiche haben noch keine Schalter. Die Administration legt sie unter „Verwaltung“ an; dann gibt es hier für jeden einen Tagesplan.',
  plan: {
    title: 'Tagesplan drucken',
    lead: 'Wer an den nächsten zwei Öffnungstagen an einen Schalter kommt, mit Telefonnummern, vorgehaltenen Zeiten und Fristen, und Platz für Notizen von Hand. Er liegt verschlüsselt auf diesem PC bereit und geht auch ohne Server. Drucken Sie ihn, wenn Strom, PC oder Leitung auszufallen drohen.',
    counter: 'Schalter',
    all: 'alle Schalter',
    asOf: (at: string) => `Stand ${at} Uhr`,
    print: 'Drucken',
    save: 'Als PDF speichern',
    preparing: 'Wird zum Drucken vorbereitet',
    none: 'Auf diesem PC liegt noch kein Tagesplan. Er entsteht kurz nach der ersten vollständigen Übertragung vom Server.',
    failed:
      'Der Tagesplan lässt sich nicht drucken. Speichern Sie ihn als PDF, und drucken Sie ihn von dort.',
    fileName: (counter: string) => `Tagesplan ${counter}.pdf`,
  },
  noting: {
    title: 'Nachtragen',
    lead: 'Tragen Sie hier ein, was von Hand auf dem Blatt steht. Zeiten wie 9:05 oder 905. Was Sie tippen, bleibt auf diesem PC, bis es eingetragen ist.',
    day: 'Tag des Blattes',
    counter: 'Schalter',
    badDay: 'Bitte einen Tag bis heute angeben.',
    came: 'da um',
    left: 'fertig um',
    arrived: 'Mit Termin: Wer war da?',
    noneBooked: 'Für diesen Tag ist an diesem Schalter kein Termin mehr offen.',
    wasThere: (name: string) => `${name} war da`,
    cameOf: (name: string) => `${name}: da um`,
    leftOf: (name: string) => `${name}: fertig um`,
    visits: 'Ohne Termin',
    service: 'Anliegen',
    remark: 'Notiz',
    given: 'Termine, die von Hand vergeben wurden',
    givenHelp:
      'Eine Zeit, die für diesen PC vorgehalten ist, wird fest gebucht. Jede andere wird eine Vormerkung: Der Server nimmt die Zeit, wenn sie frei ist, sonst die nächste, oder legt Ihnen „Bitte anrufen“ in die Aufgaben.',
    givenDay: 'Termin am',
    clock: 'um',
    name: 'Name',
    phone: 'Telefon',
    row: (number: number) => `Zeile ${number}`,
    remove: (number: number) => `Zeile ${number} entfernen`,
    save: 'Alles eintragen',
    nothing: 'Es ist noch nichts ausgefüllt.',
    done: (visits: number, firm: number, wishes: number) =>
      `Eingetragen: ${[
        visits > 0 ? plural(visits, 'Besuch', 'Besuche') : '',
        firm > 0 ? plural(firm, 'fester Termin', 'feste Termine') : '',
        wishes > 0 ? plural(wishes, 'Vormerkung', 'Vormerkungen') : '',
      ]
        .filter(Boolean)
        .join(', ')}.`,
    again: 'Das ist noch nicht eingetragen. Bitte noch einmal „Alles eintragen“ drücken.',
    some: 'Was noch dasteht, konnte nicht eingetragen werden. Der Grund steht in der Zeile.',
    problems: {
      service: 'Bitte das Anliegen wählen.',
      came: 'Bitte angeben, wann die Person da war, zum Beispiel 9:05.',
      left: 'Diese Uhrzeit gibt es nicht. Lassen Sie das Feld leer, wenn sie nicht auf dem Blatt steht.',
      leftBeforeCame: '„fertig um“ liegt vor „da um“.',
      ahead: 'Diese Uhrzeit ist noch nicht erreicht.',
      day: 'Bitte den Tag des Termins angeben, zum Beispiel 30.11.2026.',
      clock: 'Bitte die Uhrzeit des Termins angeben, in Schritten von 5 Minuten.',
      over: 'Diese Zeit ist vorbei. Tragen Sie den Besuch oben ein.',
      name: 'Bitte den Namen angeben.',
      phone: 'Bitte die Telefonnummer angeben: Ist die Zeit nicht frei, muss die Person es erfahren.',
      keptElsewhere:
        'Diese Zeit ist für einen anderen PC vorgehalten: Tragen Sie den Termin dort ein, dann gilt er fest. Geht dieser PC nicht mehr, nimmt die Leitung seine Zeiten unter „Öffnungszeiten“ zurück; danach geht es hier.',
      notOffered: 'Dieses Anliegen gibt es an diesem Schalter nicht mit Termin.',
    },
  },
};
