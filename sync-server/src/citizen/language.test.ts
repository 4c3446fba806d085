import { testTown } from '@amtsstube/shared/fixtures/test-town';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestTown, type TestTownServer } from '../start-server-test-town.ts';
import { formPath } from './test-browser.ts';
import { de } from './texts/de.ts';
import { en } from './texts/en.ts';

let town: TestTownServer;

beforeAll(async () => {
  town = await startTestTown();
});
afterAll(() => town.close());

const inEnglish = { headers: { Cookie: 'lang=en' } };
const townPath = `/m/${testTown.municipalityId}/`;

describe('the pages’ languages', () => {
  it('say the same things: each German sentence has an English one of its own', () => {
    const german = sentences(de);
    const english = sentences(en);
    expect([...english.keys()]).toEqual([...german.keys()]);
    const same = [...german].filter(([path, text]) => text !== '' && english.get(path) === text);
    // words that are the same in both
    const months = [3, 7, 8, 10].map((month) => `when.months.${month}`);
    expect(same.map(([path]) => path)).toEqual(['siteName', 'form.optional', ...months]);
    const empty = [...english].filter(([, text]) => text === '').map(([path]) => path);
    expect(empty).toEqual([]);
    const umlauts = [...english].filter(([, text]) => /[äöüß„]/i.test(text.replace('Gerüst', '')));
    expect(umlauts).toEqual([]);
  });

  it('are chosen by a link on each page and kept by a cookie', async () => {
    const german = await (await fetch(town.url + townPath)).text();
    expect(german).toContain('<html lang="de">');
    expect(german).toContain(`href="?lang=en" lang="en"`);
    const changed = await fetch(`${town.url + townPath}?lang=en`);
    expect(changed.headers.get('set-cookie')).toMatch(
      /^lang=en; Max-Age=\d+; Path=\/; .*HttpOnly; SameSite=Lax/,
    );
    const english = await (await fetch(town.url + townPath, inEnglish)).text();
    expect(english).toContain('<html lang="en">');
    expect(english).toContain(en.services.title);
    expect(english).not.toContain(de.services.title);
    expect(english).toContain(`href="?lang=de" lang="de"`);
    // what is asked for stays asked for
    const search = await (await fetch(`${town.url + townPath}?suche=Hund`, inEnglish)).text();
    expect(search).toContain(`href="?suche=Hund&amp;lang=de"`);
    expect(search).toMatch(/\d services match “Hund”/);
  });

  it('mark what the municipality wrote as German, and say so', async () => {
    const english = await (await fetch(town.url + formPath, inEnglish)).text();
    expect(english).toContain(en.germanContent);
    expect(english).toContain(
      '<label class="kern-label" for="field-firstName"><span lang="de">Vorname</span></label>',
    );
    expect(english).toContain(
      '<h1 class="kern-heading-large"><span lang="de">Hundesteuer anmelden</span></h1>',
    );
    const german = await (await fetch(town.url + formPath)).text();
    expect(german).not.toContain('<span lang="de">');
  });

  it('offer no change where it would lose what was typed, and take nothing else for a language', async () => {
    const status = `${townPath}status`;
    const body = new URLSearchParams({ code: 'x' });
    const sent = await fetch(town.url + status, { method: 'POST', body, ...inEnglish });
    const html = await sent.text();
    expect(html).toContain(en.status.notACode);
    expect(html).not.toContain('hreflang');
    for (const wrong of ['fr', '<b>', 'de,en', '']) {
      const page = await fetch(`${town.url}/?lang=${encodeURIComponent(wrong)}`, {
        headers: { Cookie: `lang=${encodeURIComponent(wrong)}` },
      });
      expect(await page.text()).toContain('<html lang="de">');
      expect(page.headers.get('set-cookie')).toBeNull();
    }
    const elsewhere = await fetch(`${town.url}//evil.example/`, inEnglish);
    expect(await elsewhere.text()).not.toContain('href="//');
  });
});

/** Every text by its path; one that is made of others is asked for an example. */
function sentences(texts: object, path = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(texts)) {
    const here = path === '' ? key : `${path}.${key}`;
    if (typeof value === 'string') found.set(here, value);
    // needs a field; service-forms.test.ts and the form's tests see its sentences
    else if (here === 'fieldError' || isName(here)) continue;
    else if (typeof value === 'function') found.set(here, String(value(2, 3)));
    else for (const [inner, text] of sentences(value, here)) found.set(inner, text);
  }
  return found;
}

/** Authorities and their addresses have one language. */
function isName(path: string): boolean {
  return /\.default(?:Authority|Body)$/.test(path);
}
