import { frame } from '@amtsstube/desktop/data/journal/record-format';
import { decodeSlot, encodeSlot } from '@amtsstube/desktop/host/opfs-slot';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { accessibilityProblems } from './axe.ts';
import { fillInDogTax, readReceipt, send } from './citizen.ts';
import {
  addNote,
  enrol,
  notHandedOver,
  openCase,
  sendSignIn,
  signIn,
  takeOver,
  unlock,
  untilHandedOver,
} from './clerk.ts';
import { film } from './film-strip.ts';
import { Pc } from './pc.ts';
import { Profile } from './profile.ts';
import { Town } from './town.ts';

const firstNote = 'Rückruf bei Frau Öhler: Der Nachweis kommt per Post.';
const secondNote = 'Größe des Hundes nachgetragen.';
const deviceFiles = /^device(-copy)?\.json\.[01]$/;

/** What a disk, a browser or another version did to the files on a clerk's PC, with two notes not yet handed over. */
describe('a profile that is not as it was left', () => {
  let town: Town;
  let pc: Pc;
  let reference: string;

  let page: Page;
  let profile: Profile;
  beforeAll(async () => {
    town = await Town.open();
    pc = await Pc.setUp();
    page = await pc.open(town.url);
    await fillInDogTax(page, town.url);
    await send(page);
    reference = (await readReceipt(page)).fileReference;
    await page.goto(`${town.url}/desk/`);
    await signIn(page, 'bernd', town);
    await untilHandedOver(page);
    await openCase(page, 'Alle Vorgänge', reference);
    // her own case: looking at it is noted by nobody, and the notes are the last two records
    await takeOver(page);
    await untilHandedOver(page);
    await town.killServer();
    for (const text of [firstNote, secondNote]) await addNote(page, text);
    await page.getByRole('banner', { includeHidden: true }).getByText(notHandedOver(2)).first().waitFor();
    await pc.shutDown();
    await pc.keep();
    await town.keep();
  });
  // what one leaves behind is nothing to the next: each has the town and the PC as they were kept
  beforeEach(async () => {
    await town.putBack();
    profile = await withoutDesk();
  });
  afterEach(async () => {
    await pc.shutDown();
    await pc.putBack();
    await town.killServer();
  });
  afterAll(async () => {
    await pc?.dispose();
    await town?.close();
  });

  /** The desk is closed; its service worker answers without a line. */
  async function withoutDesk(): Promise<Profile> {
    await pc.shutDown();
    page = await pc.open('about:blank');
    await pc.cutLine(true);
    return Profile.of(page, town.url);
  }

  async function openDesk(): Promise<void> {
    await page.goto(`${town.url}/desk/`);
  }

  /** Nothing was lost: both notes are there, and the server takes them over. */
  async function findsBothNotes(): Promise<void> {
    await unlock(page, 'bernd');
    await findsNotes([firstNote, secondNote]);
  }

  async function findsNotes(texts: readonly string[]): Promise<void> {
    await openCase(page, 'Alle Vorgänge', reference);
    for (const text of texts)
      await page.getByRole('region', { name: 'Verlauf' }).getByText(text).first().waitFor();
    await pc.cutLine(false);
    await untilHandedOver(page);
    for (const text of texts)
      await page.getByRole('region', { name: 'Verlauf' }).getByText(text).first().waitFor();
  }

  it('the device’s file is of a newer version: says so, changes nothing, and opens with that version', async () => {
    const putBack = await profile.change(deviceFiles, (bytes) => {
      const slot = decodeSlot(bytes);
      return encodeSlot({
        generation: slot?.generation ?? 1,
        content: Buffer.from('{"format":2,"safe":{}}'),
      });
    });
    await openDesk();
    await page.getByRole('heading', { name: /schon eine neuere Fassung von Amtsstube/ }).waitFor();
    await page.getByText('Es wurde nichts geändert.').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await film(page, 'bad-profile-newer');
    profile = await Profile.of(page, town.url);
    await putBack();
    await openDesk();
    await findsBothNotes();
  });

  it('the journal goes on in a newer format: says so, changes nothing, and opens with that version', async () => {
    const name = await profile.journal();
    const before = await profile.read('journals', name);
    const newer = Uint8Array.of(...before, ...frame(Uint8Array.of(2, 1, 2, 3, 4)));
    await profile.write('journals', name, newer);
    await openDesk();
    await page.getByLabel('Passwort').first().fill('musterstadt-bernd-2026');
    await page.getByRole('button', { name: 'Entsperren' }).click();
    await page.getByRole('heading', { name: /schon eine neuere Fassung von Amtsstube/ }).waitFor();
    profile = await withoutDesk();
    expect(await profile.read('journals', name)).toEqual(newer);
    await profile.write('journals', name, before);
    await openDesk();
    await findsBothNotes();
  });

  it('the databases are of a newer version: the copy is opened or fetched anew, and nothing is lost', async () => {
    expect(await profile.raiseDatabases()).toBeGreaterThan(0);
    await openDesk();
    await unlock(page, 'bernd');
    await pc.cutLine(false);
    await findsNotes([firstNote, secondNote]);
  });

  it('the databases are gone: the copy is fetched anew, and nothing is lost', async () => {
    expect(await profile.deleteDatabases()).toBeGreaterThan(0);
    await openDesk();
    await unlock(page, 'bernd');
    await page.getByRole('banner', { includeHidden: true }).getByText(notHandedOver(2)).first().waitFor();
    await film(page, 'bad-profile-no-databases');
    await pc.cutLine(false);
    await findsNotes([firstNote, secondNote]);
  });

  it('bits of the device’s file flipped: its copy opens, and nothing is lost', async () => {
    await profile.change(/^device\.json\.[01]$/, flipped);
    await openDesk();
    await findsBothNotes();
  });

  it('bits of the device’s file and of its copy flipped: says so and changes nothing', async () => {
    const putBack = await profile.change(deviceFiles, flipped);
    await openDesk();
    await page.getByRole('heading', { name: 'Die Daten auf diesem Gerät sind beschädigt' }).waitFor();
    await page.getByText('wenden Sie sich an die Systembetreuung').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await film(page, 'bad-profile-damaged');
    profile = await Profile.of(page, town.url);
    await putBack();
    await openDesk();
    await findsBothNotes();
  });

  it('the operating system’s part of the key is lost: signing in with the server opens all of it', async () => {
    await profile.change(deviceFiles, (bytes) => {
      const slot = decodeSlot(bytes);
      if (slot === undefined) throw new Error('no slot');
      const file = JSON.parse(Buffer.from(slot.content).toString());
      for (const vault of file.vaults)
        vault.systemKey = Buffer.from('of a former profile').toString('base64');
      return encodeSlot({ ...slot, content: Buffer.from(JSON.stringify(file)) });
    });
    await openDesk();
    await page.getByLabel('Passwort').first().fill('musterstadt-bernd-2026');
    await page.getByRole('button', { name: 'Entsperren' }).click();
    await page.getByText('Dieses Benutzerkonto des PCs kann Ihre Daten nicht mehr entschlüsseln').waitFor();
    await film(page, 'bad-profile-system-key');
    await pc.cutLine(false);
    await page.getByRole('button', { name: 'Mit Verbindung anmelden' }).click();
    await sendSignIn(page, 'bernd');
    await page.getByRole('link', { name: 'Posteingang' }).waitFor();
    await findsNotes([firstNote, secondNote]);
  });

  it('[J3] a flipped bit in the middle of the journal: says so, keeps the file, loses nothing behind it', async () => {
    const name = await profile.journal();
    const bytes = await profile.read('journals', name);
    const damaged = Uint8Array.from(bytes);
    // within the last but one record, the first note: the last record is the second note
    const at = startOfLastFrame(bytes) - 40;
    damaged.set([(damaged[at] ?? 0) ^ 0x10], at);
    await profile.write('journals', name, damaged);
    await openDesk();
    await unlock(page, 'bernd');
    await page.getByRole('button', { name: 'Abgleich anzeigen' }).click();
    const panel = page.getByRole('dialog', { name: 'Abgleich' });
    await panel.getByText(/Ein Teil des Journals auf diesem Gerät ist beschädigt/).waitFor();
    await film(page, 'bad-profile-journal');
    await page.keyboard.press('Escape');
    await findsNotes([secondNote]);
    profile = await withoutDesk();
    expect(await profile.read('set-aside', (await profile.names('set-aside'))[0] ?? '')).toEqual(damaged);
  });

  it('every key is lost: a new code, a clear word about the former journal, and she goes on', async () => {
    const journal = await profile.journal();
    const bytes = await profile.read('journals', journal);
    await page.evaluate(async () => {
      const root = await navigator.storage.getDirectory();
      const desk = await root.getDirectoryHandle('amtsstube');
      await desk.removeEntry('files', { recursive: true });
    });
    await pc.cutLine(false);
    await openDesk();
    await enrol(page, town);
    await sendSignIn(page, 'bernd');
    await page
      .getByRole('heading', { name: 'Ihr früherer Schlüssel auf diesem Gerät ist verloren' })
      .waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await film(page, 'bad-profile-keys-lost');
    await page.getByRole('button', { name: 'Weiterarbeiten' }).click();
    await openCase(page, 'Alle Vorgänge', reference);
    await addNote(page, 'Noch einmal eingegeben.');
    await untilHandedOver(page);
    profile = await withoutDesk();
    expect(await profile.read('set-aside', journal)).toEqual(bytes);
  });
});

describe('what is out of date', () => {
  let town: Town;
  let pc: Pc;
  beforeAll(async () => {
    town = await Town.open();
    pc = await Pc.setUp();
  });
  afterAll(async () => {
    await pc?.dispose();
    await town?.close();
  });

  it('an invitation after a week, a device’s code after a day: each says what to do', async () => {
    const page = await pc.open(`${town.url}/desk/`);
    await signIn(page, 'dora', town);
    await page.getByRole('link', { name: 'Verwaltung' }).click();
    await page.getByRole('button', { name: 'Anna Berger einladen' }).click();
    const invitation = page.getByRole('dialog', { name: 'Anna Berger einladen' });
    await invitation.getByLabel('Dienstliche E-Mail-Adresse').fill('anna.berger@musterstadt.example');
    await invitation.getByRole('button', { name: 'Einladung schicken' }).click();
    await expect.poll(() => town.mails.length).toBe(1);
    const link = /http:\/\/\S+\/einladung\/[\w-]{43}/.exec(town.mails[0]?.text ?? '')?.[0] ?? '';
    town.expireInvitationsAndCodes();

    const invited = await pc.open(link);
    await invited.getByRole('heading', { level: 1 }).waitFor();
    expect(await accessibilityProblems(invited)).toEqual([]);
    await film(invited, 'bad-invitation-expired');
    await invited
      .getByText('Bitte lassen Sie sich von Ihrer Systembetreuung einen neuen schicken.')
      .waitFor();

    const other = await Pc.setUp();
    try {
      const desk = await other.open(`${town.url}/desk/`);
      await desk.getByLabel('Gerätecode').fill(town.enrolmentCode());
      await desk.getByLabel('Name des Geräts').fill('Platz 9');
      await desk.getByRole('button', { name: 'Gerät einrichten' }).click();
      await desk
        .getByText('älter als einen Tag. Bitte prüfen Sie ihn, oder lassen Sie sich einen neuen geben.')
        .waitFor();
      expect(await desk.getByLabel('Name des Geräts').inputValue()).toBe('Platz 9');
    } finally {
      await other.dispose();
    }
  });
});

function flipped(bytes: Uint8Array): Uint8Array {
  return bytes.map((byte, index) => (index % 50 === 20 ? byte ^ 0x40 : byte));
}

/** Frames: u32 length, u32 CRC, body (record-format.ts). */
function startOfLastFrame(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let last = 0;
  for (let at = 0; at < bytes.length; at += 8 + view.getUint32(at, true)) last = at;
  return last;
}
