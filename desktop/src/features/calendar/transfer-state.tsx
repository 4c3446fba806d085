import Link from '@mui/material/Link';
import { de } from '../../texts/de.ts';
import { useDesk } from '../../ui/desk-context.tsx';
import { useNameOf } from '../../ui/names.ts';
import { hrefOf } from '../../ui/place.ts';
import { refusalSentence } from '../../ui/refusal-sentence.ts';
import { useObservable } from '../../ui/use-observable.ts';

/** What the server has said of this desk's changes of an appointment: all taken over, or which was refused and why. */
export function TransferState({ appointmentId }: { readonly appointmentId: string }) {
  const { desk } = useDesk();
  const nameOf = useNameOf();
  const refused = useObservable(desk.refused$, []).find(
    ({ operation: { payload } }) =>
      typeof payload === 'object' &&
      payload !== null &&
      'appointmentId' in payload &&
      payload.appointmentId === appointmentId,
  );
  if (!refused) return de.calendar.details.takenOver;
  return (
    <>
      {de.calendar.details.refused(refusalSentence(refused.reason, nameOf))}{' '}
      <Link href={hrefOf({ screen: 'refused' })}>{de.calendar.details.toRefused}</Link>
    </>
  );
}
