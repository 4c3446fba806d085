import type { Case, Dossier } from '@amtsstube/shared/domain/case';
import { ref } from '@amtsstube/shared/domain/documents';
import type { MunicipalityId } from '@amtsstube/shared/domain/ids';
import { isOpen } from '@amtsstube/shared/domain/question';
import type { Settings } from '@amtsstube/shared/domain/settings';
import type { CaseMail } from '@amtsstube/shared/operations/outcome';
import type { Read } from '../store/store.ts';
import type { ComposedMail, MailOrigin } from './composed-mail.ts';
import { renderMail } from './render-mail.ts';
import { contactLine, mailTexts as inGerman } from './texts/de.ts';
import { mailTexts as inEnglish } from './texts/en.ts';

const mailTextsIn = { de: inGerman, en: inEnglish } as const;

/** A mail about a case, in the language its citizen applied in. undefined: it is gone, or nobody waits for an answer any more. */
export async function composeCaseMail(
  read: Read,
  { publicUrl }: MailOrigin,
  municipality: MunicipalityId,
  effect: CaseMail,
): Promise<ComposedMail | undefined> {
  const town = (await read.document(ref('settings', 'municipality')))?.document as
    | Settings
    | null
    | undefined;
  const caseRecord = (await read.document(ref('cases', effect.caseId)))?.document as Case | null | undefined;
  const dossier = (await read.document(ref('dossiers', effect.caseId)))?.document as
    | Dossier
    | null
    | undefined;
  if (town?.kind !== 'municipality' || !caseRecord) return undefined;
  if (effect.template === 'question' && !isAskedStill(dossier, effect.questionId)) return undefined;
  const language = dossier?.language ?? 'de';
  const page = `${publicUrl}/m/${municipality}/status/${effect.trackingCode}`;
  // it may be opened where no cookie says so
  const link = language === 'de' ? page : `${page}?lang=${language}`;
  const said = mailTextsIn[language][effect.template]({
    municipality: town.name,
    fileReference: caseRecord.fileReference,
    trackingCode: effect.trackingCode,
    link,
    contact: contactLine(town),
  });
  return { ...renderMail(said, link, town.name, language), town };
}

function isAskedStill(dossier: Dossier | null | undefined, questionId: string | undefined): boolean {
  return dossier?.questions?.some((each) => each.id === questionId && isOpen(each)) === true;
}
