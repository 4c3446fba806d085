import type { MunicipalityId } from '@amtsstube/shared/domain/ids';
import type { Instant } from '@amtsstube/shared/domain/time';
import type { OutboxRow, Store } from '../store/store.ts';
import { composeAppointmentMail } from './compose-appointment-mail.ts';
import { composeCaseMail } from './compose-case-mail.ts';
import { composeWaitingMail } from './compose-waiting-mail.ts';
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
  const composed = await store.snapshot(municipality, (read) => {
    switch (effect.kind) {
      case 'mail':
        return composeCaseMail(read, origin, municipality, effect);
      case 'appointmentMail':
        return composeAppointmentMail(read, origin, municipality, effect, now);
      case 'waitingMail':
        return composeWaitingMail(read, origin, municipality, effect);
    }
  });
  if (composed === undefined) return undefined;
  const { town, ...mail } = composed;
  return {
    ...mail,
    messageId: `<${municipality}.${id}@${new URL(origin.publicUrl).hostname}>`,
    from: { name: town.name, address: origin.from ?? town.email },
    to: effect.to,
  };
}
