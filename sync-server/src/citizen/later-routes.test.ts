import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { instantOf } from '@amtsstube/shared/domain/time';
import { validDogAnswers } from '@amtsstube/shared/fixtures/builders';
import { testTown } from '@amtsstube/shared/fixtures/test-town';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openPostOffice, type PostOffice } from '../mail/test-post-office.ts';
import { startTestTown, type TestTownServer } from '../start-server-test-town.ts';
import { asTyped, formPath, hiddenIn, openPage, send, shownIn, ticketIn } from './test-browser.ts';

let office: PostOffice;
let town: TestTownServer;
let clock = Date.parse('2026-11-23T08:00:00Z');
const day = 24 * 60 * 60 * 1000;
const laterPath = formPath.replace(/form$/, 'later');
const to = 'erika.mustermann@example.org';

beforeAll(async () => {
  office = await openPostOffice();
  town = await startTestTown(
    { smtpUrl: office.url },
    { now: () => instantOf(clock), citizenLimits: { links: 1000, linksToOne: 100 } },
  );
});
afterAll(async () => {
  await town.close();
  await office.close();
});
afterEach(() => office.refuse());

const typed = { ...asTyped(validDogAnswers()), dogName: 'Räuber Hotzenplotz', chip: '' };

/** Leaves off and gives back the path of the link that came by mail. */
async function leftOff(ticket?: string): Promise<string> {
  const sealed = ticket ?? ticketIn((await openPage(town.url, formPath)).html);
  const asked = await send(town.url, formPath, { ...typed, _ticket: sealed, _to: 'later' });
  expect(asked.html).toContain('Später weitermachen');
  const before = links().length;
  const sent = await send(town.url, laterPath, { ...hiddenIn(asked.html), _address: to });
  expect(sent.status).toBe(200);
  expect(sent.html).toContain('Der Link gilt bis zum ');
  expect(links().length).toBe(before + 1);
  return pathIn(links().at(-1)?.text ?? '');
}

/** The links mailed so far; confirmations of what was sent arrive when they like. */
function links() {
  return office.received.filter(({ subject }) => subject?.startsWith('Ihr Entwurf: '));
}

function pathIn(text: string): string {
  return /http:\/\/[^/\s]+(\/m\/\S+)/.exec(text)?.[1] ?? '';
}

describe('„Später weitermachen“', () => {
  it('mails a link with its last day; it opens all that was typed, and sent it is one application and gone', async () => {
    const ticket = ticketIn((await openPage(town.url, formPath)).html);
    const path = await leftOff(ticket);
    const mail = links().at(-1);
    expect(mail?.subject).toBe('Ihr Entwurf: Hundesteuer anmelden');
    expect(mail?.from?.text).toContain('Musterstadt (Altmark)');
    for (const body of [mail?.text, mail?.html]) {
      expect(body).toContain('23.12.2026');
      expect(body).toContain('Musterstadt (Altmark)');
      expect(body).not.toContain('Hotzenplotz');
    }

    clock += 29 * day;
    const opened = await openPage(town.url, path);
    expect(opened.status).toBe(200);
    expect(shownIn(opened.html, 'dogName')).toBe('Räuber Hotzenplotz');
    expect(opened.html).toContain('Der Link gilt bis zum 23.12.2026');
    const sent = await send(town.url, formPath, {
      ...typed,
      chip: '276098100000123',
      _ticket: ticketIn(opened.html),
    });
    expect(sent.status).toBe(303);
    expect((await openPage(town.url, path)).status).toBe(404);
    // the page that was left open on the other device is the same application
    const again = await send(town.url, formPath, { ...typed, chip: '276098100000123', _ticket: ticket });
    expect(again.status).toBe(303);
  });

  it('is over after thirty days', async () => {
    const path = await leftOff();
    clock += 30 * day;
    const late = await openPage(town.url, path);
    expect(late.status).toBe(404);
    expect(late.html).toContain('Diesen Entwurf gibt es nicht mehr');
  });

  it('left off twice: the newer link opens, the older one is over; deleted, neither does', async () => {
    const ticket = ticketIn((await openPage(town.url, formPath)).html);
    const [older, newer] = [await leftOff(ticket), await leftOff(ticket)];
    expect((await openPage(town.url, older)).status).toBe(404);
    expect((await openPage(town.url, newer)).status).toBe(200);
    expect((await send(town.url, newer, {})).html).toContain('Der Entwurf ist gelöscht');
    expect((await openPage(town.url, newer)).status).toBe(404);
    expect((await send(town.url, newer, {})).status).toBe(404);
  });

  it('two drafts are two links, each with its own text', async () => {
    const first = await leftOff();
    const ticket = ticketIn((await openPage(town.url, formPath)).html);
    const asked = await send(town.url, formPath, {
      ...typed,
      dogName: 'Waldi',
      _ticket: ticket,
      _to: 'later',
    });
    await send(town.url, laterPath, { ...hiddenIn(asked.html), _address: to });
    const second = pathIn(links().at(-1)?.text ?? '');
    expect(shownIn((await openPage(town.url, first)).html, 'dogName')).toBe('Räuber Hotzenplotz');
    expect(shownIn((await openPage(town.url, second)).html, 'dogName')).toBe('Waldi');
  });

  it('nobody reads a draft without its link: no word of it stands in the database', async () => {
    await leftOff();
    const files = ['drafts.sqlite', 'drafts.sqlite-wal'].map((name) => join(town.dataDirectory, name));
    const bytes = Buffer.concat(
      await Promise.all(files.map((file) => readFile(file).catch(() => Buffer.of()))),
    );
    expect(bytes.length).toBeGreaterThan(1000);
    for (const text of ['Hotzenplotz', 'Mustermann', 'mustermann', 'dogName'])
      expect(bytes.includes(text), text).toBe(false);
  });

  it.each(['', 'erika', 'a@b', `${'x'.repeat(300)}@example.org`, 'a@example.org, b@example.org'])(
    'no mail to „%s“: says so beside the field and keeps what was typed',
    async (address) => {
      const before = links().length;
      const ticket = ticketIn((await openPage(town.url, formPath)).html);
      const answer = await send(town.url, laterPath, { ...typed, _ticket: ticket, _address: address });
      expect(answer.status).toBe(422);
      expect(answer.html).toContain('Bitte eine vollständige E-Mail-Adresse angeben');
      expect(hiddenIn(answer.html)['dogName']).toBe('Räuber Hotzenplotz');
      expect(links().length).toBe(before);
    },
  );

  it('a mail server that refuses: nothing is promised, nothing kept, nothing lost', async () => {
    office.refuse(550);
    const ticket = ticketIn((await openPage(town.url, formPath)).html);
    const answer = await send(town.url, laterPath, { ...typed, _ticket: ticket, _address: to });
    expect(answer.status).toBe(503);
    expect(answer.html).toContain('konnte gerade nicht verschickt werden');
    expect(hiddenIn(answer.html)['dogName']).toBe('Räuber Hotzenplotz');
    expect((await send(town.url, laterPath, { ...hiddenIn(answer.html), _address: to })).status).toBe(200);
  });

  it.each(['x', '..%2f..', 'A'.repeat(5000)])('a made-up link (%#) opens nothing', async (token) => {
    expect((await openPage(town.url, `/m/${testTown.municipalityId}/drafts/${token}`)).status).toBe(404);
  });

  it('the town’s mail server is not to be used against one address', async () => {
    const few = await startTestTown({ smtpUrl: office.url }, { citizenLimits: { linksToOne: 2 } });
    try {
      const statuses: number[] = [];
      for (const address of [to, to.toUpperCase(), to, 'other@example.org']) {
        const ticket = ticketIn((await openPage(few.url, formPath)).html);
        statuses.push(
          (await send(few.url, laterPath, { ...typed, _ticket: ticket, _address: address })).status,
        );
      }
      expect(statuses).toEqual([200, 200, 429, 200]);
    } finally {
      await few.close();
    }
  });
});
