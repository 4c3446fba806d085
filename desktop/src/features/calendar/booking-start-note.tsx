import { formatInstant } from '@amtsstube/shared/domain/time';
import Alert from '@mui/material/Alert';
import { de } from '../../texts/de.ts';
import type { BookingStart } from './booking-start.ts';
import { spanWords } from './time-words.ts';
import { openOfferWords, waitingDays } from './waiting-words.ts';

interface BookingStartNoteProps {
  readonly start: BookingStart;
  readonly counterName: (id: string) => string;
}

/** What a clerk has to know of whom she books for. */
export function BookingStartNote({ start, counterName }: BookingStartNoteProps) {
  return (
    <Alert severity="info" sx={{ mb: 2 }}>
      {linesOf(start, counterName).map((line) => (
        <div key={line}>{line}</div>
      ))}
    </Alert>
  );
}

function linesOf(start: BookingStart, counterName: (id: string) => string): readonly string[] {
  if (start.is === 'waiting') {
    const { since, openOffer } = start.person;
    const text = de.waitingList.booking;
    const offered = openOffer && text.openOffer(...openOfferWords(openOffer, counterName));
    return [text.lead(formatInstant(since), waitingDays(start.person)), offered ?? text.after];
  }
  const { visitor, counterId } = start.booking;
  const text = de.calendar.booking;
  const when = de.calendar.at(spanWords(start.booking), counterName(counterId));
  return [
    text.again(when),
    visitor.email === null ? text.againCall(visitor.name) : text.againMail(visitor.name),
  ];
}
