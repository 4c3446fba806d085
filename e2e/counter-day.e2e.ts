import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { checkInCode } from '@amtsstube/shared/domain/appointments/check-in-code';
import { localDay, localTime } from '@amtsstube/shared/domain/appointments/local-day';
import { instantOfUnit, type Unit } from '@amtsstube/shared/domain/appointments/unit';
import { appointmentId, opId } from '@amtsstube/shared/domain/ids';
import {
  addDays,
  formatLocalDate,
  instantOf,
  localDateOf,
  millisecondsOf,
} from '@amtsstube/shared/domain/time';
import { annaBerger, doraRitter, testTown } from '@amtsstube/shared/fixtures/test-town';
import type { Kind, PayloadOf } from '@amtsstube/shared/operations/registry';
import { executeServerOperation } from '@amtsstube/sync-server/execute/execute';
import { startTestTown, type TestTownServer } from '@amtsstube/sync-server/start-server-test-town';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityProblems } from './axe.ts';
import { type ClerkName, enrol, sendSignIn } from './clerk.ts';
import { bookingAt, hallCounter as counter, fillHall } from './fill-hall.ts';
import { film, filmLooks } from './film-strip.ts';
import { Pc } from './pc.ts';

const booked = appointmentId.parse('termin-von-erika');

/** People in the hall: a number from the kiosk, somebody booked, two desks, the screen, and a line that goes. In order. */
describe('the counter day', { timeout: 120_000 }, () => {
  let town: TestTownServer;
  const pcs: Pc[] = [];
  let anna: Page;
  let bernd: Page;
  let kiosk: Page;
  let display: Page;
  let offsetMs = 0;

  beforeAll(async () => {
    town = await startTestTown({}, { now: () => instantOf(Date.now() + offsetMs) });
    await fillHall(addDays(localDateOf(instantOf(Date.now())), -1), act, setClock);
    offsetMs = 0;
    await bookForToday();
    anna = await atCounter('anna', 'Bürgerbüro 1');
    bernd = await atCounter('bernd', 'Bürgerbüro 2');
  }, 120_000);
  afterAll(async () => {
    for (const pc of pcs) await pc.dispose();
    await town?.close();
  });

  /** Whatever the day and the hour: the counter is open all of it, and it was booked at its beginning. */
  async function bookForToday(): Promise<void> {
    const on = localDateOf(instantOf(Date.now()));
    const { from } = localDay(on);
    setClock(from);
    const ranges = [{ from: localTime.parse('00:00'), to: localTime.parse('24:00'), share: 'web' as const }];
    await act('setException', {
      counterId: counter,
      on,
      exception: { from: null, to: { on, ranges, reason: '' } },
    });
    await act('bookByClerk', bookingAt(from + 10 * 12, booked));
    offsetMs = 0;
  }

  function setClock(unit: Unit, minutes = 0): void {
    offsetMs = millisecondsOf(instantOfUnit(unit)) + minutes * 60_000 - Date.now();
  }

  async function act<K extends Kind>(kind: K, payload: PayloadOf<K>): Promise<void> {
    const { id, role, departmentIds } = kind === 'setException' ? doraRitter : annaBerger;
    const { result } = await executeServerOperation(
      town.core,
      testTown.municipalityId,
      { opId: opId.parse(randomUUID()), deviceId: null, kind, v: 1, payload, at: town.core.now() },
      { kind: 'clerk', clerkId: id, role, departmentIds },
    );
    expect(result).toEqual({ decided: 'accepted' });
  }

  async function newPage(path: string): Promise<Page> {
    const pc = await Pc.setUp();
    pcs.push(pc);
    return pc.open(town.url + path);
  }

  async function atCounter(name: ClerkName, counterName: string): Promise<Page> {
    const page = await newPage('/desk/');
    await enrol(page, {
      enrolmentCode: () => town.workstations.newEnrolmentCode(testTown.municipalityId).code,
    });
    await sendSignIn(page, name);
    await page.getByRole('link', { name: 'Wartende' }).click();
    await page.getByRole('combobox', { name: 'Mein Schalter' }).click();
    await page.getByRole('option', { name: counterName }).click();
    return page;
  }
  const part = (page: Page, name: RegExp | string) => page.getByRole('region', { name });

  it('a lead finds the addresses of the screen and the kiosk, which name nobody', async () => {
    await filmLooks(anna, 'queue/empty');
    await anna.getByRole('button', { name: 'Anzeige und Automat' }).click();
    const dialog = anna.getByRole('dialog');
    const addressOf = async (name: RegExp) =>
      new URL((await dialog.getByRole('link', { name }).first().getAttribute('href')) ?? '').pathname;
    const [displayPath, kioskPath] = [await addressOf(/^Anzeige/), await addressOf(/^Automat/)];
    await film(anna, 'queue/addresses');
    await anna.keyboard.press('Escape');
    display = await newPage(displayPath);
    await display.setViewportSize({ width: 1920, height: 1080 });
    await display.getByText('Zurzeit ist niemand aufgerufen.').waitFor();
    // this Chromium has no voice of its own, and so offers none
    expect(await display.getByRole('button', { name: /^Ansage/ }).count()).toBe(0);
    await display.addInitScript(giveVoice);
    await display.reload();
    await display.getByRole('button', { name: 'Ansage ist aus' }).click();
    await display.getByRole('button', { name: 'Ansage ist an' }).waitFor();
    kiosk = await newPage(kioskPath);
    await kiosk.evaluate(() => {
      window.print = () => undefined;
    });
    expect(await accessibilityProblems(kiosk)).toEqual([]);
    for (const [width, height] of [
      [1080, 1920],
      [1280, 800],
    ] as const) {
      await kiosk.setViewportSize({ width, height });
      await film(kiosk, `queue/kiosk-${width}`);
    }
  });

  it('a number from the kiosk, a booked person by a scanned code, and one without an appointment', async () => {
    await kiosk.getByRole('button', { name: 'Hundesteuer anmelden' }).click();
    await kiosk.getByText('K01').waitFor();
    expect(await accessibilityProblems(kiosk)).toEqual([]);
    await film(kiosk, 'queue/kiosk-number');
    await part(anna, /^Wartend/)
      .getByText('K01')
      .waitFor();
    // a scanner types what the code holds, and presses enter
    const field = part(anna, /^Heute mit Termin/).getByRole('textbox');
    await field.fill(`https://amt.example/m/x/appointments/manage/abc#${checkInCode(booked)}`);
    await field.press('Enter');
    await anna.getByText('Erika Mustermann ist angemeldet und hat die Nummer A01.').waitFor();
    await anna.getByRole('heading', { name: 'Wartende', level: 1 }).click();
    await anna.keyboard.press('w');
    const dialog = anna.getByRole('dialog', { name: 'Person aufnehmen' });
    await anna.keyboard.type('Hund');
    await anna.keyboard.press('Enter');
    await dialog.getByRole('textbox', { name: 'Hinweis (freiwillig)' }).fill('mit Kinderwagen');
    await film(anna, 'queue/take-in');
    await anna.keyboard.press('Enter');
    await anna.getByText('Nummer A02 ist vergeben.').waitFor();
    expect(await accessibilityProblems(anna)).toEqual([]);
  });

  it('two desks call the same one: exactly one gets her, and the screen shows it within a second', async () => {
    await part(bernd, /^Wartend/)
      .getByText('A02')
      .waitFor();
    const call = (page: Page) => page.getByRole('button', { name: 'K01 aufrufen' }).click();
    await Promise.all([call(anna), call(bernd)]);
    const called = (page: Page) =>
      page
        .getByText('K01 ist aufgerufen.')
        .waitFor()
        .then(() => page);
    const winner = await Promise.race([called(anna), called(bernd)]);
    const other = winner === anna ? bernd : anna;
    await display.getByText('K01').waitFor({ timeout: 1000 });
    const where = winner === anna ? 'Bürgerbüro 1' : 'Bürgerbüro 2';
    expect(await display.evaluate(() => (globalThis as unknown as { said: string[] }).said)).toEqual([
      'Die Ansage ist an.',
      `Nummer K 1, bitte zu: ${where}.`,
    ]);
    await part(other, 'An anderen Schaltern').getByText('K01').waitFor();
    await other.getByText('Niemand. Rufen Sie die nächste Person auf.').waitFor();
    await filmLooks(winner, 'queue/called');
    await part(winner, 'An meinem Schalter').getByRole('button', { name: 'Ist da: K01' }).click();
    await part(winner, 'An meinem Schalter').getByRole('button', { name: 'Fertig: K01' }).click();
    await part(winner, 'Fertig bedient').getByText('K01').waitFor();
    await anna.getByRole('heading', { name: 'Wartende', level: 1 }).click();
    await anna.keyboard.press('r');
    await part(anna, 'An meinem Schalter').getByText('A0').waitFor();
    await display.getByText(/^A0/).waitFor();
    await film(display, 'queue/display');
    expect(await display.locator('body').innerText()).not.toContain('Mustermann');
    expect(await accessibilityProblems(display)).toEqual([]);
  });

  it('without a line a desk calls who waits for its own counter, and nobody else; the screen says that it is out of date', async () => {
    await bernd.getByRole('heading', { name: 'Wartende', level: 1 }).click();
    await pcs[1]?.cutLine(true);
    await pcs[2]?.cutLine(true);
    await pcs[3]?.cutLine(true);
    await bernd.getByText(/^Keine Verbindung zum Server: Sie können/).waitFor();
    expect(await bernd.getByRole('button', { name: /^A0. aufrufen/ }).count()).toBe(0);
    await bernd.keyboard.press('w');
    await bernd.keyboard.type('Hund');
    await bernd.keyboard.press('Enter');
    await bernd.getByRole('button', { name: 'Nummer vergeben' }).click();
    await bernd.getByText('Nummer B01 ist vergeben.').waitFor();
    await bernd.keyboard.press('r');
    await part(bernd, 'An meinem Schalter').getByText('B01').waitFor();
    await filmLooks(bernd, 'queue/no-line');
    await kiosk.getByText(/^Keine Verbindung/).waitFor();
    await film(kiosk, 'queue/kiosk-no-line');
    await display.getByText(/nicht aktuell/).waitFor();
    await film(display, 'queue/display-stale');
    for (const pc of pcs) await pc.cutLine(false);
    await part(anna, 'An anderen Schaltern').getByText('B01').waitFor();
    await display.getByText('B01').waitFor();
    await display.getByText(/nicht aktuell/).waitFor({ state: 'hidden' });
    await kiosk.getByText(/^Keine Verbindung/).waitFor({ state: 'hidden' });
  });

  it('a lead reads how much was booked, who came and how long it took, and saves it', async () => {
    await anna.getByRole('link', { name: 'Auswertung' }).click();
    await anna.getByRole('button', { name: 'Termine und Wartende' }).click();
    await anna.getByRole('combobox', { name: 'Zeitraum' }).click();
    await anna.getByRole('option', { name: 'Letzte 7 Tage' }).click();
    const overview = part(anna, 'Überblick');
    await overview.getByText('13 (mit Termin: 4, ohne Termin: 8, Automat: 1)').waitFor();
    await overview.getByText('2\u00A0von\u00A06 (33\u00A0%)').waitFor();
    const today = localDateOf(instantOf(Date.now()));
    const yesterday = addDays(today, -1);
    const cellsOf = async (table: RegExp, day = today) => {
      const row = part(anna, table).getByRole('row', { name: formatLocalDate(day) });
      return row.getByRole('cell').allInnerTexts();
    };
    expect((await cellsOf(/^Geplant und gebucht je Tag:/)).slice(2)).toEqual([
      '0:20\u00A0Std.',
      expect.stringMatching(/^[12]\u00A0%$/),
      '1',
      '0',
      '0\u00A0von\u00A01 (0\u00A0%)',
    ]);
    expect(await cellsOf(/^Geplant und gebucht je Tag:/, yesterday)).toEqual([
      '10:00\u00A0Std.',
      '0:00\u00A0Std.',
      '1:40\u00A0Std.',
      '17\u00A0%',
      '5',
      '1',
      '2\u00A0von\u00A05 (40\u00A0%)',
    ]);
    expect(await cellsOf(/^Warten und Bedienen je Tag:/, yesterday)).toEqual([
      '9',
      '10\u00A0Min.',
      '28\u00A0Min.',
      '31\u00A0Min.',
      '46\u00A0Min.',
      '0',
    ]);
    const saving = anna.waitForEvent('download');
    await anna.getByRole('button', { name: 'Als CSV speichern' }).click();
    const saved = await saving;
    expect(saved.suggestedFilename()).toMatch(/^Termine und Wartende .*\.csv$/);
    expect(readFileSync(await saved.path(), 'utf8').split('\r\n')).toEqual(
      expect.arrayContaining([
        'Schalter;Bürgerbüro 1;Gebucht;Minuten;120',
        'Art;Automat;Bedient;Anzahl;1',
        `Tag;${today};Personen mit Nummer;Anzahl;4`,
        `Tag;${yesterday};Auslastung;%;16,7`,
      ]),
    );
    expect(await accessibilityProblems(anna)).toEqual([]);
    await filmLooks(anna, 'figures/hall');
    await anna.getByRole('combobox', { name: 'Zeitraum' }).click();
    await anna.getByRole('option', { name: 'Nächste 4 Wochen' }).click();
    await part(anna, /^Warten und Bedienen je Stunde:/).waitFor({ state: 'hidden' });
    await filmLooks(anna, 'figures/hall-ahead');
  });
});

/** In the page: what a browser with a German voice has, and what is said with it. */
function giveVoice(): void {
  const said: string[] = [];
  class Utterance {
    readonly text: string;
    constructor(text: string) {
      this.text = text;
    }
  }
  const speechSynthesis = {
    getVoices: () => [{ lang: 'de-DE', localService: true }],
    addEventListener: () => undefined,
    cancel: () => undefined,
    speak: ({ text }: Utterance) => said.push(text),
  };
  for (const [name, value] of Object.entries({ said, speechSynthesis, SpeechSynthesisUtterance: Utterance }))
    Object.defineProperty(globalThis, name, { value });
}
