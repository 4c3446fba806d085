import { colourOf } from '@amtsstube/shared/domain/settings';
import { neighbourTowns } from '@amtsstube/shared/fixtures/neighbour-towns';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setUpNeighbourTowns, startTestTown, type TestTownServer } from '../start-server-test-town.ts';
import { openPage } from './test-browser.ts';

let town: TestTownServer;

beforeAll(async () => {
  town = await startTestTown();
  await setUpNeighbourTowns(town.core);
});
afterAll(() => town.close());

async function found(query: string): Promise<string[]> {
  const { html } = await openPage(town.url, `/?suche=${encodeURIComponent(query)}`);
  return [...html.matchAll(/<li><a [^>]*href="\/m\/([a-z]+)\/"/g)].map(([, id]) => id ?? '');
}

describe('choosing a municipality', () => {
  it.each([
    ['', ['beispielhausen', 'musterstadt', 'mustertal']],
    ['39576', ['musterstadt']],
    ['39397', ['beispielhausen']],
    ['  38875 ', ['mustertal']],
    ['unterprobe', ['mustertal']],
    ['MUSTER', ['musterstadt', 'mustertal']],
    ['boerde', ['beispielhausen']],
    ['12345', []],
  ])('„%s“, without a script', async (query, ids) => {
    expect(await found(query)).toEqual(ids);
  });

  it('what was asked is shown as text, and nothing found says so', async () => {
    const { html } = await openPage(town.url, `/?suche=${encodeURIComponent('<b>"x')}`);
    expect(html).toContain('value="&lt;b&gt;&quot;x"');
    expect(html).toContain('keine Gemeinde gefunden');
    expect((await openPage(town.url, '/?suche=a&suche=b')).status).toBe(200);
  });

  it('each has its name, its colour and its services', async () => {
    for (const { municipalityId, settings } of neighbourTowns) {
      const { html } = await openPage(town.url, `/m/${municipalityId}/`);
      for (const each of settings) {
        if (each.kind === 'municipality') {
          expect(html).toContain(each.name);
          expect(html).toContain(`fill="${colourOf(each.colour ?? 'blue')}"`);
        }
        if (each.kind === 'service') expect(html).toContain(`/m/${municipalityId}/services/${each.id}"`);
      }
      expect([...html.matchAll(/\/services\/[a-z-]+"/g)].length).toBe(
        settings.filter(({ kind }) => kind === 'service').length,
      );
    }
  });

  it('setting them up again changes nothing', async () => {
    const id = neighbourTowns[0]?.municipalityId;
    if (!id) throw new Error('fixture');
    const head = () => town.core.store.snapshot(id, (read) => read.head());
    const before = await head();
    await setUpNeighbourTowns(town.core);
    expect(await head()).toEqual(before);
  });
});
