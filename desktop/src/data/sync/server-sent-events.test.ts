import { describe, expect, it } from 'vitest';
import { readEvents } from './server-sent-events.ts';

/** What is heard of a stream that arrives in exactly these chunks, and how many signs of life there were. */
async function heardOf(chunks: readonly (string | readonly number[])[]) {
  const utf8 = new TextEncoder();
  const heard: string[] = [];
  let alive = 0;
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      for (const chunk of chunks) {
        controller.enqueue(typeof chunk === 'string' ? utf8.encode(chunk) : Uint8Array.from(chunk));
      }
      controller.close();
    },
  });
  await readEvents(
    body,
    () => {
      alive += 1;
    },
    (data) => heard.push(data),
  );
  return { heard, alive };
}

describe('a stream of events', () => {
  it.each<[string, readonly (string | readonly number[])[], readonly string[]]>([
    ['two events in one chunk', ['data: a\n\ndata: b\n\n'], ['a', 'b']],
    ['one event in many chunks', ['da', 'ta', ': a', '\n', '\ndata: b\n\n'], ['a', 'b']],
    ['a name before the data', ['event: hint\ndata: a\n\n'], ['a']],
    ['data on two lines', ['data: a\ndata: b\n\n'], ['a\nb']],
    ['no blank behind the colon', ['data:a\n\n'], ['a']],
    ['comments', [': \n\n', ': \n\ndata: a\n\n'], ['a']],
    ['CRLF', ['data: a\r\n\r\ndata: b\r\n\r\n'], ['a', 'b']],
    ['CRLF cut between the two', ['data: a\r', '\n\r', '\ndata: b\r\n\r\n'], ['a', 'b']],
    ['a letter cut in two', ['data: ', [0xc3], [0xa4], '\n\n'], ['ä']],
    ['the line drops within an event', ['data: a\n\ndata: b\n'], ['a']],
  ])('%s', async (_what, chunks, heard) => {
    expect(await heardOf(chunks)).toEqual({ heard, alive: chunks.length });
  });
});
