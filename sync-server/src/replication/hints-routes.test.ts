import { type Hint, hint } from '@amtsstube/shared/replication/messages';
import { afterEach, describe, expect, it } from 'vitest';
import { startTestTown, type TestTownServer } from '../start-server-test-town.ts';
import { handOverOf, post, postJson, tokenOf, townPath } from './test-desk.ts';

let town: TestTownServer | undefined;
afterEach(async () => {
  await town?.close();
  town = undefined;
});

async function listen(server: TestTownServer, token: string) {
  const headers = { Authorization: `Bearer ${token}`, 'Accept-Encoding': 'gzip, br' };
  const response = await fetch(`${server.url}${townPath}/hints`, { headers });
  expect(response.headers.get('content-type')).toContain('text/event-stream');
  expect(response.headers.get('content-encoding')).toBeNull();
  // a proxy that kept one would tell a desk yesterday's news
  expect(response.headers.get('cache-control')).toContain('no-store');
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  return {
    /** Reads until a block that `is` wanted; undefined at the end of the stream. */
    next: async (is: (block: string) => boolean): Promise<string | undefined> => {
      for (;;) {
        const end = text.indexOf('\n\n');
        if (end >= 0) {
          const block = text.slice(0, end);
          text = text.slice(end + 2);
          if (is(block)) return block;
          continue;
        }
        const read = await reader?.read();
        if (!read || read.done) return undefined;
        text += read.value;
      }
    },
  };
}

const isHint = (block: string) => block.startsWith('event: hint\ndata: ');
const hintIn = (block: string | undefined): Hint =>
  hint.parse(JSON.parse(block?.split('data: ')[1] ?? 'null'));

describe('hints', () => {
  it('the first says where the server is, the next comes with each commit', async () => {
    town = await startTestTown();
    const token = await tokenOf(town, 0);
    const stream = await listen(town, token);
    const first = hintIn(await stream.next(isHint));
    expect(first.collections).toContain('cases');
    await postJson(town.url, `${townPath}/operations`, handOverOf('d-1'), token);
    expect(hintIn(await stream.next(isHint)).seq).toBe(first.seq + 1);
  });

  it('a heartbeat keeps the line open, and ends the stream of who has signed out', async () => {
    town = await startTestTown({}, { heartbeatMs: 20 });
    const token = await tokenOf(town, 0);
    const stream = await listen(town, token);
    expect(await stream.next((block) => block.startsWith(':'))).toBeDefined();
    await post(town.url, '/api/sign-out', '', token);
    expect(await stream.next(() => false)).toBeUndefined();
  });

  it('a stop of the server ends open streams', async () => {
    const stopping = await startTestTown();
    const stream = await listen(stopping, await tokenOf(stopping, 0));
    await stream.next(isHint);
    await stopping.close();
    expect(await stream.next(() => false)).toBeUndefined();
  });
});
