import type { Case, Dossier } from '@amtsstube/shared/domain/case';
import { ref } from '@amtsstube/shared/domain/documents';
import type { MunicipalityId } from '@amtsstube/shared/domain/ids';
import { isOpen } from '@amtsstube/shared/domain/question';
import type { Settings } from '@amtsstube/shared/domain/settings';
import type { OutboxRow, Store } from '../store/store.ts';
import type { OutgoingMail } from './mailer.ts';
import { renderMail } from './render-mail.ts';
import { contactLine, mailTexts as inGerman } from './texts/de.ts';
import { mailTexts as inEnglish } from './texts/en.ts';

const mailTextsIn = { de: inGerman, en: inEnglish } as const;

export interface MailOrigin {
  /** Where citizens reach this server; its host is also the right half of each Message-ID. */
  readonly publicUrl: string;
  /** undefined: the municipality's own address. */
  readonly from: string | undefined;
}

/** The mail of an outbox row, from what the municipality knows now, in the language the citizen applied in. undefined: its case is gone, or nobody waits for an answer any more. */
export async function composeMail(
  store: Store,
  origin: MailOrigin,
  municipality: MunicipalityId,
  { id, effect }: OutboxRow,
): Promise<OutgoingMail | undefined> {
  const [settings, caseRecord, dossier] = await store.snapshot(municipality, async (read) => [
    (await read.document(ref('settings', 'municipality')))?.document as Settings | null | undefined,
    (await read.document(ref('cases', effect.caseId)))?.document as Case | null | undefined,
    (await read.document(ref('dossiers', effect.caseId)))?.document as Dossier | null | undefined,
  ]);
  if (settings?.kind !== 'municipality' || !caseRecord) return undefined;
  if (effect.template === 'question' && !isAskedStill(dossier, effect.questionId)) return undefined;
  const language = dossier?.language ?? 'de';
  const page = `${origin.publicUrl}/m/${municipality}/status/${effect.trackingCode}`;
  // it may be opened where no cookie says so
  const link = language === 'de' ? page : `${page}?lang=${language}`;
  const said = mailTextsIn[language][effect.template]({
    municipality: settings.name,
    fileReference: caseRecord.fileReference,
    trackingCode: effect.trackingCode,
    link,
    contact: contactLine(settings),
  });
  return {
    ...renderMail(said, link, settings.name, language),
    messageId: `<${municipality}.${id}@${new URL(origin.publicUrl).hostname}>`,
    from: { name: settings.name, address: origin.from ?? settings.email },
    to: effect.to,
  };
}

function isAskedStill(dossier: Dossier | null | undefined, questionId: string | undefined): boolean {
  return dossier?.questions?.some((each) => each.id === questionId && isOpen(each)) === true;
}
