import { request } from 'node:http';
import { testTown } from '@amtsstube/shared/fixtures/test-town';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestTown, type TestTownServer } from '../start-server-test-town.ts';
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
  // KERN's fonts come on top, 129 and 140 KB: whole families of alphabets, to be cut down to Latin
  it.each(['/', `/m/${testTown.municipalityId}/`, formPath])(
    '%s can be read after at most 60 KB on the line: page, styles and scripts, without fonts',
    async (path) => {
      const html = await (await fetch(town.url + path)).text();
      const linked = [...html.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, asset]) => asset ?? '');
      expect(linked.length).toBeGreaterThan(3);
      const parts: [string, number][] = [];
      for (const each of [path, ...linked, '/assets/drafts.js']) parts.push([each, await transferred(each)]);
      const total = parts.reduce((sum, [, bytes]) => sum + bytes, 0);
      expect(total, JSON.stringify(parts)).toBeLessThanOrEqual(60 * 1024);
    },
  );
});
