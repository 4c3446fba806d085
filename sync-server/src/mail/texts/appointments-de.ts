import type { AppointmentMail } from '@amtsstube/shared/operations/outcome';
import { farewell, type MailDetail, type MailText } from './de.ts';

/** What mails about an appointment are made of. */
export interface AppointmentWords {
  readonly when: string;
  /** What she knew before it was moved; ''. */
  readonly before: string;
  readonly where: readonly string[];
  readonly services: readonly string[];
  readonly bring: readonly string[];
  /** Until when it has to be confirmed; ''. */
  readonly until: string;
  /** What the office says about its cancelling; ''. */
  readonly reason: string;
  /** What she types at the kiosk, or says at the counter, on the day. */
  readonly code: string;
  readonly municipality: string;
  readonly contact: string;
}

export interface WaitingWords {
  readonly days: string;
  readonly services: readonly string[];
  readonly municipality: string;
  readonly contact: string;
}

export type AppointmentTexts = Readonly<
  Record<AppointmentMail['template'], (words: AppointmentWords) => MailText>
>;

const manageText = 'Termin ansehen, verschieben oder absagen';
const againText = 'Neuen Termin buchen';
const greeting = 'Guten Tag,';
const cantCome =
  'Können Sie nicht kommen, verschieben Sie den Termin bitte oder sagen Sie ihn ab. Dann bekommt ihn jemand anderes. Wer den Link hat, kann das: Bitte geben Sie ihn nicht weiter.';

export const appointmentMails: AppointmentTexts = {
  confirmRequest: (words) => ({
    subject: 'Bitte bestätigen Sie Ihren Termin',
    paragraphs: [
      greeting,
      'Sie haben sich einen Termin ausgesucht. Er ist noch nicht gebucht.',
      `Bitte bestätigen Sie ihn mit dem Link bis ${words.until}. Danach kann ihn jemand anderes bekommen.`,
    ],
    details: details(words),
    linkText: 'Termin bestätigen',
    closing: ['Haben Sie keinen Termin ausgesucht, brauchen Sie nichts zu tun.', ...farewell(words)],
  }),

  offer: (words) => ({
    subject: 'Ein Termin ist frei',
    paragraphs: [
      greeting,
      'Sie stehen auf unserer Warteliste, und ein Termin ist frei. Er ist noch nicht gebucht.',
      `Bis ${words.until} ist er für Sie zurückgelegt: Nehmen Sie ihn bitte mit dem Link an. Danach bekommt ihn, wer nach Ihnen wartet.`,
    ],
    details: details(words),
    linkText: 'Termin annehmen',
    closing: [
      'Passt Ihnen die Zeit nicht, brauchen Sie nichts zu tun: Sie warten weiter. Nach drei Angeboten ohne Antwort endet das Warten.',
      ...farewell(words),
    ],
  }),

  booked: (words) => ({
    subject: `Ihr Termin: ${words.when}`,
    paragraphs: [greeting, 'Ihr Termin ist gebucht.', cantCome],
    details: [...details(words), ...coming(words)],
    linkText: manageText,
    closing: farewell(words),
  }),

  bookedInstead: (words) => ({
    subject: `Ihr Termin zu einer anderen Zeit: ${words.when}`,
    paragraphs: [
      greeting,
      `Ihre gewünschte Zeit war leider nicht mehr frei: ${before(words)}. Wir bitten Sie um Entschuldigung.`,
      'Wir haben Ihnen die nächste freie Zeit gebucht. Bitte achten Sie auch auf den Ort.',
      'Passt sie Ihnen nicht, suchen Sie sich mit dem Link bitte eine andere aus oder sagen Sie ab.',
    ],
    details: [...details(words), ...coming(words)],
    linkText: manageText,
    closing: farewell(words),
  }),

  moved: (words) => ({
    subject: `Ihr Termin ist jetzt: ${words.when}`,
    paragraphs: [
      greeting,
      'Sie haben Ihren Termin verschoben.',
      `Er war vorher: ${before(words)}. Dann werden Sie nicht mehr erwartet.`,
    ],
    details: [...details(words, 'Neue Zeit'), ...coming(words)],
    linkText: manageText,
    closing: [
      'Haben Sie den Termin nicht selbst verschoben, melden Sie sich bitte bei uns.',
      ...farewell(words),
    ],
  }),

  movedByOffice: (words) => ({
    subject: `Wir mussten Ihren Termin verschieben: ${words.when}`,
    paragraphs: [
      greeting,
      'Wir mussten Ihren Termin verschieben und bitten Sie um Entschuldigung.',
      `Er war vorher: ${before(words)}. Bitte kommen Sie dann nicht.`,
      'Passt Ihnen die neue Zeit nicht, suchen Sie sich mit dem Link bitte eine andere aus oder sagen Sie ab.',
    ],
    details: [...details(words, 'Neue Zeit'), ...coming(words)],
    linkText: manageText,
    closing: farewell(words),
  }),

  cancelled: (words) => ({
    subject: 'Ihr Termin ist abgesagt',
    paragraphs: [greeting, `Sie haben Ihren Termin abgesagt: ${words.before || words.when}.`],
    details: [{ term: 'Anliegen', lines: words.services }],
    linkText: againText,
    closing: [
      'Haben Sie den Termin nicht selbst abgesagt, melden Sie sich bitte bei uns.',
      ...farewell(words),
    ],
  }),

  cancelledByOffice: (words) => ({
    subject: 'Ihr Termin muss leider ausfallen',
    paragraphs: [
      greeting,
      `Ihr Termin muss leider ausfallen: ${words.before || words.when}. Bitte kommen Sie dann nicht.`,
      ...(words.reason === '' ? [] : [`Der Grund: ${words.reason}`]),
      'Wir bitten Sie um Entschuldigung. Einen neuen Termin buchen Sie hier oder telefonisch:',
    ],
    details: [{ term: 'Anliegen', lines: words.services }],
    linkText: againText,
    closing: farewell(words),
  }),

  reminder: (words) => ({
    subject: `Erinnerung an Ihren Termin: ${words.when}`,
    paragraphs: [greeting, 'Sie haben bald einen Termin bei uns.', cantCome],
    details: [...details(words), ...coming(words)],
    linkText: manageText,
    closing: farewell(words),
  }),
};

export function waitingMail(words: WaitingWords): MailText {
  return {
    subject: 'Sie stehen auf der Warteliste',
    paragraphs: [
      greeting,
      'Sie stehen auf unserer Warteliste für einen Termin. Wird einer frei, der Ihnen passt, schreiben wir Ihnen. Einige Stunden lang ist er dann nur für Sie zurückgelegt.',
      'Wollen Sie nicht mehr warten, verlassen Sie die Warteliste hier:',
    ],
    details: [
      { term: 'Anliegen', lines: words.services },
      { term: 'Tage', lines: [words.days] },
    ],
    linkText: 'Warteliste verlassen',
    closing: ['Haben Sie sich nicht selbst eingetragen, verlassen Sie die Liste bitte.', ...farewell(words)],
  };
}

function details({ when, where, services }: AppointmentWords, term = 'Wann'): readonly MailDetail[] {
  return [
    { term, lines: [when] },
    { term: 'Wo', lines: where },
    { term: 'Anliegen', lines: services },
  ];
}

function before({ before: when }: AppointmentWords): string {
  return when || 'zu einer anderen Zeit';
}

/** Of a booked appointment: what to bring, and how she checks in. */
function coming({ bring, code }: AppointmentWords): readonly MailDetail[] {
  return [
    ...(bring.length === 0 ? [] : [{ term: 'Bitte mitbringen', lines: bring }]),
    { term: 'Ihr Code für die Anmeldung im Amt', lines: [code] },
  ];
}
