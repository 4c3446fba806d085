import type { Answers } from '@amtsstube/shared/domain/form';
import { fieldsOf } from '@amtsstube/shared/domain/form-interpreter';
import { encodePage } from '@amtsstube/shared/domain/forms/page-encoding';
import { completeAnswers } from '@amtsstube/shared/fixtures/complete-answers';
import { testTown } from '@amtsstube/shared/fixtures/test-town';
import { catalogueServices } from '@amtsstube/shared/services/catalogue';
import { holidayCare } from '@amtsstube/shared/services/education/holiday-care';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestTown, type TestTownServer } from '../start-server-test-town.ts';
import { hiddenIn, openPage, send, shownIn, ticketIn } from './test-browser.ts';

let town: TestTownServer;

beforeAll(async () => {
  town = await startTestTown({}, { citizenLimits: { lookUps: 1000, submissions: 1000, pages: 5000 } });
});
afterAll(() => town.close());

const formOf = (id: string) => `/m/${testTown.municipalityId}/services/${id}/form`;
const path = formOf(holidayCare.id);
const seq = async () => (await town.core.store.snapshot(testTown.municipalityId, (read) => read.head())).seq;

/** Answers as the page's inputs; files come on another way. */
function inputsOf(template: (typeof catalogueServices)[number], seed: number): Record<string, string> {
  const uploads = fieldsOf(template.form).flatMap(({ id, type }) => (type === 'upload' ? [id] : []));
  const answers: Answers = Object.fromEntries(
    Object.entries(completeAnswers(template.form, seed)).filter(([id]) => !uploads.includes(id)),
  );
  return Object.fromEntries(encodePage(template.form, answers));
}

describe('a form section by section', () => {
  it.each(catalogueServices.map((each) => [each.id, each] as const))(
    '%s: from the first section to the receipt without a script, and what arrives is what was typed',
    async (id, template) => {
      const inputs = inputsOf(template, 11);
      let page = await openPage(town.url, `${formOf(id)}?schrittweise`);
      expect(page.html).toContain('Schritt 1 von ');
      const seen: string[] = [];
      // a browser sends what the page holds: hidden answers of other sections, and what is typed into this one
      for (let steps = 0; !page.html.includes('Bitte prüfen Sie Ihre Angaben'); steps++) {
        expect(steps, 'the way has an end').toBeLessThan(template.form.sections.length + 1);
        const section = Number(/name="_section" value="(\d+)"/.exec(page.html)?.[1]);
        seen.push(String(section));
        const own = template.form.sections[section]?.fields.map((field) => field.id) ?? [];
        const typed = Object.entries(inputs).filter(([name]) => own.includes(name.split('.')[0] ?? ''));
        page = await send(town.url, formOf(id), {
          ...hiddenIn(page.html),
          ...Object.fromEntries(typed),
          _to: 'next',
        });
        expect(page.status, `${id}: ${/id="errors"[\s\S]{0,900}/.exec(page.html)?.[0]}`).toBe(200);
      }
      expect(new Set(seen).size).toBe(seen.length);
      const before = await seq();
      const sent = await send(town.url, formOf(id), hiddenIn(page.html));
      expect(sent.status).toBe(303);
      expect(await seq()).toBeGreaterThan(before);
      const receipt = await openPage(town.url, sent.headers.get('location') ?? '');
      expect(receipt.html).toContain('erika.mustermann@example.org');
    },
  );

  it('forward checks this section only; back checks nothing and loses nothing, wrong answers neither', async () => {
    const first = await openPage(town.url, `${path}?schrittweise`);
    const empty = await send(town.url, path, { ...hiddenIn(first.html), _to: 'next' });
    expect(empty.status).toBe(422);
    const own = holidayCare.form.sections[0]?.fields.map(({ id }) => id) ?? [];
    const targets = [...empty.html.matchAll(/href="#field-([^"]+)"/g)].map(([, target]) => target ?? '');
    expect(targets.length).toBeGreaterThan(0);
    for (const target of targets) expect(own).toContain(target.split(/[.-]/)[0]);

    const second = await send(town.url, path, { ...hiddenIn(first.html), _to: '1' });
    const [field] = holidayCare.form.sections[1]?.fields ?? [];
    expect(second.html).toContain(`"field-${field?.id}`);
    const typed = { 'children.0.child.bornOn': 'gestern', phone: '12' };
    const back = await send(town.url, path, {
      ...hiddenIn(second.html),
      ...typed,
      children: '1',
      _to: 'back',
    });
    expect(back.status).toBe(200);
    expect(shownIn(back.html, 'phone')).toBe('12');
    const again = await send(town.url, path, { ...hiddenIn(back.html), _to: 'all' });
    expect(shownIn(again.html, 'children.0.child.bornOn')).toBe('gestern');
  });

  it('a group gets one more entry within its section, and the other sections’ answers stay', async () => {
    const inputs = inputsOf(holidayCare, 3);
    const at = holidayCare.form.sections.findIndex(({ fields }) =>
      fields.some(({ id }) => id === 'children'),
    );
    const ticket = ticketIn((await openPage(town.url, path)).html);
    const page = await send(town.url, path, { ...inputs, _ticket: ticket, _to: String(at) });
    const more = await send(town.url, path, {
      ...hiddenIn(page.html),
      'children.0.childSchool': 'Grundschule Nord',
      children: '1',
      _add: 'children',
    });
    expect(more.html).toContain('Kind 2');
    expect(more.html).toContain(`name="_section" value="${at}"`);
    expect(shownIn(more.html, 'children.0.childSchool')).toBe('Grundschule Nord');
    expect(hiddenIn(more.html)['email']).toBe(at === 0 ? undefined : inputs['email']);
  });
});

describe('the summary before sending', () => {
  const inputs = inputsOf(holidayCare, 5);

  it('shows every answer, stores nothing, and sends what it showed', async () => {
    const ticket = ticketIn((await openPage(town.url, path)).html);
    const before = await seq();
    const review = await send(town.url, path, { ...inputs, _ticket: ticket, _to: 'review' });
    expect(review.status).toBe(200);
    expect(review.html).toContain('Bitte prüfen Sie Ihre Angaben');
    expect(review.html).toContain('erika.mustermann@example.org');
    for (const { title } of holidayCare.form.sections) expect(review.html).toContain(title);
    expect(await seq()).toBe(before);
    expect((await send(town.url, path, hiddenIn(review.html))).status).toBe(303);
  });

  it('leads back into a section and from there to the summary again, all at once or section by section', async () => {
    const ticket = ticketIn((await openPage(town.url, path)).html);
    const whole = await send(town.url, path, { ...inputs, _ticket: ticket, _to: 'review' });
    expect(whole.html).toContain(`formaction="${path}#section-0"`);
    const stepwise = await send(town.url, path, {
      ...inputs,
      _ticket: ticket,
      _section: '1',
      _to: 'review',
    });
    expect(stepwise.html).toContain('value="change.0"');
    const changing = await send(town.url, path, { ...hiddenIn(stepwise.html), _to: 'change.0' });
    expect(changing.html).toContain('name="_section" value="0"');
    expect(changing.html).toContain('Weiter zur Prüfung');
    const again = await send(town.url, path, { ...inputs, ...hiddenIn(changing.html), _to: 'review' });
    expect(again.html).toContain('Bitte prüfen Sie Ihre Angaben');
  });

  it('is not reached with something wrong: the first section where it is shows it', async () => {
    const ticket = ticketIn((await openPage(town.url, path)).html);
    const last = holidayCare.form.sections.length - 1;
    const { email: _, ...without } = inputs;
    const wrong = await send(town.url, path, {
      ...without,
      _ticket: ticket,
      _section: String(last),
      _to: 'review',
    });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('href="#field-email"');
    expect(wrong.html).toContain('E-Mail-Adresse');
  });

  it.each(['999', 'change.999', '-1', 'elsewhere', ''])(
    '„%s“ leads somewhere within the form',
    async (way) => {
      const ticket = ticketIn((await openPage(town.url, path)).html);
      const page = await send(town.url, path, { ...inputs, _ticket: ticket, _section: '98', _to: way });
      expect(page.status).toBe(200);
      expect(ticketIn(page.html)).not.toBe('');
    },
  );
});
