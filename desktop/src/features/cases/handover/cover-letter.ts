import type { Letter } from '@amtsstube/shared/domain/letter';
import type { LetterTemplate } from '@amtsstube/shared/domain/letter-template';
import { formatLocalDate, localDateOf } from '@amtsstube/shared/domain/time';
import { draftLetter, type LetterSource } from '@amtsstube/shared/letters/draft-letter';
import { de } from '../../../texts/de.ts';

interface CoverLetterOptions {
  readonly bodyName: string;
  readonly word: string;
  /** How many documents go with it. */
  readonly documents: number;
}

/** The letter that goes with a case to the body that decides it. Nothing of the answers is repeated in it. */
export function coverLetter(source: LetterSource, options: CoverLetterOptions): Letter {
  const { bodyName, word, documents } = options;
  const { caseRecord, serviceName } = source;
  const text = de.handover.letter;
  const subject = text.subject(serviceName);
  const paragraphs = [
    text.greeting,
    text.handsOver(
      formatLocalDate(localDateOf(caseRecord.submittedAt)),
      serviceName,
      caseRecord.applicantName,
    ),
    word,
    text.enclosed(documents),
    text.applicantKnows,
  ].filter((each) => each !== '');
  // as it was typed: name and address, a line for each part
  const addressee = bodyName
    .split(/\n|,\s*/)
    .map((line) => line.trim().slice(0, 120))
    .filter((line) => line !== '')
    .slice(0, 6);
  return draftLetter(template, source, { addressee, subject, text: paragraphs.join('\n\n') }).letter;
}

/** Of no municipality's own: what it says is written out above. */
const template = {
  id: 'cover-letter',
  version: 0,
  name: 'Anschreiben',
  forServices: [],
  decisionKinds: [],
  subject: '-',
  text: '-',
  legalRemedy: '',
  closing: 'Mit freundlichen Grüßen',
  signature: 'none',
} as unknown as LetterTemplate;
