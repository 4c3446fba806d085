import { type Language, language } from '../citizen/language.ts';

const de = {
  display: {
    title: 'Aufruf',
    none: 'Zurzeit ist niemand aufgerufen.',
    lead: 'Bitte gehen Sie zum Schalter, sobald Ihre Nummer erscheint.',
    stale: 'Diese Anzeige ist nicht aktuell. Stand:',
    staleHelp: 'Bitte achten Sie auf den Aufruf am Schalter.',
    soundOn: 'Ton ist an',
    soundOff: 'Ton ist aus',
    speechOn: 'Ansage ist an',
    speechOff: 'Ansage ist aus',
    says: 'Nummer {number}, bitte zu: {counter}.',
    example: 'Die Ansage ist an.',
  },
  kiosk: {
    title: 'Anmelden und Nummer ziehen',
    booked: 'Ich habe einen Termin',
    code: 'Ihr Code',
    codeHelp:
      'Der Code hat 6 Zeichen. Er steht in der E-Mail und auf der Seite zu Ihrem Termin. Auf der Seite ist auch ein QR-Code zum Scannen.',
    arrive: 'Anmelden',
    walkIn: 'Ich habe keinen Termin',
    choose: 'Wählen Sie aus, worum es geht. Dann bekommen Sie eine Nummer.',
    noServices: 'Hier gibt es zurzeit keine Nummern. Bitte melden Sie sich am Schalter.',
    yourNumber: 'Ihre Nummer',
    wait: 'Bitte warten Sie, bis Ihre Nummer auf dem Bildschirm erscheint.',
    print: 'Nummer drucken',
    noPrint: 'Kommt kein Zettel? Dann merken Sie sich bitte die Nummer. Sie gilt auch ohne Zettel.',
    done: 'Fertig',
    back: 'Zurück zum Anfang',
    offline:
      'Keine Verbindung. Bitte melden Sie sich am Schalter. Es geht hier von selbst weiter, sobald die Verbindung wieder da ist.',
    problems: {
      title: 'Das hat nicht geklappt',
      noCode: 'Bitte geben Sie den Code mit 6 Zeichen ein.',
      unknown:
        'Zu diesem Code gibt es heute hier keinen Termin. Bitte prüfen Sie den Code, oder melden Sie sich am Schalter.',
      cancelled:
        'Dieser Termin ist abgesagt. Ziehen Sie bitte eine Nummer ohne Termin, oder fragen Sie am Schalter.',
      notConfirmed:
        'Dieser Termin wurde nie bestätigt und gilt nicht. Ziehen Sie bitte eine Nummer ohne Termin, oder fragen Sie am Schalter.',
      otherDay: (at: string) =>
        `Ihr Termin ist nicht heute, sondern am ${at}. Ziehen Sie bitte eine Nummer ohne Termin, oder fragen Sie am Schalter.`,
      other: 'Bitte melden Sie sich am Schalter.',
    },
  },
};
type HallTexts = typeof de;

const en: HallTexts = {
  display: {
    title: 'Calls',
    none: 'Nobody is being called at the moment.',
    lead: 'Please go to the counter when your number appears.',
    stale: 'This screen is out of date. Last update:',
    staleHelp: 'Please listen for calls at the counter.',
    soundOn: 'Sound is on',
    soundOff: 'Sound is off',
    speechOn: 'Speech is on',
    speechOff: 'Speech is off',
    says: 'Nummer {number}, bitte zu: {counter}.',
    example: 'Die Ansage ist an.',
  },
  kiosk: {
    title: 'Check in and take a number',
    booked: 'I have an appointment',
    code: 'Your code',
    codeHelp:
      'The code has 6 characters. You find it in the e-mail and on the page of your appointment. On the page there is also a QR code to scan.',
    arrive: 'Check in',
    walkIn: 'I have no appointment',
    choose: 'Choose what it is about. Then you get a number.',
    noServices: 'There are no numbers here at the moment. Please ask at the counter.',
    yourNumber: 'Your number',
    wait: 'Please wait until your number appears on the screen.',
    print: 'Print the number',
    noPrint: 'No slip? Then please remember the number. It is valid without a slip, too.',
    done: 'Done',
    back: 'Back to the start',
    offline: 'No connection. Please ask at the counter. This goes on by itself when the connection is back.',
    problems: {
      title: 'That did not work',
      noCode: 'Please enter the code of 6 characters.',
      unknown:
        'There is no appointment here today with this code. Please check the code, or ask at the counter.',
      cancelled:
        'This appointment was cancelled. Please take a number without an appointment, or ask at the counter.',
      notConfirmed:
        'This appointment was never confirmed and is not valid. Please take a number without an appointment, or ask at the counter.',
      otherDay: (at: string) =>
        `Your appointment is not today but on ${at}. Please take a number without an appointment, or ask at the counter.`,
      other: 'Please ask at the counter.',
    },
  },
};
const spoken: Readonly<Record<Language, HallTexts>> = { de, en };

/** What the pages in the hall say, in the language of the request. */
export function hallTexts(): HallTexts {
  return spoken[language()];
}
