import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dayPlanOf } from '@amtsstube/shared/domain/appointments/day-plan';
import { localDate } from '@amtsstube/shared/domain/time';
import { aBooking, aCounter, aRule, aService, moment } from '@amtsstube/shared/fixtures/booking-builders';
import { aCase } from '@amtsstube/shared/fixtures/builders';
import { describe, expect, it } from 'vitest';
import { dayPlanPdf } from './day-plan-pdf.ts';

const { resolve } = createRequire(import.meta.url);
const font = (file: string) => readFileSync(resolve(`@expo-google-fonts/noto-sans/${file}`));
const fonts = {
  regular: font('400Regular/NotoSans_400Regular.ttf'),
  bold: font('700Bold/NotoSans_700Bold.ttf'),
};

async function printed(count: number): Promise<string> {
  const plan = dayPlanOf({
    town: 'Musterstadt (Altmark)',
    counter: aCounter('1', { openingHours: [aRule(1, '08:00', '12:00')] }),
    booking: { closures: [] },
    services: [aService('pass')],
    clerks: [],
    bookings: Array.from({ length: count }, (_, index) => aBooking({ id: `termin-${index}` })),
    leases: [],
    cases: [aCase({ deadlineOn: localDate.parse('2026-12-01'), decision: null })],
    asOf: moment('2026-11-30T06:00'),
    now: moment('2026-11-30T06:00'),
  });
  return Buffer.from(await dayPlanPdf(plan, fonts)).toString('latin1');
}
const pagesOf = (pdf: string) => pdf.match(/\/Type \/Page\b(?!s)/g)?.length ?? 0;

describe('a day plan as PDF', () => {
  it('is tagged and German: a sheet for each of two days, and one for what is due', async () => {
    const pdf = await printed(2);
    expect(pdf).toContain('/Lang (de-DE)');
    for (const tag of ['H1', 'H2', 'H3', 'Table', 'TR', 'TH', 'TD']) expect(pdf).toContain(`/S /${tag}`);
    expect(pagesOf(pdf)).toBe(3);
  });

  it('a day with more visitors than a page holds goes on on the next, under the head of the table', async () => {
    const [few, many] = [await printed(2), await printed(40)];
    expect(pagesOf(many)).toBeGreaterThan(pagesOf(few));
    expect(many.match(/\/S \/TH/g)?.length).toBeGreaterThan(few.match(/\/S \/TH/g)?.length ?? 0);
  });
});
