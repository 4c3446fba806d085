import { opId, type TrackingCode } from '@amtsstube/shared/domain/ids';
import { validDogAnswers } from '@amtsstube/shared/fixtures/builders';
import { neighbourTowns } from '@amtsstube/shared/fixtures/neighbour-towns';
import { annaBerger, testTown } from '@amtsstube/shared/fixtures/test-town';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actorOf } from '../execute/actor-of.ts';
import { executeServerOperation } from '../execute/execute.ts';
import { setUpNeighbourTowns, startTestTown, type TestTownServer } from '../start-server-test-town.ts';
import { asTyped, formPath, openPage, send, ticketIn } from './test-browser.ts';
import { trackedCase } from './tracked-case.ts';

let town: TestTownServer;
let ticket: string;
let question: string;
let answerTicket: string;
const seed = Number(process.env['FUZZ_SEED'] ?? Date.now() % 2 ** 31);
const many = 1_000_000;

beforeAll(async () => {
  const citizenLimits = {
    lookUps: many,
    pages: many,
    submissions: many,
    links: many,
    linksToOne: many,
    files: many,
  };
  town = await startTestTown({}, { citizenLimits });
  await setUpNeighbourTowns(town.core);
  ticket = ticketIn((await openPage(town.url, formPath)).html);
  question = await askedQuestion();
});
afterAll(() => town.close());

/** A question of the town hall's to whoever applied; the path of its page. */
async function askedQuestion(): Promise<string> {
  const sent = await send(town.url, formPath, { ...asTyped(validDogAnswers()), _ticket: ticket });
  const receipt = await openPage(town.url, sent.headers.get('location') ?? '');
  const code = /class="tracking-code">([^<]+)</.exec(receipt.html)?.[1] as TrackingCode;
  const found = await trackedCase(town.core.store, testTown.municipalityId, code);
  const payload = {
    caseId: found?.caseRecord.id,
    questionId: 'q-1',
    text: 'Warum?',
    documents: [],
    answerBy: '2099-12-11',
  };
  const operation = { opId: opId.parse('ask'), deviceId: null, kind: 'askApplicant', v: 1, payload };
  await executeServerOperation(
    town.core,
    testTown.municipalityId,
    { ...operation, at: town.core.now() },
    actorOf(annaBerger),
  );
  const path = `/m/${testTown.municipalityId}/status/${code}/questions/q-1`;
  answerTicket = ticketIn((await openPage(town.url, `${path}/form`)).html);
  expect(answerTicket).not.toBe('');
  return path;
}

const wild = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(
    '..',
    '%00',
    '__proto__',
    'constructor',
    '[object Object]',
    '-1',
    '1e9',
    'NaN',
    '\u202e',
    '\0',
  ),
  fc.string({ minLength: 3000, maxLength: 9000 }),
);
const idPart = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom(testTown.municipalityId, ...neighbourTowns.map((each) => each.municipalityId)),
  },
  { weight: 1, arbitrary: wild },
);
const servicePart = fc.oneof(
  fc.constantFrom(testTown.serviceId, 'ferienbetreuung-anmelden', 'wasseranschluss-beantragen'),
  wild,
);
const segment = (text: string) => encodeURIComponent(text.toWellFormed());

/** Every route of the citizens' pages, with right, foreign and senseless ids. */
const path = fc.tuple(idPart, servicePart, wild, fc.nat(26)).map(([municipality, service, rest, route]) => {
  const home = `/m/${segment(municipality)}`;
  const paths = [
    `/?suche=${segment(rest)}`,
    `${home}/?suche=${segment(rest)}`,
    `${home}/services/${segment(service)}`,
    `${home}/services/${segment(service)}/form?schrittweise=${segment(rest)}`,
    `${home}/services/${segment(service)}/form`,
    `${home}/services/${segment(service)}/later`,
    `${home}/drafts/${segment(rest)}`,
    `${home}/receipts/${segment(rest)}`,
    `${home}/status/${segment(rest)}`,
    `${home}/status`,
    `${home}/services/${segment(service)}/uploads`,
    `${home}/services/${segment(service)}/uploads/${segment(rest)}`,
    `${home}/services/${segment(service)}/uploads/${'a'.repeat(64)}`,
    `${home}/services/${segment(service)}/files`,
    `${home}/impressum?lang=${segment(rest)}`,
    `${home}/datenschutz`,
    `${home}/barrierefreiheit`,
    `${home}/barrierefreiheit?lang=en`,
    `/einladung/${segment(rest)}`,
    `/assets/${segment(service)}/${segment(rest)}`,
    `/assets/x/fonts/${segment(rest)}`,
    '/robots.txt',
    `/m/${segment(rest)}`,
    `${question}/form`,
    `${question}/uploads/${segment(rest)}`,
    `${question}/files`,
    `${home}/status/ABCDE-FGHJK-MNPQR/questions/${segment(rest)}/form?sent=${segment(service)}&more`,
  ];
  return paths[route] ?? '/';
});
const name = fc.oneof(
  fc.constantFrom(
    '_to',
    '_section',
    '_return',
    '_add',
    '_remove',
    '_edit',
    '_address',
    '_upload',
    '_removeFile',
    'sitePlan',
    'sitePlan.0.hash',
    'sitePlan.0.bytes',
    'answer',
    'files',
    'files.0.hash',
    'files.9.bytes',
    'field',
    'hash',
    'name',
    'code',
    'children',
    'children.0.child.bornOn',
    'firstName',
    'bornOn',
    'days.monday',
    'what',
    'replyTo',
    'id',
    'password',
  ),
  fc
    .array(fc.constantFrom('a', '0', '__proto__'), { minLength: 1, maxLength: 400 })
    .map((deep) => deep.join('.')),
  wild,
);
const value = fc.oneof(
  fc.constantFrom(
    'next',
    'back',
    'review',
    'later',
    'all',
    'change.99',
    '99',
    'children',
    'children.-1',
    'sitePlan',
    'sitePlan.0',
    'f'.repeat(64),
  ),
  wild,
);
const body = fc.oneof(
  fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes)),
  fc
    .tuple(fc.nat(2), fc.array(fc.tuple(name, value), { maxLength: 12 }))
    .map(([whose, pairs]) =>
      Buffer.from(
        [...(whose > 0 ? [['_ticket', whose === 1 ? ticket : answerTicket] as const] : []), ...pairs]
          .map(([left, right]) => `${segment(left)}=${segment(right)}`)
          .join('&'),
      ),
    ),
);
/** Parts as a browser makes them, broken off or with others inside in between. */
const multipart = fc
  .tuple(fc.boolean(), fc.array(fc.tuple(name, value, fc.boolean()), { maxLength: 8 }), fc.nat(3))
  .map(([hasTicket, parts, cut]) => {
    const all = [...(hasTicket ? [['_ticket', ticket, false] as const] : []), ...parts].map(
      ([left, right, isFile]) =>
        `--x\r\nContent-Disposition: form-data; name="${left.toWellFormed()}"${
          isFile ? `; filename="${right.slice(0, 40).toWellFormed()}"\r\nContent-Type: application/pdf` : ''
        }\r\n\r\n${right.toWellFormed()}\r\n`,
    );
    const whole = Buffer.from(`${all.join('')}--x--\r\n`);
    return whole.subarray(0, whole.length - cut * 7);
  });
const method = fc.constantFrom('GET', 'POST', 'POST', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD');
const type = fc.constantFrom(
  'application/x-www-form-urlencoded',
  'application/x-www-form-urlencoded',
  'application/json',
  'multipart/form-data; boundary=x',
  'multipart/form-data',
  'application/offset+octet-stream',
  'text/plain',
);

const typeAndBody = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(type, body) },
  { weight: 1, arbitrary: fc.tuple(fc.constant('multipart/form-data; boundary=x'), multipart) },
);
const number = fc.oneof(fc.constantFrom('0', '1', '26214401', '-1', '1e9', 'x'), fc.nat().map(String));
/** Of a tus client gone mad; the ticket is the form's own, another's, or none. */
const tusHeaders = fc
  .tuple(fc.constantFrom('1.0.0', '2', ''), fc.nat(3), number, number, fc.string({ maxLength: 30 }))
  .map(([version, whose, length, offset, metadata]) => ({
    'Tus-Resumable': version,
    'Amtsstube-Ticket': [ticket, 'x'.repeat(60), '', answerTicket][whose] ?? '',
    'Upload-Length': length,
    'Upload-Offset': offset,
    'Accept-Language': 'en;q=1e9, de;q=-1, *;q=x',
    Cookie: `lang=${encodeURIComponent(metadata.toWellFormed())}; lang; =; ${'x'.repeat(50)}=en`,
    'Upload-Metadata': `hash ${btoa(metadata.length % 2 === 0 ? 'b'.repeat(64) : encodeURIComponent(metadata.toWellFormed()))}`,
  }));

describe('whatever is sent to the citizens’ pages', () => {
  it(`is answered by a page, never by a failure or a stack (FUZZ_SEED=${seed})`, async () => {
    await fc.assert(
      fc.asyncProperty(path, method, typeAndBody, tusHeaders, async (to, how, [contentType, sent], tus) => {
        const hasBody = how !== 'GET' && how !== 'HEAD';
        const response = await fetch(town.url + to, {
          method: how,
          redirect: 'manual',
          ...(hasBody && { body: new Uint8Array(sent), headers: { 'Content-Type': contentType, ...tus } }),
          ...(!hasBody && { headers: tus }),
        });
        const text = await response.text();
        // no SMTP server is set here: that a link or a report of a barrier can't be mailed are the honest 503
        const isUnsent = response.status === 503 && /\/(?:later|barrierefreiheit(?:\?lang=en)?)$/.test(to);
        expect(response.status < 500 || isUnsent, `${how} ${to} → ${response.status}`).toBe(true);
        expect(text).not.toMatch(/\n\s+at .+:\d+:\d+|node_modules|\.ts:\d/);
      }),
      // what failed is said at once: to look for its shortest form takes longer than anybody waits
      { seed, numRuns: 400, endOnFailure: true },
    );
  }, 120_000);
});
