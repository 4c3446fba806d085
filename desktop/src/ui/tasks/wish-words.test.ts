import { provisional } from '@amtsstube/shared/domain/appointments/provisional';
import { moment } from '@amtsstube/shared/fixtures/booking-builders';
import { expect, it } from 'vitest';
import { wishWords } from './wish-words.ts';

const nine = { counterId: '1', startsAt: moment('2026-11-30T08:00') };
const ten = moment('2026-11-30T09:00');
const words = (changed: object) =>
  wishWords(
    provisional.parse({
      appointmentId: 'a',
      serviceIds: ['pass'],
      wishes: [nine],
      untilOn: '2026-11-30',
      visitor: { name: 'Jörg Weiß', email: null, phone: '03931 4712' },
      remark: '',
      language: 'de',
      way: 'phone',
      settled: null,
      ...changed,
    }),
    (id) => `Schalter ${id}`,
  );

it('[K11] says what to tell her, and at which counter where it is another', () => {
  expect(words({ settled: { is: 'booked', ...nine, asWished: true } })).toMatch(
    /gebucht, 30\.11\.2026, 09:00/,
  );
  const later = words({ settled: { is: 'booked', counterId: '1', startsAt: ten, asWished: false } });
  expect(later).toMatch(/^Bitte anrufen: Jörg Weiß, 03931 4712\./);
  expect(later).toContain('Ihr Termin ist am 30.11.2026, 10:00 Uhr.');
  // the very time, elsewhere: she must know
  expect(
    words({ settled: { is: 'booked', counterId: '2', startsAt: nine.startsAt, asWished: false } }),
  ).toContain(
    'zu der Zeit, die Sie wollten, aber an einem anderen Schalter: 30.11.2026, 09:00 Uhr, Schalter 2.',
  );
});

it('[K12] says that an appointment stays where it was, and when that is', () => {
  const moves = { counterId: '1', startsAt: ten };
  expect(words({ moves })).toContain('noch nicht verschoben');
  expect(words({ moves, settled: { is: 'noTime' } })).toContain(
    'Es bleibt bei Ihrem Termin am 30.11.2026, 10:00 Uhr',
  );
});
