import { testTown } from '@amtsstube/shared/fixtures/test-town';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openPostOffice, type PostOffice } from '../mail/test-post-office.ts';
import { startTestTown, type TestTownServer } from '../start-server-test-town.ts';
import { hiddenIn, openPage, send } from './test-browser.ts';
import { de } from './texts/de.ts';

let post: PostOffice;
let town: TestTownServer;

beforeAll(async () => {
  post = await openPostOffice();
  town = await startTestTown({ smtpUrl: post.url }, { citizenLimits: { reports: 1000 } });
});
afterAll(async () => {
  await town.close();
  await post.close();
});

const at = (path: string) => `/m/${testTown.municipalityId}/${path}`;
const page = at('barrierefreiheit');

describe('the legal pages', () => {
  it('are linked at the foot of each page and filled from the municipality’s own data', async () => {
    const { html } = await openPage(town.url, at('status'));
    for (const path of ['impressum', 'datenschutz', 'barrierefreiheit']) {
      expect(html).toContain(`href="${at(path)}"`);
      expect((await openPage(town.url, at(path))).status).toBe(200);
    }
    const imprint = (await openPage(town.url, at('impressum'))).html;
    for (const said of ['Bürgermeisterin Helga Muster', 'Helga Muster, Markt 1', '03900 123-0'])
      expect(imprint).toContain(said);
    const privacy = (await openPage(town.url, at('datenschutz'))).html;
    expect(privacy).toContain('datenschutz@musterland.example');
    expect(privacy).toContain('Landesbeauftragte für den Datenschutz Sachsen-Anhalt');
    const statement = (await openPage(town.url, page)).html;
    expect(statement).toContain('Zuletzt geprüft am 24.11.2026');
    expect(statement).toContain('Ombudsstelle');
    expect((await openPage(town.url, '/m/nirgends/impressum')).status).toBe(404);
  });
});

describe('the report of a barrier', () => {
  let id = '';
  let before = 0;
  const report = (fields: Record<string, string>) => send(town.url, page, { id, ...fields });
  const arrived = () => post.received.slice(before);

  beforeEach(async () => {
    id = hiddenIn((await openPage(town.url, page)).html)['id'] ?? '';
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
    before = post.received.length;
  });

  it('is mailed to the municipality, as text and HTML with its name, with what was said and nothing run', async () => {
    const what = 'Auf „Stand eines Antrags“ liest mein Programm\n<script>alert(1)</script> nichts vor.';
    const sent = await report({ what, replyTo: 'k.weiss@example.org' });
    expect([sent.status, sent.html.includes(de.accessibility.sentTitle)]).toEqual([200, true]);
    const [mail] = arrived();
    expect([mail?.to].flat()[0]?.text).toBe('rathaus@musterstadt.example');
    expect(mail?.from?.text).toBe('"Musterstadt (Altmark)" <rathaus@musterstadt.example>');
    expect(mail?.text).toContain('<script>alert(1)</script> nichts vor.');
    expect(mail?.html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(mail?.text).toContain('k.weiss@example.org');
  });

  it('can be sent again, also at once, and is one mail', async () => {
    const fields = { what: 'Der Knopf ist zu klein.', replyTo: '' };
    const both = await Promise.all([report(fields), report(fields)]);
    const third = await report(fields);
    expect([...both, third].map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(arrived()).toHaveLength(1);
  });

  it('stays on the page while the mail server refuses it, and goes when it is sent again', async () => {
    post.refuse(451);
    const fields = { what: 'Das Bild hat keinen Text.', replyTo: '' };
    const refused = await report(fields);
    expect([refused.status, refused.html.includes(de.accessibility.notSentTitle)]).toEqual([503, true]);
    expect(refused.html).toContain('Das Bild hat keinen Text.');
    expect(hiddenIn(refused.html)['id']).toBe(id);
    expect(arrived()).toHaveLength(0);
    expect((await report(fields)).status).toBe(200);
    expect(arrived()).toHaveLength(1);
  });

  it.each([
    ['nothing', { what: '  ', replyTo: '' }, de.accessibility.nothingSaid],
    ['too much', { what: 'x'.repeat(4001), replyTo: '' }, de.accessibility.tooLong],
    ['half an address', { what: 'Text', replyTo: 'weiss@' }, de.accessibility.notAnAddress],
    ['a program’s', { what: 'Text', replyTo: '', _website: 'http://spam.example' }, de.notices.trapped.title],
  ])('with %s is not sent, and says what to do', async (_, fields, says) => {
    const refused = await report(fields);
    expect([refused.status, refused.html.includes(says)]).toEqual([422, true]);
    expect(arrived()).toHaveLength(0);
  });
});
