import { describe, expect, it } from 'vitest';
import { runBookingHistory } from './booking-history.ts';

/** `BOOKING_HISTORIES=1000 npx vitest run --project=whole booking-history` for all that the figure is stated for. */
const histories = Number(process.env['BOOKING_HISTORIES'] ?? 150);
const firstSeed = Date.now() % 1_000_000;

describe('five writers of one calendar, in any order', () => {
  it(`[K2] [K3] [K10] ${histories} histories from seed ${firstSeed}: one owner each, and what is offered is given`, async () => {
    const sum = { accepted: 0, refused: 0, overtaken: 0 };
    for (let seed = firstSeed; seed < firstSeed + histories; seed += 1) {
      const { accepted, refused, overtaken } = await runBookingHistory(seed);
      sum.accepted += accepted;
      sum.refused += refused;
      sum.overtaken += overtaken;
    }
    console.log(`${histories} booking histories: ${JSON.stringify(sum)}`);
    // neither is everything taken at once, nor does nobody meet anybody
    expect(sum.accepted).toBeGreaterThan(histories * 10);
    expect(sum.refused).toBeGreaterThan(histories / 2);
    expect(sum.overtaken).toBeGreaterThan(histories / 10);
  }, 600_000);
});
