import type { Case } from '@amtsstube/shared/domain/case';
import { ref } from '@amtsstube/shared/domain/documents';
import type { MunicipalityId } from '@amtsstube/shared/domain/ids';
import type { Settings } from '@amtsstube/shared/domain/settings';
import type { OutboxRow, Store } from '../store/store.ts';
import type { OutgoingMail } from './mailer.ts';
import { renderMail } from './render-mail.ts';
import { contactLine, mailTexts } from './texts/de.ts';

export interface MailOrigin {
  /** Where citizens reach this server; its host is also the right half of each Message-ID. */
  readonly publicUrl: string;
  /** undefined: the municipality's own address. */
  readonly from: string | undefined;
}

/** The mail of an outbox row, from what the municipality knows now. undefined: its case is gone, nobody to tell. */
export async function composeMail(
  store: Store,
  origin: MailOrigin,
  municipality: MunicipalityId,
  { id, effect }: OutboxRow,
): Promise<OutgoingMail | undefined> {
  const [settings, caseRecord] = await store.snapshot(municipality, async (read) => [
    (await read.document(ref('settings', 'municipality')))?.document as Settings | null | undefined,
    (await read.document(ref('cases', effect.caseId)))?.document as Case | null | undefined,
  ]);
  if (settings?.kind !== 'municipality' || !caseRecord) return undefined;
  const link = `${origin.publicUrl}/m/${municipality}/status/${effect.trackingCode}`;
  const said = mailTexts[effect.template]({
    municipality: settings.name,
    fileReference: caseRecord.fileReference,
    trackingCode: effect.trackingCode,
    link,
    contact: contactLine(settings),
  });
  return {
    ...renderMail(said, link, settings.name),
    messageId: `<${municipality}.${id}@${new URL(origin.publicUrl).hostname}>`,
    from: { name: settings.name, address: origin.from ?? settings.email },
    to: effect.to,
  };
}
