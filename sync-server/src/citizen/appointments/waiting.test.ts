import { instantOf } from '@amtsstube/shared/domain/time';
import { testTown } from '@amtsstube/shared/fixtures/test-town';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestTown, type TestTownServer } from '../../start-server-test-town.ts';
import { openPage, send } from '../test-browser.ts';
import { booking, oneCounter, sendForm } from './test-booking.ts';

const path = `${booking}/wait?leistung=${oneCounter}`;
const wish = { first: '24.11.2026', last: '2026-12-31', name: 'Jürgen Weiß', email: 'weiss@example.org' };

let town: TestTownServer;

beforeEach(async () => {
  const now = instantOf(Date.parse('2026-11-23T07:00:00.000Z'));
  town = await startTestTown({}, { now: () => now, citizenLimits: { linksToOne: 2 } });
});
afterEach(() => town.close());

async function waits(): Promise<number> {
  const all = await town.core.store.snapshot(testTown.municipalityId, (read) =>
    read.allDocuments('waitings', '', 10),
  );
  return all.filter(({ document }) => document !== null).length;
}

describe('the waiting list', () => {
  it('says what is missing, keeps what was typed, and takes who sends twice once', async () => {
    const page = await openPage(town.url, path);
    expect(page.html).toContain('value="23.11.2026"');
    const wrong = await sendForm(town.url, page, { ...wish, first: 'bald', last: '1.11.2026', email: '' });
    expect(wrong.status).toBe(422);
    for (const said of [
      'Bitte geben Sie einen Tag an',
      'schon vorbei',
      'Ihre E-Mail-Adresse an',
      'value="bald"',
    ])
      expect(wrong.html).toContain(said);
    const order = await sendForm(town.url, page, { ...wish, first: '31.12.2026', last: '1.12.2026' });
    expect(order.html).toContain('liegt vor dem frühesten');
    expect(await waits()).toBe(0);
    const [first, second] = [await sendForm(town.url, page, wish), await sendForm(town.url, page, wish)];
    expect([first.status, second.status]).toEqual([303, 303]);
    expect(await waits()).toBe(1);
    // each is a mail to somebody who may not have asked for it
    expect((await sendForm(town.url, await openPage(town.url, path), wish)).status).toBe(429);
  });

  it('is left by its own link, which names nobody', async () => {
    const sent = await sendForm(town.url, await openPage(town.url, path), wish);
    const own = sent.headers.get('location') ?? '';
    const page = await openPage(town.url, own);
    expect(page.html).toContain('Sie stehen auf der Warteliste');
    expect(page.html).toContain('Donnerstag, 31. Dezember 2026');
    expect(page.html).not.toContain('Weiß');
    const address = own.split('?')[0] ?? '';
    expect((await send(town.url, address, {})).html).toContain('Sie stehen nicht auf der Warteliste');
    expect(await waits()).toBe(0);
    expect((await openPage(town.url, address)).status).toBe(404);
    expect((await send(town.url, `${booking}/waiting/x`, {})).status).toBe(404);
  });
});
