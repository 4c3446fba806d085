import { request } from 'node:http';
import { testTown } from '@amtsstube/shared/fixtures/test-town';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestTown, type TestTownServer } from '../start-server-test-town.ts';
import { assetPath } from './citizen-assets.ts';
import { formPath } from './test-browser.ts';

let town: TestTownServer;

beforeAll(async () => {
  town = await startTestTown();
});
afterAll(() => town.close());

/** Bytes on the line, as a browser asks for them: compressed. */
function transferred(path: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request(town.url + path, { headers: { 'Accept-Encoding': 'gzip, br' } }, (response) => {
      let bytes = 0;
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
      });
      response.on('end', () => (response.statusCode === 200 ? resolve(bytes) : reject(new Error(path))));
      response.on('error', reject);
    });
    asked.on('error', reject);
    asked.end();
  });
}

describe('the first view', () => {
  it.each(['/', `/m/${testTown.municipalityId}/`, formPath])(
    '%s takes at most 120 KB on the line: page, styles, scripts and fonts',
    async (path) => {
      const html = await (await fetch(town.url + path)).text();
      const linked = [...html.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, asset]) => asset ?? '');
      expect(linked).toEqual([assetPath('icon.svg'), assetPath('site.css'), assetPath('citizen.js')]);
      const css = await (await fetch(town.url + assetPath('site.css'))).text();
      const fonts = [...css.matchAll(/url\("?(fonts\/[^")]+)"?\)/g)].map(([, font]) => font ?? '');
      expect(fonts).toHaveLength(4);
      // the other two are for letters that no German text has
      const shown = fonts.filter((font) => !font.includes('latin-ext'));
      expect(textOf(html)).not.toMatch(outsideLatin);
      const all = [path, ...linked, assetPath('drafts.js'), ...shown.map(assetPath)];
      const parts: [string, number][] = [];
      for (const each of all) parts.push([each, await transferred(each)]);
      const total = parts.reduce((sum, [, bytes]) => sum + bytes, 0);
      expect(total, JSON.stringify(parts)).toBeLessThanOrEqual(120 * 1024);
    },
  );
});

/** What the latin files of the font have no letter for, as styles/fonts.css says it. */
const outsideLatin = /[\u0100-\u02ba\u1e00-\u1eff]/;

function textOf(html: string): string {
  return html.replaceAll(/<[^>]*>/g, ' ');
}
