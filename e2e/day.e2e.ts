import { addDays, formatLocalDate, instantOf, localDateOf } from '@amtsstube/shared/domain/time';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { fillInDogTax, type Receipt, readReceipt, send } from './citizen.ts';
import { applyByHttp } from './citizen-by-http.ts';
import { addNote, decide, openCase, signIn, takeOver, untilHandedOver } from './clerk.ts';
import {
  addTask,
  ask,
  beginEntry,
  channels,
  countsOn,
  enter,
  link,
  part,
  propose,
  publicWords,
  stateOf,
  toOf,
} from './day-acts.ts';
import { film } from './film-strip.ts';
import { Pc } from './pc.ts';
import { Town } from './town.ts';

const today = localDateOf(instantOf(Date.now()));
const question = 'Wann ist der Hund eingezogen?';
const lastNames = { bernd: 'Dvořák', anna: 'Đặng' } as const;

/** A whole day of an office: twenty cases by all channels, the line cut from ten to three, two clerks, one away. In order. */
describe('a day in the office', () => {
  let town: Town;
  let citizenPc: Pc;
  let annasPc: Pc;
  let berndsPc: Pc;
  let dorasPc: Pc;
  let citizen: Page;
  let anna: Page;
  let bernd: Page;
  const receipts: Receipt[] = [];
  /** File references given at the desks. */
  const given: string[] = [];
  const web = (index: number): Receipt => {
    const found = receipts[index];
    if (found === undefined) throw new Error('no application');
    return found;
  };
  const statusUrl = (trackingCode: string) => `${town.url}/m/musterstadt/status/${trackingCode}`;

  beforeAll(async () => {
    town = await Town.open();
    [citizenPc, annasPc, berndsPc, dorasPc] = (await Promise.all(
      ['citizen', 'anna', 'bernd', 'dora'].map(() => Pc.setUp()),
    )) as [Pc, Pc, Pc, Pc];
    [citizen, anna, bernd] = await Promise.all([
      citizenPc.open(town.url),
      annasPc.open(`${town.url}/desk/`),
      berndsPc.open(`${town.url}/desk/`),
    ]);
    await signIn(anna, 'anna', town);
    await signIn(bernd, 'bernd', town);
  });

  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail')
      console.error('ANNA', await annasPc?.shown(), 'BERND', await berndsPc?.shown());
  });
  afterAll(async () => {
    for (const pc of [citizenPc, annasPc, berndsPc, dorasPc]) await pc?.dispose();
    await town?.close();
  });

  async function apply(count: number): Promise<void> {
    for (let each = 0; each < count; each += 1)
      receipts.push(
        await applyByHttp(town.url, {
          firstName: 'Łukasz',
          lastName: `Müller-${receipts.length}`,
          email: `buerger${receipts.length}@example.org`,
        }),
      );
  }

  it('8 h: eight applications by web stand on both desks before anybody has reloaded anything', async () => {
    await fillInDogTax(citizen, town.url, {
      firstName: 'Jürgen',
      lastName: 'Weiß',
      email: 'buerger0@example.org',
    });
    await send(citizen);
    receipts.push(await readReceipt(citizen));
    await apply(7);
    for (const page of [anna, bernd])
      for (const { fileReference } of receipts)
        await page.getByRole('link', { name: fileReference }).waitFor();
  });

  it('9 h: a colleague falls ill; her cases and what is due of them stand at the deputy', async () => {
    const dora = await dorasPc.open(`${town.url}/desk/`);
    await signIn(dora, 'dora', town);
    await dora.getByRole('link', { name: 'Verwaltung' }).click();
    await dora.getByRole('button', { name: 'Clara Lindner ändern' }).click();
    const changing = dora.getByRole('dialog', { name: 'Person ändern' });
    await changing.getByLabel('Bürgerservice').check();
    await changing.getByRole('button', { name: 'Speichern' }).click();
    await changing.waitFor({ state: 'hidden' });
    await untilHandedOver(dora);

    for (const index of [0, 1]) {
      await anna.getByRole('link', { name: web(index).fileReference }).focus();
      await anna.keyboard.press('Space');
    }
    await anna.getByRole('button', { name: 'Übergeben …' }).click();
    const bulk = anna.getByRole('dialog', { name: 'Ausgewählte Vorgänge übergeben' });
    await bulk.getByLabel('Übergeben an').click();
    await anna.getByRole('option', { name: 'Clara Lindner' }).click();
    await bulk.getByRole('button', { name: '2 Vorgänge übergeben' }).click();
    await bulk.getByText('2 Vorgänge sind auf diesem Gerät gespeichert.').waitFor();
    await bulk.getByRole('button', { name: 'Schließen' }).click();

    await dora.getByRole('button', { name: 'Abwesenheit: Clara Lindner' }).click();
    const absence = dora.getByRole('dialog', { name: 'Abwesenheit: Clara Lindner' });
    await absence.getByLabel('Erster Tag').fill(formatLocalDate(today));
    await absence.getByLabel('Letzter Tag').fill(formatLocalDate(addDays(today, 4)));
    await absence.getByLabel('Vertretung').click();
    await dora.getByRole('option', { name: 'Anna Berger' }).click();
    await absence.getByRole('button', { name: 'Speichern' }).click();
    await dora.getByText(/abwesend bis .*, in Vertretung: Anna Berger/).waitFor();
    await film(dora, 'day-1-absence');

    await openCase(anna, 'In Vertretung', web(0).fileReference);
    const dates = part(anna, 'Termine und Fristen');
    await dates.getByRole('button', { name: 'Wiedervorlage setzen …' }).press('Enter');
    await anna.keyboard.type('+1');
    await anna.keyboard.press('Tab');
    await anna.keyboard.type('Rückruf');
    await anna.getByRole('button', { name: 'Wiedervorlage speichern' }).press('Enter');
    await dates.getByText('Rückruf').waitFor();
    await anna.getByRole('link', { name: /^Fällig/ }).click();
    await anna
      .getByRole('row', { name: new RegExp(web(0).fileReference) })
      .getByText('Wiedervorlage')
      .waitFor();
    await film(anna, 'day-2-due-of-the-absent');
  });

  it('before 10 h: a question is out, a decision waits for the second person, numbers are reserved; then the line is cut', async () => {
    await openCase(bernd, 'Posteingang', web(2).fileReference);
    await takeOver(bernd);
    await ask(bernd, question);
    await openCase(bernd, 'Posteingang', web(5).fileReference);
    await takeOver(bernd);
    await propose(bernd, 'Bewilligen', 'Alles liegt vor.');
    await bernd.getByText('Ihre eigene Entscheidung gibt jemand anderes frei.').waitFor();
    await openCase(bernd, 'Posteingang', web(6).fileReference);
    await takeOver(bernd);
    for (const page of [bernd, anna]) {
      await beginEntry(page);
      await page.getByText(/^Aktenzeichen sofort: \d+ auf diesem Gerät vorrätig/).waitFor();
      await untilHandedOver(page);
      await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    }
    await openCase(anna, 'Alle Vorgänge', web(5).fileReference);
    await part(anna, 'Freigabe').getByText('Alles liegt vor.').first().waitFor();
    await berndsPc.cutLine(true);
    // Bernd doesn't learn any more that she takes this one
    await openCase(anna, 'Alle Vorgänge', web(6).fileReference);
    await takeOver(anna);
    await untilHandedOver(anna);
    await annasPc.cutLine(true);
  });

  it('10 to 15 h: paper, calls, mails and the counter go on, each with its final file reference', async () => {
    for (const [page, lastName] of [
      [bernd, lastNames.bernd],
      [anna, lastNames.anna],
    ] as const)
      for (const [channel, word] of channels) given.push(await enter(page, channel, word, lastName));
    expect(new Set([...given, ...receipts.map(({ fileReference }) => fileReference)]).size).toBe(16);
  });

  it('10 to 15 h: claiming, notes, corrections, questions, links, tasks and decisions go on, and citizens too', async () => {
    await bernd.getByRole('link', { name: 'Posteingang' }).click();
    for (const index of [3, 4]) {
      await bernd.getByRole('link', { name: web(index).fileReference }).focus();
      await bernd.keyboard.press('Space');
    }
    await bernd.getByRole('button', { name: 'Übernehmen …' }).click();
    const bulk = bernd.getByRole('dialog', { name: 'Ausgewählte Vorgänge übernehmen' });
    await bulk.getByRole('button', { name: '2 Vorgänge übernehmen' }).click();
    await bulk.getByText('2 Vorgänge sind auf diesem Gerät gespeichert.').waitFor();
    await bulk.getByRole('button', { name: 'Schließen' }).click();

    await openCase(bernd, 'Meine Vorgänge', web(3).fileReference);
    await addNote(bernd, 'Marke liegt bereit.');
    await bernd.getByRole('button', { name: 'Berichtigen: Name des Hundes' }).press('Enter');
    await bernd.getByRole('textbox', { name: 'Richtig ist' }).fill('Rex von der Höh');
    await bernd.getByRole('button', { name: 'Berichtigung speichern' }).click();
    await bernd.getByText('Rex von der Höh', { exact: true }).first().waitFor();
    await decide(bernd, 'Bewilligen', 'Die Angaben sind vollständig.');
    await bernd.getByText('Entwurf: vom Server noch nicht übernommen').waitFor();

    await openCase(bernd, 'Meine Vorgänge', web(4).fileReference);
    await ask(bernd, question);
    await addTask(bernd, 'Marke zuschicken');
    await link(bernd, web(3).fileReference, 'derselbe Haushalt');
    await openCase(bernd, 'Meine Vorgänge', web(6).fileReference);
    await decide(bernd, 'Ablehnen', 'Bernds Entscheidung');

    await openCase(anna, 'Meine Vorgänge', web(6).fileReference);
    await decide(anna, 'Bewilligen', 'Annas Entscheidung');
    await openCase(anna, 'In Vertretung', web(0).fileReference);
    await decide(anna, 'Ablehnen', 'Der Nachweis fehlt.');
    await openCase(anna, 'In Vertretung', web(1).fileReference);
    await addNote(anna, 'Ruft morgen wieder an.');
    await openCase(anna, 'Alle Vorgänge', web(5).fileReference);
    await part(anna, 'Freigabe').getByRole('button', { name: 'Freigeben' }).click();
    await anna.getByText('Entwurf: vom Server noch nicht übernommen').waitFor();
    await film(anna, 'day-3-offline');

    await apply(4);
    await citizen.goto(statusUrl(web(2).trackingCode));
    await citizen.getByRole('link', { name: /beantworten/ }).click();
    await citizen.getByRole('textbox', { name: /^Antwort/ }).fill('Im März.');
    await citizen.getByRole('button', { name: 'Antwort absenden' }).last().click();
    await citizen.getByRole('heading', { name: 'Ihre Antwort ist angekommen' }).waitFor();
    // what was decided without a line nobody outside has learnt
    for (const index of [0, 3, 5, 6]) {
      await citizen.goto(statusUrl(web(index).trackingCode));
      await citizen.getByText(/^Stand: (eingegangen|in Bearbeitung)/).waitFor();
    }
  });

  it('15 h: everything arrives; of the two decisions the first stands, and the second’s letter is kept', async () => {
    const before = (await town.verify()).match(/musterstadt: (\d+) decisions/)?.[1];
    const began = performance.now();
    await annasPc.cutLine(false);
    await untilHandedOver(anna);
    await berndsPc.cutLine(false);
    await bernd.getByRole('link', { name: 'vom Server abgewiesen: 1' }).waitFor();
    await expect.poll(() => bernd.getByText(/noch nicht übertragen: \d/).count()).toBe(0);
    const took = Math.round(performance.now() - began);
    const after = (await town.verify()).match(/musterstadt: (\d+) decisions/)?.[1];
    console.log(`a day: ${after} operations, ${Number(after) - Number(before)} handed over in ${took} ms`);

    await bernd.getByRole('link', { name: 'vom Server abgewiesen: 1' }).click();
    const refused = bernd.getByRole('main');
    await refused
      .getByText(/bereits entschieden von Anna Berger/)
      .first()
      .waitFor();
    await refused.getByText('Bernds Entscheidung').first().waitFor();
    await film(bernd, 'day-4-refused');
    await openCase(bernd, 'Alle Vorgänge', web(2).fileReference);
    await part(bernd, 'Rückfragen').getByText('Im März.').waitFor();
    await bernd.getByRole('link', { name: 'Meine Vorgänge' }).click();
    await bernd
      .getByRole('row', { name: new RegExp(web(2).fileReference) })
      .getByText('Antwort da')
      .waitFor();
  });

  it('the evening: both desks and the server agree, and no reference was given twice', async () => {
    const cases = await town.documents('cases');
    expect(cases).toHaveLength(20);
    expect(new Set(cases.map(({ fileReference }) => fileReference)).size).toBe(20);
    // the paper has it on its cover since noon
    const all = [...given, ...receipts.map(({ fileReference }) => fileReference)];
    expect(all.toSorted()).toEqual(cases.map(({ fileReference }) => fileReference).toSorted());
    const statuses = ['received', 'inProgress', 'waiting', 'approved', 'rejected'] as const;
    const onServer = statuses.map((status) => cases.filter((each) => stateOf(each) === status).length);
    for (const page of [anna, bernd]) {
      // what the server refused of Bernd's stands there, and nothing waits
      await expect.poll(() => page.getByText(/noch nicht übertragen: \d/).count()).toBe(0);
      await expect.poll(() => countsOn(page)).toEqual(onServer);
    }
    expect(await town.verify()).toMatch(/^musterstadt: .* chain ok, replay equal$/m);
  });

  it('the evening: every citizen reads the truth, and no mail went out twice', async () => {
    const cases = await town.documents('cases');
    const dossiers = await town.documents('dossiers');
    for (const each of cases) {
      const { id, fileReference } = each;
      const code = dossiers.find((dossier) => dossier.id === id)?.trackingCode ?? '';
      await citizen.goto(statusUrl(code));
      await citizen.getByText(fileReference).first().waitFor();
      await citizen.getByText(`Stand: ${publicWords[stateOf(each)]}`).waitFor();
    }
    await citizen.goto(statusUrl(web(6).trackingCode));
    await citizen.getByText('Annas Entscheidung').waitFor();
    expect(await citizen.getByText('Bernds Entscheidung').count()).toBe(0);

    const decided = [0, 3, 5, 6].map((index) => `buerger${index}@example.org`);
    const asked = [2, 4].map((index) => `buerger${index}@example.org`);
    const sent = () => town.mails.map((mail) => `${toOf(mail)} ${mail.subject}`);
    await expect.poll(() => sent().length, { timeout: 30_000 }).toBe(12 + decided.length + asked.length);
    expect(new Set(sent()).size, sent().join('\n')).toBe(sent().length);
    const sentTo = (to: string) => sent().filter((line) => line.startsWith(`${to} `));
    for (const to of [...decided, ...asked]) expect(sentTo(to), to).toHaveLength(2);
  });
});
