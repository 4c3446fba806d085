import type { Answers } from '@amtsstube/shared/domain/form';
import { fieldsOf } from '@amtsstube/shared/domain/form-interpreter';
import { encodePage } from '@amtsstube/shared/domain/forms/page-encoding';
import { completeAnswers } from '@amtsstube/shared/fixtures/complete-answers';
import { testTown } from '@amtsstube/shared/fixtures/test-town';
import { catalogueServices } from '@amtsstube/shared/services/catalogue';
import { holidayCare } from '@amtsstube/shared/services/education/holiday-care';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestTown, type TestTownServer } from '../start-server-test-town.ts';
import { openPage, send, shownIn, ticketIn } from './test-browser.ts';

let town: TestTownServer;

beforeAll(async () => {
  town = await startTestTown({}, { citizenLimits: { lookUps: 1000, submissions: 1000, pages: 10_000 } });
});
afterAll(() => town.close());

const townPath = `/m/${testTown.municipalityId}`;
const formOf = (id: string) => `${townPath}/services/${id}/form`;
const ticketOf = async (id: string) => ticketIn((await openPage(town.url, formOf(id))).html);

/** Where the list of errors leads; each place is there, with a sentence beside it. */
function saidBeside(html: string, id: string): readonly string[] {
  const targets = [...html.matchAll(/href="#(field-[^"]+)"/g)].map(([, target]) => String(target));
  for (const target of targets) expect(html, `${id} ${target}`).toContain(` id="${target}"`);
  expect([...html.matchAll(/class="kern-error"/g)].length, id).toBe(targets.length);
  return targets;
}

describe('every service of the town', () => {
  it.each(catalogueServices.map((each) => [each.id, each] as const))(
    '%s: from its page to the receipt, with all that was sent',
    async (id, template) => {
      const about = await openPage(town.url, `${townPath}/services/${id}`);
      for (const text of [template.description.duration, template.description.fee.says])
        expect(about.html).toContain(text);
      expect(about.html).toContain(template.serviceKey ?? 'kein Schlüssel bekannt');
      expect(about.html.includes('Darüber entscheidet der Landkreis')).toBe(
        template.description.responsibleBody.kind === 'district',
      );

      // files are a matter of their own: uploads/upload-forms.whole.test.ts
      const answers = withoutUploads(template.form, completeAnswers(template.form, 7));
      const inputs = Object.fromEntries(encodePage(template.form, answers));
      const again = await send(town.url, formOf(id), { ...inputs, _edit: '1' });
      const names = new Set([...again.html.matchAll(/ name="([^"]+)"/g)].map(([, name]) => name));
      for (const name of Object.keys(inputs)) expect(names, name).toContain(name);

      const sent = await send(town.url, formOf(id), { ...inputs, _ticket: ticketIn(again.html) });
      expect(sent.status).toBe(303);
      const receipt = await openPage(town.url, sent.headers.get('location') ?? '');
      expect(receipt.html).toContain(`${template.referencePrefix}-20`);
      expect(receipt.html).toContain('Ihre Angaben');
      expect(receipt.html).toContain('erika.mustermann@example.org');
    },
  );

  it('each error has its sentence beside a field that is there, also in an empty form', async () => {
    for (const { id } of catalogueServices) {
      const empty = await send(town.url, formOf(id), { _ticket: await ticketOf(id) });
      expect(empty.status).toBe(422);
      expect(saidBeside(empty.html, id).length).toBeGreaterThan(5);
    }
  });

  it.each([
    ['more than any field takes', 'x'.repeat(4100)],
    ['no date, no number, no address', 'weder noch'],
    ['a day that never was', '31.02.2026'],
    ['less than nothing', '-1'],
    ['more than anybody has', '9'.repeat(40)],
    ['what no keyboard types', '\u0001\u202e\ufffe'],
    ['a program', '<img src=x onerror=alert(1)>"\''],
  ])(
    'each field of each form filled with %s: said beside it, and what was typed stays, as text',
    async (_, wrong) => {
      for (const { id, form } of catalogueServices) {
        const answers = withoutUploads(form, completeAnswers(form, 7));
        const typed = [...encodePage(form, answers)].map(([name]) => [name, wrong] as const);
        const answer = await send(town.url, formOf(id), {
          ...Object.fromEntries(typed),
          _ticket: await ticketOf(id),
        });
        expect(answer.status, id).toBe(422);
        expect(saidBeside(answer.html, id), id).not.toEqual([]);
        expect(answer.html).not.toContain('<img src=x');
        if (wrong === 'weder noch') expect(answer.html).toContain('value="weder noch"');
      }
    },
  );
});

describe('a repeated group', () => {
  const path = formOf(holidayCare.id);
  const first = { 'children.0.child.firstName': 'Mia', 'children.0.childSchool': 'Grundschule Nord' };
  const second = { 'children.1.child.firstName': 'Ben', 'children.1.canSwim': 'yes' };

  it('gets one more, and loses one, without a script; what was typed and the ticket stay', async () => {
    const ticket = await ticketOf(holidayCare.id);
    const two = await send(town.url, path, {
      ...first,
      children: '1',
      phone: '12',
      _ticket: ticket,
      _add: 'children',
    });
    expect(two.status).toBe(200);
    expect(two.html).toContain('Kind 2');
    expect(two.html).not.toContain('kern-error');
    expect(shownIn(two.html, 'children.0.childSchool')).toBe('Grundschule Nord');
    expect(shownIn(two.html, 'phone')).toBe('12');
    const one = await send(town.url, path, {
      ...first,
      ...second,
      children: '2',
      _ticket: ticketIn(two.html),
      _remove: 'children.0',
    });
    expect(one.html).not.toContain('Kind 2');
    expect(shownIn(one.html, 'children.0.child.firstName')).toBe('Ben');
    expect(one.html).toContain('value="yes" checked');
    expect(one.html).not.toContain('Grundschule Nord');

    const answers = withoutUploads(holidayCare.form, completeAnswers(holidayCare.form, 3));
    const inputs = Object.fromEntries(encodePage(holidayCare.form, answers));
    const sent = [];
    for (const sealed of [ticket, ticketIn(one.html)])
      sent.push(await send(town.url, path, { ...inputs, _ticket: sealed }));
    const receipts = await Promise.all(
      sent.map((each) => openPage(town.url, each.headers.get('location') ?? '')),
    );
    const references = receipts.map(({ html }) => /FER-\d{4}-\d{5}/.exec(html)?.[0]);
    // the same application before and after: sent with either ticket it is one
    expect(references[0]).toBeDefined();
    expect(references[1]).toBe(references[0]);
  });

  it('names the entry in what it says of an error, and leaves an empty last entry out', async () => {
    const wrong = await send(town.url, path, {
      ...first,
      ...second,
      'children.1.child.bornOn': '31.2.2020',
      children: '3',
      _ticket: await ticketOf(holidayCare.id),
    });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('Kind 2: Name und Geburt: Geburtsdatum');
    expect(wrong.html).toContain('href="#field-children.1.child.bornOn"');
    expect(wrong.html).not.toContain('href="#field-children.2');
  });

  it('no other group, nor a number of entries out of reach, is taken', async () => {
    const ticket = await ticketOf(holidayCare.id);
    expect((await send(town.url, path, { _ticket: ticket, _add: 'elsewhere' })).status).toBe(400);
    const many = await send(town.url, path, { children: '999999999', _ticket: ticket, _add: 'children' });
    expect(many.html).toContain('Kind 6');
    expect(many.html).not.toContain('Kind 7');
    expect(many.html).not.toContain('name="_add"');
  });
});

describe('finding a service', () => {
  const found = async (query: string) => {
    const { html } = await openPage(town.url, `${townPath}/?suche=${encodeURIComponent(query)}`);
    return [...html.matchAll(/services\/([a-z-]+)"/g)].map(([, id]) => id);
  };

  it('by life situation, all of them', async () => {
    const { html } = await openPage(town.url, `${townPath}/`);
    for (const title of [
      'Haus und Grundstück',
      'Familie und Lebensereignisse',
      'Schule, Kita und Bildung',
      'Tiere und Angeln',
    ])
      expect(html).toContain(title);
    for (const { id } of catalogueServices) expect(html).toContain(`href="${townPath}/services/${id}"`);
    // and each is a jump away from the top
    const jumps = [...html.matchAll(/<a [^>]*href="#([a-z]+)">[^<]+</g)].map(([, id]) => id);
    expect(jumps).toContain('animals');
    for (const id of jumps) expect(html.split(` id="${id}"`)).toHaveLength(2);
  });

  it.each([
    ['HEIRATEN', 'eheschliessung-anmelden'],
    ['buecherei', 'bibliotheksausweis-beantragen'],
    ['Gerüst', 'sondernutzung-beantragen'],
    ['geruest  straße', 'sondernutzung-beantragen'],
  ])('by the words people use: %s', async (query, id) => {
    expect(await found(query)).toContain(id);
  });

  it('nothing found says so, and what was asked is shown as text', async () => {
    expect(await found('Mondfahrt')).toEqual([]);
    const { html } = await openPage(town.url, `${townPath}/?suche=${encodeURIComponent('<b>"x')}`);
    expect(html).toContain('haben wir nichts gefunden');
    expect(html).toContain('value="&lt;b&gt;&quot;x"');
    expect((await openPage(town.url, `${townPath}/?suche=a&suche=b`)).status).toBe(200);
  });
});

function withoutUploads(form: Parameters<typeof fieldsOf>[0], answers: Answers): Answers {
  const uploads = fieldsOf(form).flatMap(({ id, type }) => (type === 'upload' ? [id] : []));
  return Object.fromEntries(Object.entries(answers).filter(([id]) => !uploads.includes(id)));
}
