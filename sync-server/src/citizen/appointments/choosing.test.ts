import { municipalityId, opId } from '@amtsstube/shared/domain/ids';
import { instantOf } from '@amtsstube/shared/domain/time';
import { testTown, testTownConfiguration } from '@amtsstube/shared/fixtures/test-town';
import { configureMunicipality } from '@amtsstube/shared/operations/settings/configure-municipality';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { executeServerOperation } from '../../execute/execute.ts';
import { startTestTown, type TestTownServer } from '../../start-server-test-town.ts';
import { openPage } from '../test-browser.ts';
import { booking, oneCounter, timesIn, timesPath, twoCounters } from './test-booking.ts';

/** A Monday, 8 o'clock here. */
const monday = Date.parse('2026-11-23T07:00:00.000Z');
const tuesday = '2026-11-24';
const nine = `${tuesday}T08:00:00.000Z`;
const minute = 60_000;

let town: TestTownServer;
let clock = monday;

beforeEach(async () => {
  clock = monday;
  town = await startTestTown({}, { now: () => instantOf(clock) });
});
afterEach(() => town.close());

describe('choosing what for', () => {
  it('several services are one visit; what isn’t possible is said, and what was ticked stays', async () => {
    const both = `leistung=${oneCounter}&leistung=${twoCounters}`;
    const prepared = await openPage(town.url, `${booking}/start?${both}`);
    expect(prepared.html).toContain('50 Minuten');
    expect(prepared.html).toContain('Zeugnis der Fischerprüfung');
    const none = await openPage(town.url, `${booking}/start`);
    expect([none.status, none.html.includes('mindestens ein Anliegen')]).toEqual([422, true]);
    const apart = `leistung=${oneCounter}&leistung=eheschliessung-anmelden`;
    const refused = await openPage(town.url, `${booking}/days?${apart}`);
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('nicht am selben Schalter');
    expect(refused.html).toMatch(/value="gewerbe-anmelden" checked/);
    const many = Array.from({ length: 6 }, (_, n) => `leistung=s${n}`).join('&');
    expect((await openPage(town.url, `${booking}/start?${many}`)).html).toContain('bis zu fünf');
    const phone = await openPage(town.url, `${booking}/start?leistung=geburtsurkunde-beantragen`);
    expect(phone.html).toContain('nur am Telefon');
  });

  it('a service that is by appointment says so; one that isn’t doesn’t', async () => {
    const services = `/m/${testTown.municipalityId}/services`;
    const path = `${booking}/start?leistung=${oneCounter}`;
    expect((await openPage(town.url, `${services}/${oneCounter}`)).html).toContain(`href="${path}"`);
    expect((await openPage(town.url, `${services}/hund-abmelden`)).html).not.toContain(booking);
    expect((await openPage(town.url, `/m/${testTown.municipalityId}/`)).html).toContain(`href="${booking}"`);
  });
});

describe('free times', () => {
  it('[K3] list, calendar and day offer what the engine has, and no more', async () => {
    const list = await openPage(town.url, `${booking}/days?leistung=${oneCounter}&monat=2026-12`);
    expect(list.html).toContain('Dienstag, 1. Dezember 2026');
    expect(list.html).not.toContain('Montag, 7. Dezember');
    // the closure between the years
    expect(list.html).not.toContain('29. Dezember 2026');
    const table = await openPage(
      town.url,
      `${booking}/days?leistung=${oneCounter}&monat=2026-12&ansicht=kalender`,
    );
    expect(table.html).toContain('Mittwoch, 2. Dezember 2026: nichts frei');
    expect(table.html).toMatch(
      /Dienstag, 1. Dezember 2026<\/span>|Dienstag, 1. Dezember 2026: \d+ freie Zeiten/,
    );
    const day = await openPage(town.url, timesPath(tuesday));
    expect(timesIn(day)[0]).toBe(nine);
    // the lead time of two hours, and the day that is over
    clock = Date.parse(nine) - 30 * minute;
    expect(timesIn(await openPage(town.url, timesPath(tuesday)))[0]).toBe(`${tuesday}T09:30:00.000Z`);
  });

  it('a month without any names the first days after it', async () => {
    clock = Date.parse('2026-12-23T09:00:00.000Z');
    const { html } = await openPage(town.url, `${booking}/days?leistung=${oneCounter}&monat=2026-12`);
    expect(html).toContain('Im Dezember 2026 ist nichts mehr frei');
    expect(html).toContain('Samstag, 2. Januar 2027');
  });

  it('where nothing is free, other towns that have the same service and free times are named, and the waiting list', async () => {
    const neighbour = municipalityId.parse('nachbarort');
    await town.core.store.createMunicipality(neighbour, town.core.newEpoch());
    const settings = testTownConfiguration.settings.map((each) =>
      each.kind === 'municipality' ? { ...each, name: 'Nachbarort' } : each,
    );
    const decided = await executeServerOperation(
      town.core,
      neighbour,
      {
        opId: opId.parse('neighbour'),
        deviceId: null,
        kind: configureMunicipality.kind,
        v: configureMunicipality.v,
        payload: { ...testTownConfiguration, settings },
        at: town.core.now(),
      },
      { kind: 'system' },
    );
    expect(decided.result).toEqual({ decided: 'accepted' });
    clock = Date.parse('2026-12-23T09:00:00.000Z');
    const full = await openPage(town.url, `${booking}/days?leistung=${oneCounter}&monat=2026-12`);
    expect(full.html).toContain(`href="/m/nachbarort/appointments/start?leistung=${oneCounter}"`);
    expect(full.html).toContain('Nachbarort: ab Samstag, 2. Januar 2027');
    expect(full.html).toContain(`href="${booking}/wait?leistung=${oneCounter}"`);
    // where there is something, nobody is sent away
    const some = await openPage(town.url, `${booking}/days?leistung=${oneCounter}&monat=2027-01`);
    expect(some.html).not.toContain('Nachbarort');
  });

  it('a day without any says so and leads on', async () => {
    const { html } = await openPage(town.url, timesPath('2026-11-25'));
    expect(html).toContain('An diesem Tag ist nichts frei');
    expect(html).toContain('Später: Donnerstag, 26. November 2026');
  });
});
