import type { resumeMail as inGerman, MailText } from './de.ts';

/** To whoever left off filling in a form in English; the service's name stays German. */
export const resumeMail: typeof inGerman = (words): MailText => ({
  subject: `Your draft: ${words.service}`,
  paragraphs: [
    'Hello,',
    `You began to fill in “${words.service}” and want to continue later. Your draft has not been sent yet.`,
    `With this link you go on filling it in. It is valid until ${words.until}; then the draft is deleted. A former link to this draft is not valid any more. Who has the link can read the draft: please pass it on to nobody.`,
  ],
  linkText: 'Go on filling in the draft',
  closing: [
    'If you did not ask for this, you need not do anything.',
    'Kind regards',
    words.municipality,
    words.contact,
    'This e-mail was sent automatically.',
  ],
});
