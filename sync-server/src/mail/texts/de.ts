/** What a mail says. The wording of what happened stays on the status page: a mail is a postcard. */
export interface MailWords {
  readonly municipality: string;
  readonly fileReference: string;
  readonly trackingCode: string;
  readonly link: string;
  readonly contact: string;
}

export interface MailText {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly linkText: string;
  readonly closing: readonly string[];
}

export const mailTexts = {
  received: (words: MailWords): MailText => ({
    subject: `Eingangsbestätigung ${words.fileReference}`,
    paragraphs: [
      'Guten Tag,',
      `Ihr Antrag ist bei uns eingegangen. Er hat das Aktenzeichen ${words.fileReference}.`,
      `Ihr Zugangscode ist ${words.trackingCode}. Bitte bewahren Sie ihn auf. Mit ihm sehen Sie jederzeit, wie weit Ihr Antrag ist:`,
    ],
    linkText: 'Stand des Antrags ansehen',
    closing: [...farewell(words)],
  }),

  news: (words: MailWords): MailText => ({
    subject: 'Es gibt Neuigkeiten',
    paragraphs: ['Guten Tag,', 'zu Ihrem Antrag gibt es Neuigkeiten. Sie können sie hier ansehen:'],
    linkText: 'Stand des Antrags ansehen',
    closing: [...farewell(words)],
  }),
} as const;

function farewell({ municipality, contact }: MailWords): readonly string[] {
  return ['Mit freundlichen Grüßen', municipality, contact, 'Diese E-Mail wurde automatisch verschickt.'];
}
