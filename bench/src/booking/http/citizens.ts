import { Agent } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { actionIn, timesIn } from '@amtsstube/sync-server/citizen/appointments/test-booking';
import { hiddenIn, ticketIn } from '@amtsstube/sync-server/citizen/test-browser';
import { type Answer, askServer } from '../../common/ask-server.ts';

/** What a process of citizens saw. */
export interface Raced {
  /** Of each, from her first look until she knows, in milliseconds. */
  readonly citizenMs: readonly number[];
  /** Addresses of those who were told that their booking is there. */
  readonly acknowledged: readonly string[];
  /** Somebody was first. */
  readonly refused: number;
  /** Requests made again because the server was gone. */
  readonly repeated: number;
}

// a process of its own, so that the load doesn't take the server's time: URL TOWN DAY COUNT FIRST
const [url = '', town = '', day = '', count = '0', first = '0'] = process.argv.slice(2);
const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY });
const home = `/m/${town}/appointments`;
const longestWaitMs = 60_000;
const acknowledged: string[] = [];
let refused = 0;
let repeated = 0;

const citizenMs = await Promise.all(
  Array.from({ length: Number(count) }, (_, index) => citizen(Number(first) + index)),
);
const raced: Raced = { citizenMs, acknowledged, refused, repeated };
process.stdout.write(`${JSON.stringify(raced)}\n`);
process.exit();

/** Looks at what is free, takes a time, fills in the form; looks again where somebody was first. */
async function citizen(number: number): Promise<number> {
  const startedAt = performance.now();
  const address = `10.${number >> 8}.${number & 255}.7`;
  const email = `citizen-${number}@example.org`;
  let cookie = '';
  for (let attempt = 0; ; attempt += 1) {
    const page = await ask('GET', `${home}/times?leistung=service-1&tag=${day}`, address, cookie);
    if (page.status !== 200) throw new Error(`times: status ${page.status}`);
    cookie ||= page.cookie;
    const free = timesIn({ html: page.body });
    const time = free[(number * 7 + attempt) % free.length];
    if (time === undefined) return performance.now() - startedAt;
    const hold = /action="([^"]+\/hold[^"]*)"/.exec(page.body)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const held = await ask('POST', hold, address, cookie, { _ticket: ticketIn(page.body), time });
    cookie = held.cookie || cookie;
    if (held.status === 303) {
      const form = await ask('GET', held.location, address, cookie);
      const typed = { name: `Bürgerin ${number}`, email, phone: '', remark: '' };
      const fields = { ...hiddenIn(form.body), ...typed };
      const sent = await ask('POST', actionIn({ html: form.body }), address, cookie, fields);
      if (sent.status === 303) {
        acknowledged.push(email);
        return performance.now() - startedAt;
      }
    }
    refused += 1;
  }
}

/** Once more, the same, for as long as the server is gone: as a person who presses the button again. */
async function ask(
  method: 'GET' | 'POST',
  path: string,
  address: string,
  cookie: string,
  fields?: Readonly<Record<string, string>>,
): Promise<Answer> {
  for (const until = performance.now() + longestWaitMs; ; ) {
    try {
      const answer = await askServer({ method, url: url + path, agent, address, cookie, fields });
      if (answer.status !== 503) return answer;
    } catch (error) {
      if (performance.now() > until) throw error;
    }
    repeated += 1;
    await pause(100);
  }
}
