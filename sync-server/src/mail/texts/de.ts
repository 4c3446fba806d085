/** What a mail says. The wording of what happened stays on the status page: a mail is a postcard. */
export interface MailWords {
  readonly municipality: string;
  readonly fileReference: string;
  readonly trackingCode: string;
  readonly link: string;
  readonly contact: string;
}

export interface MailDetail {
  readonly term: string;
  readonly lines: readonly string[];
}

export interface MailText {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  /** What is looked up in it later, by name. */
  readonly details?: readonly MailDetail[];
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

  question: (words: MailWords): MailText => ({
    subject: 'Es gibt eine Frage zu Ihrem Antrag',
    paragraphs: [
      'Guten Tag,',
      'zu Ihrem Antrag gibt es eine Frage. Damit es weitergehen kann, brauchen wir Ihre Antwort. Hier lesen Sie die Frage und können sie beantworten, auch mit Dateien:',
    ],
    linkText: 'Frage ansehen und beantworten',
    closing: [...farewell(words)],
  }),
} as const;

/** To a clerk; what it opens is said on the page, not in the mail. */
export function invitationMail(municipality: string): MailText {
  return {
    subject: 'Ihr Zugang zu Amtsstube',
    paragraphs: [
      'Guten Tag,',
      'für Sie wurde ein Zugang zu Amtsstube eingerichtet oder zurückgesetzt. Unter diesem Link legen Sie Ihr Passwort fest. Er gilt sieben Tage und nur einmal:',
    ],
    linkText: 'Passwort festlegen',
    closing: [
      'Haben Sie das nicht erwartet, geben Sie den Link niemandem und fragen Sie Ihre Systembetreuung.',
      municipality,
      'Diese E-Mail wurde automatisch verschickt.',
    ],
  };
}

/** To whoever left off filling in a form; what was typed stays behind the link. */
export function resumeMail(words: {
  readonly municipality: string;
  readonly service: string;
  readonly until: string;
  readonly contact: string;
}): MailText {
  return {
    subject: `Ihr Entwurf: ${words.service}`,
    paragraphs: [
      'Guten Tag,',
      `Sie haben „${words.service}“ angefangen und wollen später weitermachen. Ihr Entwurf ist noch nicht abgesendet.`,
      `Unter diesem Link füllen Sie ihn weiter aus. Er gilt bis zum ${words.until}; dann wird der Entwurf gelöscht. Ein früherer Link zu diesem Entwurf gilt nicht mehr. Wer den Link hat, kann den Entwurf lesen: Bitte geben Sie ihn nicht weiter.`,
    ],
    linkText: 'Entwurf weiter ausfüllen',
    closing: [
      'Haben Sie das nicht veranlasst, brauchen Sie nichts zu tun.',
      ...farewell({ municipality: words.municipality, contact: words.contact }),
    ],
  };
}

/** To the municipality, from who met a barrier; her own words, line by line. */
export function barrierMail(words: {
  readonly municipality: string;
  readonly what: string;
  /** '' = none. */
  readonly replyTo: string;
  readonly contact: string;
}): MailText {
  return {
    subject: 'Gemeldete Barriere auf den Bürgerseiten',
    paragraphs: [
      'Guten Tag,',
      'auf den Bürgerseiten wurde eine Barriere gemeldet:',
      ...words.what.split('\n').filter((line) => line.trim() !== ''),
      words.replyTo === ''
        ? 'Eine Adresse für die Antwort wurde nicht angegeben.'
        : `Antwort bitte innerhalb eines Monats an ${words.replyTo} (§ 16b Absatz 4 BGG LSA). Die Adresse ist nicht geprüft.`,
      'Die Erklärung zur Barrierefreiheit:',
    ],
    linkText: 'Erklärung zur Barrierefreiheit',
    closing: [words.municipality, words.contact, 'Diese E-Mail wurde automatisch verschickt.'],
  };
}

/** How to reach the municipality, in one line. */
export function contactLine(settings: {
  readonly address: string;
  readonly phone: string;
  readonly email: string;
}): string {
  return [...settings.address.split('\n'), settings.phone, settings.email]
    .filter((line) => line.trim() !== '')
    .join(' · ');
}

export function farewell({
  municipality,
  contact,
}: Pick<MailWords, 'municipality' | 'contact'>): readonly string[] {
  return ['Mit freundlichen Grüßen', municipality, contact, 'Diese E-Mail wurde automatisch verschickt.'];
}
