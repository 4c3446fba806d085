import { Agent } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { encodePage } from '@amtsstube/shared/domain/forms/page-encoding';
import { between, seededRandom } from '@amtsstube/shared/fixtures/random';
import { sampleApplications } from '@amtsstube/shared/fixtures/sample-applications';
import { testTown } from '@amtsstube/shared/fixtures/test-town';
import { dogTaxForm } from '@amtsstube/shared/services/order/dog-tax-form';
import { type Answer, askServer } from '../common/ask-server.ts';

/** What a process of citizens saw; times in milliseconds, from asking to the last byte. */
export interface Seen {
  readonly pages: readonly number[];
  readonly sends: readonly number[];
  /** A route of the same server that does nothing, asked meanwhile. */
  readonly noOp: readonly number[];
  readonly received: number;
  readonly errors: readonly string[];
}

// a process of its own, so that the load doesn't take the server's time: URL FIRST COUNT THINK_MS
const [url = '', first = '0', count = '0', think = '0'] = process.argv.slice(2);
const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY });
const service = `/m/${testTown.municipalityId}/services/${testTown.serviceId}`;
const pages: number[] = [];
const sends: number[] = [];
const noOp: number[] = [];
const errors: string[] = [];
let received = 0;

const answers = sampleApplications(Number(first) + Number(count), 17).slice(Number(first));
const all = Promise.all(answers.map((each, index) => citizen(Number(first) + index, each)));
let isDone = false;
void all.finally(() => {
  isDone = true;
});
while (!isDone) {
  await ask(noOp, 'GET', '/health', '10.255.0.1');
  await setTimeout(100);
}
await all;
const seen: Seen = { pages, sends, noOp, received, errors };
process.stdout.write(`${JSON.stringify(seen)}\n`);
process.exit();

/** From the service to the receipt, thinking between the pages as people do. */
async function citizen(number: number, given: (typeof answers)[number]): Promise<void> {
  const random = seededRandom(1000 + number);
  const address = `10.${number >> 8}.${number & 255}.7`;
  const pause = () => setTimeout(between(random, 0, Number(think)));
  try {
    await pause();
    await expectStatus(200, ask(pages, 'GET', service, address));
    await pause();
    const form = await expectStatus(200, ask(pages, 'GET', `${service}/form`, address));
    const ticket = /name="_ticket" value="([^"]+)"/.exec(form.body)?.[1] ?? '';
    await pause();
    const typed = { ...Object.fromEntries(encodePage(dogTaxForm, given)), _ticket: ticket };
    const review = await expectStatus(
      200,
      ask(pages, 'POST', `${service}/form`, address, { ...typed, _to: 'review' }),
    );
    const sealed = /name="_ticket" value="([^"]+)"/.exec(review.body)?.[1] ?? '';
    await pause();
    const sent = await expectStatus(
      303,
      ask(sends, 'POST', `${service}/form`, address, { ...typed, _ticket: sealed }),
    );
    await expectStatus(200, ask(pages, 'GET', sent.location, address));
    received += 1;
  } catch (error) {
    errors.push(error instanceof Error ? error.message : String(error));
  }
}

async function expectStatus(status: number, answer: Promise<Answer>): Promise<Answer> {
  const got = await answer;
  if (got.status !== status) throw new Error(`status ${got.status} instead of ${status}`);
  return got;
}

async function ask(
  into: number[],
  method: 'GET' | 'POST',
  path: string,
  address: string,
  fields?: Readonly<Record<string, string>>,
): Promise<Answer> {
  const started = performance.now();
  const answer = await askServer({ method, url: url + path, agent, address, fields });
  into.push(performance.now() - started);
  return answer;
}
