import type { AppointmentTexts, AppointmentWords, waitingMail as inGerman } from './appointments-de.ts';
import type { MailDetail } from './de.ts';
import { farewell } from './en.ts';

const manageText = 'See, move or cancel the appointment';
const againText = 'Book a new appointment';
const greeting = 'Hello,';
const cantCome =
  'If you cannot come, please move the appointment or cancel it. Then somebody else can have it. Who has the link can do that: please pass it on to nobody.';

/** To whoever booked in English; what the municipality wrote stays German. */
export const appointmentMails: AppointmentTexts = {
  confirmRequest: (words) => ({
    subject: 'Please confirm your appointment',
    paragraphs: [
      greeting,
      'You have chosen an appointment. It is not booked yet.',
      `Please confirm it with the link until ${words.until}. After that somebody else may get it.`,
    ],
    details: details(words),
    linkText: 'Confirm the appointment',
    closing: ['If you did not choose an appointment, you need not do anything.', ...farewell(words)],
  }),

  offer: (words) => ({
    subject: 'An appointment is free',
    paragraphs: [
      greeting,
      'You are on our waiting list, and an appointment is free. It is not booked yet.',
      `It is kept for you until ${words.until}: please accept it with the link. After that it goes to who waits after you.`,
    ],
    details: details(words),
    linkText: 'Accept the appointment',
    closing: [
      'If the time does not suit you, you need not do anything: you go on waiting. After three offers without an answer the waiting ends.',
      ...farewell(words),
    ],
  }),

  booked: (words) => ({
    subject: `Your appointment: ${words.when}`,
    paragraphs: [greeting, 'Your appointment is booked.', cantCome],
    details: [...details(words), ...coming(words)],
    linkText: manageText,
    closing: farewell(words),
  }),

  bookedInstead: (words) => ({
    subject: `Your appointment at another time: ${words.when}`,
    paragraphs: [
      greeting,
      `Unfortunately the time you wanted was not free any more: ${before(words)}. We apologise.`,
      'We have booked the next free time for you. Please look at the place, too.',
      'If it does not suit you, please choose another one with the link, or cancel.',
    ],
    details: [...details(words), ...coming(words)],
    linkText: manageText,
    closing: farewell(words),
  }),

  moved: (words) => ({
    subject: `Your appointment is now: ${words.when}`,
    paragraphs: [
      greeting,
      'You have moved your appointment.',
      `Before, it was: ${before(words)}. You are not expected then any more.`,
    ],
    details: [...details(words, 'New time'), ...coming(words)],
    linkText: manageText,
    closing: ['If you did not move it yourself, please get in touch with us.', ...farewell(words)],
  }),

  movedByOffice: (words) => ({
    subject: `We had to move your appointment: ${words.when}`,
    paragraphs: [
      greeting,
      'We had to move your appointment. We apologise.',
      `Before, it was: ${before(words)}. Please do not come then.`,
      'If the new time does not suit you, please choose another one with the link, or cancel.',
    ],
    details: [...details(words, 'New time'), ...coming(words)],
    linkText: manageText,
    closing: farewell(words),
  }),

  cancelled: (words) => ({
    subject: 'Your appointment is cancelled',
    paragraphs: [greeting, `You have cancelled your appointment: ${words.before || words.when}.`],
    details: [{ term: 'What for', lines: words.services }],
    linkText: againText,
    closing: ['If you did not cancel it yourself, please get in touch with us.', ...farewell(words)],
  }),

  cancelledByOffice: (words) => ({
    subject: 'Your appointment has to be cancelled',
    paragraphs: [
      greeting,
      `Unfortunately your appointment cannot take place: ${words.before || words.when}. Please do not come then.`,
      ...(words.reason === '' ? [] : [`The reason: ${words.reason}`]),
      'We apologise. You can book a new appointment here or by phone:',
    ],
    details: [{ term: 'What for', lines: words.services }],
    linkText: againText,
    closing: farewell(words),
  }),

  reminder: (words) => ({
    subject: `Reminder of your appointment: ${words.when}`,
    paragraphs: [greeting, 'You have an appointment with us soon.', cantCome],
    details: [...details(words), ...coming(words)],
    linkText: manageText,
    closing: farewell(words),
  }),
};

export const waitingMail: typeof inGerman = (words) => ({
  subject: 'You are on the waiting list',
  paragraphs: [
    greeting,
    'You are on our waiting list for an appointment. When one becomes free that suits you, we write to you. For some hours it is then kept for you alone.',
    'If you do not want to wait any more, leave the waiting list here:',
  ],
  details: [
    { term: 'What for', lines: words.services },
    { term: 'Days', lines: [words.days] },
  ],
  linkText: 'Leave the waiting list',
  closing: ['If you did not put yourself on the list, please leave it.', ...farewell(words)],
});

function details({ when, where, services }: AppointmentWords, term = 'When'): readonly MailDetail[] {
  return [
    { term, lines: [when] },
    { term: 'Where', lines: where },
    { term: 'What for', lines: services },
  ];
}

function before({ before: when }: AppointmentWords): string {
  return when || 'at another time';
}

function coming({ bring, code }: AppointmentWords): readonly MailDetail[] {
  return [
    ...(bring.length === 0 ? [] : [{ term: 'Please bring', lines: bring }]),
    { term: 'Your code for checking in at the town hall', lines: [code] },
  ];
}
