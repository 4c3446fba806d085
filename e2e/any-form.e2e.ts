import { randomInt } from 'node:crypto';
import type { FormDefinition, FormField } from '@amtsstube/shared/domain/form';
import { checkAnswers, fieldsOf } from '@amtsstube/shared/domain/form-interpreter';
import type { FieldError } from '@amtsstube/shared/domain/forms/field-error';
import { locateField } from '@amtsstube/shared/domain/forms/locate-field';
import { decodePage, type PageInputs } from '@amtsstube/shared/domain/forms/page-encoding';
import { readFields } from '@amtsstube/shared/domain/forms/read-form';
import { opId } from '@amtsstube/shared/domain/ids';
import { settings } from '@amtsstube/shared/domain/settings';
import { instantOf } from '@amtsstube/shared/domain/time';
import { aForm } from '@amtsstube/shared/fixtures/any-form';
import { testTown } from '@amtsstube/shared/fixtures/test-town';
import { configureMunicipality } from '@amtsstube/shared/operations/settings/configure-municipality';
import { targetOf } from '@amtsstube/sync-server/citizen/form-fields';
import { executeServerOperation } from '@amtsstube/sync-server/execute/execute';
import { startTestTown, type TestTownServer } from '@amtsstube/sync-server/start-server-test-town';
import fc from 'fast-check';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inputsOn, placesOf, press, type SeenField, seenOn, typeInto } from './form-in-browser.ts';
import { Pc } from './pc.ts';

const seed = Number(process.env['AMTSSTUBE_FORMS_SEED'] ?? randomInt(2 ** 31));
const numRuns = Number(process.env['AMTSSTUBE_FORMS'] ?? 40);
// as a failure reports it: only that case
const path = process.env['AMTSSTUBE_FORMS_PATH'];

/** The page's script and the server answer the same questions twice: whatever the form, whatever is typed, alike. */
describe(`any form in a browser (AMTSSTUBE_FORMS_SEED=${seed})`, () => {
  let town: TestTownServer;
  let pc: Pc;
  let page: Page;
  let made = 0;

  beforeAll(async () => {
    town = await startTestTown({}, { citizenLimits: { lookUps: 1e6, submissions: 1e6, pages: 1e6 } });
    pc = await Pc.setUp();
    page = await pc.open(`${town.url}/m/${testTown.municipalityId}/`);
    page.setDefaultTimeout(15_000);
  });
  afterAll(async () => {
    await pc?.dispose();
    await town?.close();
  });

  /** @returns the address of a new service that asks with this form */
  async function offer(form: FormDefinition): Promise<string> {
    made += 1;
    const [serviceId, formVersionId] = [`form-${made}`, `form-${made}-v1`];
    const documents = [
      { kind: 'formVersion', id: formVersionId, scope: 'all', serviceId, state: 'published', form },
      {
        kind: 'service',
        id: serviceId,
        scope: 'all',
        name: `Formular ${made}`,
        summary: '',
        serviceKey: null,
        departmentId: testTown.departmentId,
        referencePrefix: 'FRM',
        formVersionId,
        decisionWithinDays: null,
      },
    ];
    const { result } = await executeServerOperation(
      town.core,
      testTown.municipalityId,
      {
        opId: opId.parse(`form-${made}`),
        deviceId: null,
        kind: configureMunicipality.kind,
        v: configureMunicipality.v,
        payload: { settings: documents.map((document) => settings.parse(document)), clerks: [] },
        at: instantOf(Date.now()),
      },
      { kind: 'system' },
    );
    expect(result.decided).toBe('accepted');
    return `${town.url}/m/${testTown.municipalityId}/services/${serviceId}/form`;
  }

  it(
    'what the script shows, and what looks required there, is what the server asks and misses; what it finds wrong is in sight',
    async () => {
      await fc.assert(
        fc.asyncProperty(aFormAndTyping(), async ({ form, entries, first, second, isStepwise }) => {
          await page.goto(await offer(form));
          const group = fieldsOf(form).find(({ type }) => type === 'group');
          for (
            let at = 0;
            group?.type === 'group' && at < Math.min(entries, group.maximumCount - group.minimumCount);
            at += 1
          )
            await press(page, '_add', group.id);
          await typeInto(page, first);
          // other answers, while what was typed on the first way is still there
          await typeInto(page, second);
          if (isStepwise) await goThroughSections(page, form);
          await sendAndCompare(page, form);
        }),
        { seed, numRuns, endOnFailure: true, ...(path !== undefined && { path }) },
      );
    },
    60_000 + numRuns * 3000,
  );
});

async function goThroughSections(page: Page, form: FormDefinition): Promise<void> {
  for (const [index, { fields }] of form.sections.entries()) {
    await press(page, '_to', String(index));
    const inputs = await inputsOn(page);
    const { errors, visible } = readFields(fieldsOf(form), decodePage(form, inputs).given);
    const ids = fields.map(({ id }) => id);
    const isOfSection = (path: string) => ids.includes(path.split('.')[0] ?? '');
    const seen = await seenOn(
      page,
      placesOf(form, inputs).filter(([path]) => isOfSection(path)),
    );
    if (isOnlyMissing(form, inputs, errors))
      expect(inSight(seen), `section ${index}`).toEqual([...visible].filter(isOfSection).toSorted());
  }
  await press(page, '_to', 'all');
}

async function sendAndCompare(page: Page, form: FormDefinition): Promise<void> {
  const inputs = await inputsOn(page);
  const { given } = decodePage(form, inputs);
  const { visible } = readFields(fieldsOf(form), given);
  const checked = checkAnswers(form, given);
  const errors = checked.ok ? [] : checked.errors;
  const agree = isOnlyMissing(form, inputs, errors);
  const places = placesOf(form, inputs);
  const before = await seenOn(page, places);
  if (agree) {
    expect(inSight(before), 'in sight').toEqual([...visible].toSorted());
    expect(missing(form, before).toSorted(), 'required').toEqual(errors.map(({ path }) => path).toSorted());
  }

  await press(page, '_to', 'review');
  if (checked.ok) {
    expect(await page.locator('h1').innerText()).toBe('Bitte prüfen Sie Ihre Angaben');
    return;
  }
  const listed = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLAnchorElement>('#errors a')].map(({ hash }) => ({
      target: decodeURIComponent(hash.slice(1)),
      isInSight: document.getElementById(decodeURIComponent(hash.slice(1)))?.checkVisibility() ?? false,
    })),
  );
  expect(listed.map(({ target }) => target)).toEqual(errors.map(({ path }) => targetOf(form, path)));
  expect(listed.filter(({ isInSight }) => !isInSight)).toEqual([]);
  if (agree) expect(inSight(await seenOn(page, places)), 'afterwards').toEqual([...visible].toSorted());
}

/**
 * While an answer is wrong, what hangs on it is open: the script goes by what stands there, the server by what it
 * accepts. Half an address is wrong, too, and a group with something missing in an entry.
 */
function isOnlyMissing(form: FormDefinition, inputs: PageInputs, errors: readonly FieldError[]): boolean {
  const hangsOnGroup = JSON.stringify(form).includes('"fieldId":"entries"');
  return errors.every(({ path, code }) => {
    const located = locateField(form, path);
    if (code !== 'required' || !located) return false;
    if (located.entry !== undefined && hangsOnGroup) return false;
    const begun = [...inputs].some(([name, text]) => name.startsWith(`${located.fieldPath}.`) && text !== '');
    return located.part === undefined || !begun;
  });
}

function inSight(seen: readonly SeenField[]): string[] {
  return seen.flatMap(({ path, isInSight }) => (isInSight ? [path] : [])).toSorted();
}

/** What a person would say is still missing, by the page alone. */
function missing(form: FormDefinition, seen: readonly SeenField[]): string[] {
  return seen.flatMap((each) => {
    const { path, field, isInSight, looksRequired, filled, empty } = each;
    if (!isInSight || field.type === 'group' || field.type === 'information') return [];
    if (isLeftEmpty(form, seen, path)) return [];
    if (field.type !== 'address' && field.type !== 'person')
      return looksRequired && filled.length === 0 ? [path] : [];
    // whoever begins an address finishes it
    return looksRequired || filled.length > 0 ? empty.filter((name) => !name.endsWith('.birthName')) : [];
  });
}

/** One of an entry more than there must be, into which nothing was typed. */
function isLeftEmpty(form: FormDefinition, seen: readonly SeenField[], path: string): boolean {
  const [groupId, index, member] = path.split('.');
  const group = fieldsOf(form).find(({ id }) => id === groupId);
  if (group?.type !== 'group' || member === undefined || Number(index) < group.minimumCount) return false;
  return seen
    .filter((each) => each.path.startsWith(`${groupId}.${index}.`) && each.isInSight)
    .every(({ filled }) => filled.length === 0);
}

interface Typing {
  readonly form: FormDefinition;
  /** Of the group, beyond those there must be. */
  readonly entries: number;
  readonly first: PageInputs;
  readonly second: PageInputs;
  readonly isStepwise: boolean;
}

function aFormAndTyping(): fc.Arbitrary<Typing> {
  return aForm().chain((form) => {
    const names = placesOf(form, new Map([['entries', '3']])).flatMap(([path, field]) =>
      inputsOf(path, field),
    );
    const typed = fc
      .tuple(...names.map(([name, text]) => fc.tuple(fc.constant(name), fc.option(text))))
      .map((all) => new Map(all.flatMap(([name, text]) => (text === null ? [] : [[name, text] as const]))));
    return fc.record({
      form: fc.constant(form),
      entries: fc.nat(2),
      first: typed,
      second: typed,
      isStepwise: fc.boolean(),
    });
  });
}

type NamedText = readonly [name: string, text: fc.Arbitrary<string>];

/** Inputs of a question and what people type into them: nearly always something that is accepted. */
function inputsOf(path: string, field: FormField): readonly NamedText[] {
  const plain = (fits: readonly string[], ...wrong: readonly string[]): readonly NamedText[] => [
    [
      path,
      fc.oneof(
        { weight: 30, arbitrary: fc.constantFrom('', ...fits) },
        { weight: 1, arbitrary: fc.constantFrom(...wrong, '') },
      ),
    ],
  ];
  switch (field.type) {
    case 'text':
      return plain(
        field.pattern ? ['ABC', ' ABC ', '123'] : ['ABC', ' ABC', 'abc', 'e\u0301', '0'],
        'abc def ghi',
      );
    case 'longText':
      return plain(['ABC', 'a\nb', ' ABC\n'], 'viel zu viel Text');
    case 'pattern':
      return plain(['123', ' 987 '], '12');
    case 'date':
      return plain(['28.2.2026', '2026-02-28', '29.02.2028'], '30.2.2026', 'gestern');
    case 'email':
      return plain(['a@b.de', ' a@b.de '], 'a@');
    case 'phone':
      return plain(['03900 12-3', '+49 3900 123'], 'drei');
    case 'iban':
      return plain(['DE02 1203 0000 0000 2020 51', 'at611904300234573201'], 'DE03 1203 0000 0000 2020 51');
    case 'number':
      return plain(
        field.decimals > 0 ? ['12', '12,5', '0', '-5', '1.200', '11,99'] : ['12', '0', '11', '1.200'],
        'zwölf',
      );
    case 'money':
      return plain(['12', '12,00 €', '11,99', '1.200,50 €', '0', '12 Euro'], '-1');
    case 'yesNo':
      return [[path, fc.constantFrom('yes', 'no')]];
    case 'choice':
      return [[path, fc.constantFrom(...field.options.map(({ value }) => value))]];
    case 'multipleChoice':
      return field.options.map(({ value }) => [`${path}.${value}`, fc.constantFrom('', 'on')] as const);
    case 'address':
      return partsTyped(path, { street: 'Weg', houseNumber: '1a', postalCode: '39576', place: ' Ort ' });
    case 'person':
      return partsTyped(path, { firstName: 'Ina', lastName: 'Weiß', birthName: 'Groß', bornOn: '1.2.1990' });
    case 'upload':
    case 'information':
    case 'group':
      return [];
  }
}

function partsTyped(path: string, parts: Readonly<Record<string, string>>): readonly NamedText[] {
  return Object.entries(parts).map(
    ([name, text]) => [`${path}.${name}`, fc.constantFrom('', text, text)] as const,
  );
}
