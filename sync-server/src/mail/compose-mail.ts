import type { MunicipalityId } from '@amtsstube/shared/domain/ids';
import type { Instant } from '@amtsstube/shared/domain/time';
import type { OutboxRow, Store } from '../store/store.ts';
import { composeAppointmentMail } from './compose-appointment-mail.ts';
import { composeCaseMail } from './compose-case-mail.ts';
import type { MailOrigin } from './composed-mail.ts';
import type { OutgoingMail } from './mailer.ts';

/**
 * The mail of an outbox row, from what the municipality knows now, in the citizen's language. undefined: what it would
 * tell is gone, is told by a newer one, or concerns nobody any more.
 */
export async function composeMail(
  store: Store,
  origin: MailOrigin,
  municipality: MunicipalityId,
  { id, effect }: OutboxRow,
  now: Instant,
): Promise<OutgoingMail | undefined> {
  const composed = await store.snapshot(municipality, (read) =>
    effect.kind === 'mail'
      ? composeCaseMail(read, origin, municipality, effect)
      : composeAppointmentMail(read, origin, municipality, effect, now),
  );
  if (composed === undefined) return undefined;
  const { town, ...mail } = composed;
  return {
    ...mail,
    messageId: `<${municipality}.${id}@${new URL(origin.publicUrl).hostname}>`,
    from: { name: town.name, address: origin.from ?? town.email },
    to: effect.to,
  };
}
