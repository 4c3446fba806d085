import { hallFigures } from '@amtsstube/shared/domain/appointments/figures/hall-figures';
import { localDate } from '@amtsstube/shared/domain/time';
import { aTicket } from '@amtsstube/shared/fixtures/a-ticket';
import { aBooking, aCounter, aRule, department, moment } from '@amtsstube/shared/fixtures/booking-builders';
import { expect, it } from 'vitest';
import { hallCsv } from './hall-csv.ts';

const monday = localDate.parse('2026-11-30');
const at = (time: string) => moment(`2026-11-30T${time}`);

it('is one value a line, shares with a comma, and names can neither break a line nor become a formula', () => {
  const state = {
    is: 'served',
    ...{ counterId: '1', byId: 'anna', calls: 1, calledAt: at('08:10') },
    ...{ startedAt: at('08:11'), at: at('08:21') },
  };
  const figures = hallFigures(
    {
      counters: [aCounter('1', { openingHours: [aRule(1, '09:00', '09:35')] })],
      booking: { closures: [] },
      bookings: [aBooking()],
      tickets: [aTicket({ departmentId: department, on: monday, arrivedAt: at('08:00'), state })],
    },
    { from: monday, to: monday },
    localDate.parse('2026-12-01'),
  );
  const csv = hallCsv(figures, { service: (id) => id, counter: () => '=Schalter; "1"' });
  const [head, ...lines] = csv.split('\r\n').slice(0, -1);
  expect(head).toBe('\uFEFFGliederung;Bezeichnung;Kennzahl;Einheit;Wert');
  expect(lines).toEqual(
    expect.arrayContaining([
      'Alle zusammen;;Geplant;Minuten;35',
      'Alle zusammen;;Auslastung;%;57,1',
      'Alle zusammen;;Nicht erschienen;%;100,0',
      `Schalter;"'=Schalter; ""1""";Gebucht;Minuten;20`,
      'Dienstleistung;pass;Termine;Anzahl;1',
      'Tag;2026-11-30;Wartezeit: Hälfte bis;Minuten;10',
      'Ankunft;9 bis 10 Uhr;Personen mit Nummer;Anzahl;1',
      'Art;ohne Termin;Bedienzeit: neun von zehn bis;Minuten;10',
      // who has no number waited for nothing
      'Dienstleistung;pass;Wartezeit: Hälfte bis;Minuten;',
    ]),
  );
});
