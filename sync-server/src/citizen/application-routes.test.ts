import { opId } from '@amtsstube/shared/domain/ids';
import { instantOf } from '@amtsstube/shared/domain/time';
import { validDogAnswers } from '@amtsstube/shared/fixtures/builders';
import { testTown, testTownConfiguration, testTownSettings } from '@amtsstube/shared/fixtures/test-town';
import { configureMunicipality } from '@amtsstube/shared/operations/settings/configure-municipality';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { executeServerOperation } from '../execute/execute.ts';
import { startTestTown, type TestTownServer } from '../start-server-test-town.ts';
import { asTyped, formPath, openPage, send, shownIn, ticketIn } from './test-browser.ts';

let town: TestTownServer;
let clock = Date.parse('2026-11-23T08:00:00Z');

beforeAll(async () => {
  town = await startTestTown({}, { now: () => instantOf(clock) });
});
afterAll(() => town.close());

async function cases() {
  return town.core.store.snapshot(testTown.municipalityId, (read) => read.allDocuments('cases', '', 1000));
}

async function seq() {
  return (await town.core.store.snapshot(testTown.municipalityId, (read) => read.head())).seq;
}

async function openedForm(): Promise<string> {
  return ticketIn((await openPage(town.url, formPath)).html);
}

async function configure(settings: unknown[]): Promise<void> {
  const decided = await executeServerOperation(
    town.core,
    testTown.municipalityId,
    {
      opId: opId.parse(`configure.${await seq()}`),
      deviceId: null,
      kind: configureMunicipality.kind,
      v: configureMunicipality.v,
      payload: { settings, clerks: [] },
      at: town.core.now(),
    },
    { kind: 'system' },
  );
  expect(decided.result).toEqual({ decided: 'accepted' });
}

const typed = asTyped(validDogAnswers());

describe('applying', () => {
  it('from the list of municipalities to the form, all by links', async () => {
    const home = await openPage(town.url, '/');
    expect(home.html).toContain('href="/m/musterstadt/"');
    const services = await openPage(town.url, '/m/musterstadt/');
    expect(services.html).toContain('href="/m/musterstadt/services/hundesteuer-anmelden"');
    const service = await openPage(town.url, '/m/musterstadt/services/hundesteuer-anmelden');
    expect(service.html).toContain(`href="${formPath}"`);
    expect((await openPage(town.url, formPath)).html).toContain(
      '<label class="kern-label" for="field-firstName">Vorname</label>',
    );
  });

  it('[S2] a form sent twice is one case, and both lead to its receipt', async () => {
    const before = (await cases()).length;
    const fields = { ...typed, _ticket: await openedForm() };
    const first = await send(town.url, formPath, fields);
    clock += 60_000;
    const second = await send(town.url, formPath, fields);
    expect([first.status, second.status]).toEqual([303, 303]);
    const receipt = await openPage(town.url, second.headers.get('location') ?? '');
    expect(receipt.html).toContain('HST-2026-00001');
    expect(receipt.html).toMatch(/[2-9A-HJ-NP-Z]{5}-[2-9A-HJ-NP-Z]{5}-[2-9A-HJ-NP-Z]{5}/);
    expect((await cases()).length).toBe(before + 1);
  });

  it('[S2] a form sent ten times at once is one case', async () => {
    const before = (await cases()).length;
    const fields = { ...typed, _ticket: await openedForm() };
    const answers = await Promise.all(Array.from({ length: 10 }, () => send(town.url, formPath, fields)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]));
    expect((await cases()).length).toBe(before + 1);
  });

  it('[S2] sent again with another text: the first counts, and a new form holds the changed text', async () => {
    const fields = { ...typed, _ticket: await openedForm() };
    await send(town.url, formPath, fields);
    const before = (await cases()).length;
    const changed = await send(town.url, formPath, { ...fields, dogName: 'Waldi' });
    expect(changed.status).toBe(409);
    expect(changed.html).toContain('Ihr Antrag ist schon eingegangen');
    expect(changed.html).toMatch(/HST-2026-0000\d/);
    expect((await cases()).length).toBe(before);
    const anew = await send(town.url, formPath, { ...typed, dogName: 'Waldi', _edit: '1' });
    expect(anew.status).toBe(200);
    expect(shownIn(anew.html, 'dogName')).toBe('Waldi');
    expect(
      (await send(town.url, formPath, { ...typed, dogName: 'Waldi', _ticket: ticketIn(anew.html) })).status,
    ).toBe(303);
    expect((await cases()).length).toBe(before + 1);
  });

  it('an invalid form says what to do, keeps what was typed, and stores nothing', async () => {
    const before = await seq();
    const ticket = await openedForm();
    const hostile = `<script>alert("1")</script>`;
    const answer = await send(town.url, formPath, {
      ...typed,
      firstName: '',
      lastName: hostile,
      chip: '123',
      bornOn: '31.2.2026',
      sex: 'other',
      _ticket: ticket,
    });
    expect(answer.status).toBe(422);
    expect(answer.html).toContain('<title>Fehler: Hundesteuer anmelden');
    expect(answer.html).toContain('4 Angaben fehlen noch oder sind nicht lesbar');
    expect(answer.html).toContain('href="#field-firstName"');
    expect(answer.html).toContain('href="#field-sex-0"');
    expect(answer.html).toContain('Die Chipnummer hat genau 15 Ziffern');
    expect(answer.html).not.toContain(hostile);
    expect(shownIn(answer.html, 'lastName')).toBe('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;');
    expect(shownIn(answer.html, 'bornOn')).toBe('31.2.2026');
    expect(await seq()).toBe(before);
  });

  it('a German date, a condition that is not met and Windows line ends are taken as meant', async () => {
    const sent = await send(town.url, formPath, {
      ...typed,
      bornOn: '1.5.2024',
      previousMunicipality: 'Stendal',
      remarks: 'eins\r\nzwei',
      _ticket: await openedForm(),
    });
    expect(sent.status).toBe(303);
    const newest = (await cases()).toSorted((a, b) => b.seq - a.seq)[0];
    const dossier = await town.core.store.snapshot(testTown.municipalityId, (read) =>
      read.document({ collection: 'dossiers', id: newest?.id ?? '' }),
    );
    expect(dossier?.document).toMatchObject({ answers: { bornOn: '2024-05-01', remarks: 'eins\nzwei' } });
    expect(JSON.stringify(dossier?.document)).not.toContain('Stendal');
    expect(newest?.document).toMatchObject({ status: 'received' });
  });

  it.each([
    ['no ticket', {}, 400, 'konnte nicht zugeordnet werden'],
    ['a made-up ticket', { _ticket: 'x'.repeat(300) }, 400, 'konnte nicht zugeordnet werden'],
  ])('%s: what was typed is kept, nothing is stored', async (_name, extra, status, sentence) => {
    const before = await seq();
    const answer = await send(town.url, formPath, { ...typed, ...extra });
    expect(answer.status).toBe(status);
    expect(answer.html).toContain(sentence);
    expect(shownIn(answer.html, 'dogName')).toBe('Bello');
    expect(await seq()).toBe(before);
    expect((await send(town.url, formPath, { ...typed, _ticket: ticketIn(answer.html) })).status).toBe(303);
  });

  it('an unknown field is left out and the person asked to look again', async () => {
    const before = await seq();
    const answer = await send(town.url, formPath, { ...typed, role: 'lead', _ticket: await openedForm() });
    expect(answer.status).toBe(422);
    expect(answer.html).toContain('unbekannte Felder');
    expect(answer.html).not.toContain('"lead"');
    expect(await seq()).toBe(before);
  });

  it('a ticket open too long is renewed with what was typed; one that had arrived still counts', async () => {
    const unsent = await openedForm();
    const sent = await openedForm();
    await send(town.url, formPath, { ...typed, _ticket: sent });
    const before = await seq();
    clock += 31 * 24 * 60 * 60 * 1000;
    const late = await send(town.url, formPath, { ...typed, _ticket: unsent });
    expect(late.status).toBe(409);
    expect(late.html).toContain('länger als 30 Tage offen');
    expect(shownIn(late.html, 'breed')).toBe('Beagle');
    expect((await send(town.url, formPath, { ...typed, _ticket: sent })).status).toBe(303);
    expect(await seq()).toBe(before);
  });

  it('a form version withdrawn meanwhile: the new one is shown with the answers it still asks for', async () => {
    const ticket = await openedForm();
    const version = testTownSettings.find(({ kind }) => kind === 'formVersion');
    const service = testTownSettings.find(({ kind }) => kind === 'service');
    if (version?.kind !== 'formVersion' || service?.kind !== 'service') throw new Error('fixture');
    const sections = version.form.sections.map((section) => ({
      ...section,
      fields: section.fields.filter(({ id }) => id !== 'phone'),
    }));
    const second = { ...version, id: 'hundesteuer-anmelden.2', form: { ...version.form, sections } };
    await configure([{ ...version, state: 'withdrawn' }, second, { ...service, formVersionId: second.id }]);
    const before = await seq();
    const answer = await send(town.url, formPath, { ...typed, phone: '03900 1', _ticket: ticket });
    expect(answer.status).toBe(409);
    expect(answer.html).toContain('Das Formular wurde erneuert');
    expect(shownIn(answer.html, 'firstName')).toBe('Erika');
    expect(shownIn(answer.html, 'phone')).toBeUndefined();
    expect(await seq()).toBe(before);
    expect((await send(town.url, formPath, { ...typed, _ticket: ticketIn(answer.html) })).status).toBe(303);
    await configure(testTownConfiguration.settings);
  });
});
