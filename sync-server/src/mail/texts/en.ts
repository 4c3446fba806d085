import type { mailTexts as germanTexts, resumeMail as inGerman, MailText, MailWords } from './de.ts';

/** To whoever left off filling in a form in English; the service's name stays German. */
export const resumeMail: typeof inGerman = (words): MailText => ({
  subject: `Your draft: ${words.service}`,
  paragraphs: [
    'Hello,',
    `You began to fill in “${words.service}” and want to continue later. Your draft has not been sent yet.`,
    `With this link you go on filling it in. It is valid until ${words.until}; then the draft is deleted. A former link to this draft is not valid any more. Who has the link can read the draft: please pass it on to nobody.`,
  ],
  linkText: 'Go on filling in the draft',
  closing: ['If you did not ask for this, you need not do anything.', ...farewell(words)],
});

/** To whoever applied in English. */
export const mailTexts: { readonly [K in keyof typeof germanTexts]: (words: MailWords) => MailText } = {
  received: (words) => ({
    subject: `Confirmation of receipt ${words.fileReference}`,
    paragraphs: [
      'Hello,',
      `We have received your application. Its file reference is ${words.fileReference}.`,
      `Your access code is ${words.trackingCode}. Please keep it. With it you can see at any time how far your application is:`,
    ],
    linkText: 'See the state of the application',
    closing: farewell(words),
  }),

  news: (words) => ({
    subject: 'There is news',
    paragraphs: ['Hello,', 'there is news about your application. You can see it here:'],
    linkText: 'See the state of the application',
    closing: farewell(words),
  }),

  question: (words) => ({
    subject: 'There is a question about your application',
    paragraphs: [
      'Hello,',
      'there is a question about your application. We need your answer to go on. Here you can read the question and answer it, also with files:',
    ],
    linkText: 'Read and answer the question',
    closing: farewell(words),
  }),
};

export function farewell({
  municipality,
  contact,
}: Pick<MailWords, 'municipality' | 'contact'>): readonly string[] {
  return ['Kind regards', municipality, contact, 'This e-mail was sent automatically.'];
}
