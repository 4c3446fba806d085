import { type Booking, isStanding } from '@amtsstube/shared/domain/appointments/appointment';
import { can } from '@amtsstube/shared/domain/permissions';
import { formatInstant, type Instant } from '@amtsstube/shared/domain/time';
import Close from '@mui/icons-material/Close';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useEffect, useMemo, useRef } from 'react';
import type { AppointmentRow } from '../../data/desk.ts';
import { de } from '../../texts/de.ts';
import { useDesk } from '../../ui/desk-context.tsx';
import { type NameOf, useNameOf, useSettingName } from '../../ui/names.ts';
import { Facts } from '../../ui/part.tsx';
import { hrefOf } from '../../ui/place.ts';
import { useObservable } from '../../ui/use-observable.ts';
import { WaitingMark } from '../../ui/waiting-mark.tsx';
import { spanWords } from './time-words.ts';
import { TransferState } from './transfer-state.tsx';

interface AppointmentDetailsProps {
  readonly row: AppointmentRow;
  /** Of the heading, which names what it stands in. */
  readonly titleId: string;
  readonly counterName: string;
  readonly now: Instant;
  readonly onClose: () => void;
  readonly onService: (serviceId: string) => void;
  readonly onMove: () => void;
  readonly onCancel: () => void;
  /** Of a cancelled one: to book it once more. */
  readonly onAgain: () => void;
}

/** Everything about one appointment, and what can be done with it. */
export function AppointmentDetails(props: AppointmentDetailsProps) {
  const { row, titleId, counterName, now, onClose, onService, onMove, onCancel, onAgain } = props;
  const { appointment } = row;
  const { visitor, remark, answers = [], caseId, departmentId } = appointment;
  const { actor } = useDesk().desk;
  const nameOf = useNameOf();
  const text = de.calendar.details;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const isToCome = isStanding(appointment, now) && appointment.freeAt > now;
  const mayChange = isToCome && can(actor, { action: 'changeAppointment', in: departmentId });
  const mayBookAgain =
    appointment.state.is === 'cancelled' &&
    appointment.startsAt > now &&
    can(actor, { action: 'book', in: departmentId });
  return (
    <>
      <Box sx={{ display: 'flex', alignItems: 'start', gap: 1, mb: 1.5 }}>
        <Typography
          ref={heading}
          id={titleId}
          tabIndex={-1}
          component="h2"
          variant="h2"
          sx={{ flex: 1, overflowWrap: 'anywhere', outline: 'none' }}
        >
          {visitor.name}
        </Typography>
        <IconButton size="small" aria-label={text.close} onClick={onClose}>
          <Close />
        </IconButton>
      </Box>
      <Facts
        rows={[
          { label: text.when, value: spanWords(appointment) },
          { label: text.counter, value: counterName },
          { label: text.services, value: <Services booking={appointment} onService={onService} /> },
          {
            label: text.phone,
            value: visitor.phone ? <Link href={`tel:${visitor.phone}`}>{visitor.phone}</Link> : text.none,
          },
          {
            label: text.email,
            value: visitor.email ? (
              <Link href={`mailto:${visitor.email}`}>{visitor.email}</Link>
            ) : (
              text.noEmail
            ),
          },
          ...(remark ? [{ label: text.remark, value: remark }] : []),
          ...(answers.length > 0 ? [{ label: text.answers, value: <Answers booking={appointment} /> }] : []),
          ...(caseId ? [{ label: text.case, value: <CaseOf caseId={caseId} /> }] : []),
          { label: text.way, value: wayWords(appointment, nameOf) },
          ...(appointment.language === 'de'
            ? []
            : [{ label: text.language, value: text.languages[appointment.language] }]),
          { label: text.state, value: stateWords(appointment, now, nameOf) },
          {
            label: text.transfer,
            value:
              row.waiting.length > 0 ? <WaitingMark /> : <TransferState appointmentId={appointment.id} />,
          },
        ]}
      />
      {mayChange && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 2 }}>
          <Button variant="contained" onClick={onMove}>
            {text.move}
          </Button>
          <Button variant="outlined" color="inherit" onClick={onCancel}>
            {text.cancel}
          </Button>
        </Box>
      )}
      {mayBookAgain && (
        <Button variant="outlined" onClick={onAgain} sx={{ mt: 2 }}>
          {de.calendar.cancelling.again}
        </Button>
      )}
    </>
  );
}

/** What it is about, each with what is asked about it one click away. */
function Services(props: { readonly booking: Booking; readonly onService: (serviceId: string) => void }) {
  const settingName = useSettingName();
  return props.booking.serviceIds.map((id) => (
    <div key={id}>
      <Link
        component="button"
        type="button"
        title={de.calendar.service.open(settingName(id))}
        onClick={() => props.onService(id)}
        sx={{ textAlign: 'left', verticalAlign: 'baseline', font: 'inherit' }}
      >
        {settingName(id)}
      </Link>
    </div>
  ));
}

/** What was asked before the time was chosen; of which service, where there are several. */
function Answers({ booking: { serviceIds, answers = [] } }: { readonly booking: Booking }) {
  const settingName = useSettingName();
  const text = de.calendar.details;
  return (
    <>
      {answers.map(({ serviceId, asks, says, bring }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: what was answered stays as it is
        <Box key={index} sx={{ mb: 0.5 }}>
          {serviceIds.length > 1 && `${settingName(serviceId)}: `}
          {asks} <strong>{says}</strong>
          {bring.length > 0 && <div>{text.brings(bring.join('; '))}</div>}
        </Box>
      ))}
    </>
  );
}

function CaseOf({ caseId }: { readonly caseId: string }) {
  const { desk } = useDesk();
  const shown = useObservable(
    useMemo(() => desk.watch('cases', caseId), [desk, caseId]),
    undefined,
  );
  const reference = shown?.document.fileReference || de.cases.noReference;
  return <Link href={hrefOf({ screen: 'case', caseId })}>{de.calendar.details.toCase(reference)}</Link>;
}

function wayWords({ way, madeAt, madeById }: Booking, nameOf: NameOf): string {
  const { details, way: ways } = de.calendar;
  return madeById === null
    ? details.wayAt(ways[way], formatInstant(madeAt))
    : details.wayBy(ways[way], formatInstant(madeAt), nameOf(madeById));
}

export function stateWords(booking: Booking, now: Instant, nameOf: NameOf): string {
  const { state } = booking;
  const text = de.calendar.state;
  switch (state.is) {
    case 'booked':
      return text.booked;
    case 'unconfirmed':
      return isStanding(booking, now) ? text.unconfirmedUntil(formatInstant(state.expiresAt)) : text.lapsed;
    case 'cancelled': {
      const who = state.byId === null ? text.citizen : nameOf(state.byId);
      const said = text.cancelledBy(who, formatInstant(state.at));
      return state.reason === '' ? said : `${said}: ${state.reason}`;
    }
  }
}
