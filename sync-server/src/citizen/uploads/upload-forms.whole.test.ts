import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { blobHash } from '@amtsstube/shared/domain/blob';
import type { Dossier } from '@amtsstube/shared/domain/case';
import { encodePage } from '@amtsstube/shared/domain/forms/page-encoding';
import { instantOf } from '@amtsstube/shared/domain/time';
import { completeAnswers } from '@amtsstube/shared/fixtures/complete-answers';
import { testTown } from '@amtsstube/shared/fixtures/test-town';
import { sewerConnection } from '@amtsstube/shared/services/property/sewer-connection';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { removeUnclaimed } from '../../blobs/unclaimed-blobs.ts';
import { startTestTown, type TestTownServer } from '../../start-server-test-town.ts';
import { hiddenIn, openPage, type Shown, ticketIn } from '../test-browser.ts';
import { aPdf, encryptedPdf, pngOf, tinyPng } from './test-files.ts';

let town: TestTownServer;
let laterMs = 0;
beforeAll(async () => {
  const now = () => instantOf(Date.now() + laterMs);
  town = await startTestTown(
    {},
    { now, citizenLimits: { pages: 100_000, submissions: 1000, files: 10_000 } },
  );
});
afterAll(() => town.close());

const path = `/m/${testTown.municipalityId}/services/${sewerConnection.id}/form`;
const answers = completeAnswers(sewerConnection.form, 7);
const typed = Object.fromEntries(
  [...encodePage(sewerConnection.form, answers)].filter(([name]) => !name.startsWith('sitePlan')),
);

interface Sent {
  readonly fields?: Readonly<Record<string, string>>;
  readonly files?: readonly (readonly [field: string, name: string, bytes: Uint8Array])[];
}

/** As a browser without a script sends a form with files. */
async function sendWithFiles({ fields = {}, files = [] }: Sent): Promise<Shown> {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  for (const [field, name, bytes] of files) body.append(field, new Blob([new Uint8Array(bytes)]), name);
  const response = await fetch(town.url + path, { method: 'POST', body, redirect: 'manual' });
  return { status: response.status, html: await response.text(), headers: response.headers };
}

const ticket = async () => ticketIn((await openPage(town.url, path)).html);

async function dossierOf(receipt: string): Promise<Dossier> {
  const reference = new RegExp(`${sewerConnection.referencePrefix}-\\d{4}-\\d{5}`).exec(receipt)?.[0];
  return town.core.store.snapshot(testTown.municipalityId, async (read) => {
    const cases = await read.allDocuments('cases', '', 1000);
    const id = cases.find(
      ({ document }) => (document as { fileReference: string }).fileReference === reference,
    )?.id;
    const dossiers = await read.allDocuments('dossiers', '', 1000);
    return dossiers.find((each) => each.id === id)?.document as Dossier;
  });
}

describe('a form with files and no script', () => {
  it('[B1] takes a file with the page, names it in summary and receipt, and the case has it', async () => {
    const plan = aPdf(2);
    const fields = { _ticket: await ticket(), ...typed, _to: 'review' };
    const review = await sendWithFiles({ fields, files: [['sitePlan', 'Lageplan Grüße.pdf', plan]] });
    expect(review.html).toContain('Lageplan Grüße.pdf');
    expect(review.status).toBe(200);
    const inputs = hiddenIn(review.html);
    expect(inputs['sitePlan.0.hash']).toBe(createHash('sha256').update(plan).digest('hex'));
    const sent = await sendWithFiles({ fields: inputs });
    expect(sent.status).toBe(303);
    const receipt = await openPage(town.url, sent.headers.get('location') ?? '');
    expect(receipt.html).toContain('Lageplan Grüße.pdf');
    const dossier = await dossierOf(receipt.html);
    expect(dossier.attachments).toEqual([
      {
        hash: inputs['sitePlan.0.hash'],
        name: 'Lageplan Grüße.pdf',
        mediaType: 'application/pdf',
        size: plan.length,
        addedBy: null,
        addedAt: dossier.events[0]?.at,
      },
    ]);
    expect(await town.blobs.has(testTown.municipalityId, blobHash.parse(inputs['sitePlan.0.hash']))).toBe(
      true,
    );
  });

  it('keeps the others and all that was typed, where one is refused', async () => {
    const fields = { _ticket: await ticket(), ...typed, _to: 'review' };
    const files = [
      ['sitePlan', 'Programm.pdf', Buffer.from('MZ…')],
      ['sitePlan', 'Haus.png', tinyPng],
      ['sitePlan', 'leer.pdf', Buffer.of()],
    ] as const;
    const again = await sendWithFiles({ fields, files });
    expect(again.status).toBe(422);
    expect(again.html).toContain('„Programm.pdf“ ist keine Datei, die wir hier annehmen.');
    expect(again.html).toContain('„leer.pdf“ ist leer.');
    expect(hiddenIn(again.html)['sitePlan.0.name']).toBe('Haus.png');
    for (const [name, value] of Object.entries(typed))
      if (value === 'Weiß') expect(again.html).toContain(`name="${name}"`);
    const without = await sendWithFiles({
      fields: { ...typed, ...hiddenIn(again.html), _removeFile: 'sitePlan.0' },
    });
    expect(without.status).toBe(200);
    expect(hiddenIn(without.html)['sitePlan.0.hash']).toBeUndefined();
  });

  it('[B1] takes no file that was brought with another ticket, or never', async () => {
    const own = { _ticket: await ticket(), ...typed, _to: 'review' };
    const theirs = hiddenIn(
      (await sendWithFiles({ fields: own, files: [['sitePlan', 'Plan.pdf', aPdf(1)]] })).html,
    );
    for (const way of [{ _to: 'review' }, {}] as Record<string, string>[]) {
      const stolen = await sendWithFiles({ fields: { ...theirs, ...way, _ticket: await ticket() } });
      expect(stolen.status).toBe(422);
      expect(stolen.html).toContain('„Plan.pdf“ ist nicht mehr da.');
      expect(hiddenIn(stolen.html)['sitePlan.0.hash']).toBeUndefined();
    }
    const lie = await sendWithFiles({ fields: { ...theirs, 'sitePlan.0.kind': 'png' } });
    expect(lie.status).toBe(422);
    expect((await sendWithFiles({ fields: theirs })).status).toBe(303);
  });
});

describe('a form with files', () => {
  it.each<[string, Buffer, string]>([
    ['a password', encryptedPdf, 'ist mit einem Passwort geschützt'],
    ['damage', aPdf(1).subarray(0, 80), 'lässt sich nicht lesen'],
    ['too many pages', aPdf(201), 'hat mehr als 200 Seiten'],
    ['too many pixels', pngOf(10_000, 5001), 'hat mehr als 50 Megapixel'],
    ['a byte too many', Buffer.alloc(25 * 1024 * 1024 + 1, '%PDF-'), 'ist größer als 25 MB'],
  ])(
    'says of a file with %s what is wrong; what stands before and behind it is taken',
    async (_, bytes, says) => {
      const body = new FormData();
      body.append('_ticket', await ticket());
      body.append('sitePlan', new Blob([new Uint8Array(bytes)]), 'Falsch.pdf');
      body.append('sitePlan', new Blob([new Uint8Array(aPdf(1))]), 'Richtig.pdf');
      body.append('firstName', 'Jürgen & "Söhne"');
      for (const [name, value] of Object.entries(typed)) body.append(name, value);
      const response = await fetch(town.url + path, { method: 'POST', body });
      const html = await response.text();
      expect(response.status).toBe(422);
      expect(html).toContain(`„Falsch.pdf“ ${says}`);
      expect(hiddenIn(html)['sitePlan.0.name']).toBe('Richtig.pdf');
      for (const text of ['Weiß', 'Lindenstraße', 'erika.mustermann@example.org'])
        expect(html).toContain(text);
    },
  );

  it('takes as many as the field does and names the others', async () => {
    const files = Array.from({ length: 5 }, (_, index) => ['sitePlan', `${index}.pdf`, aPdf(1)] as const);
    const again = await sendWithFiles({
      fields: { _ticket: await ticket(), ...typed, _upload: 'sitePlan' },
      files,
    });
    expect(again.html).toContain('„3.pdf“ ist eine Datei zu viel.');
    expect(again.html).toContain('„4.pdf“ ist eine Datei zu viel.');
    const names = [0, 1, 2].map((index) => hiddenIn(again.html)[`sitePlan.${index}.name`]);
    expect(names).toEqual(['0.pdf', '1.pdf', '2.pdf']);
    // the same bytes again are no second file
    const { _ticket: sealed, ...inputs } = hiddenIn(again.html);
    const [first] = files;
    const same = await sendWithFiles({
      fields: { ...typed, ...inputs, _ticket: sealed ?? '', _upload: 'sitePlan' },
      files: first ? [first] : [],
    });
    expect(same.status).toBe(200);
    expect(hiddenIn(same.html)).toMatchObject(inputs);
  });

  it('takes none at a field that takes none, nor without a ticket', async () => {
    const fields = { _ticket: await ticket(), ...typed, _to: 'all' };
    const strange = await sendWithFiles({
      fields,
      files: [
        ['firstName', 'x.pdf', aPdf(1)],
        ['nothing', 'y.pdf', aPdf(1)],
      ],
    });
    expect(strange.status).toBe(200);
    expect(strange.html).not.toContain('x.pdf');
    const { _ticket: _, ...without } = fields;
    const lost = await sendWithFiles({ fields: without, files: [['sitePlan', 'Plan.pdf', aPdf(1)]] });
    expect(lost.status).toBe(422);
    expect(lost.html).toContain('„Plan.pdf“ ist nicht mehr da.');
    expect(lost.html).toContain('Lindenstraße');
  });

  it('is read as strictly as one without', async () => {
    const post = async (sent: Buffer, type = 'multipart/form-data; boundary=x') => {
      const response = await fetch(town.url + path, {
        method: 'POST',
        body: new Uint8Array(sent),
        headers: { 'Content-Type': type },
      });
      await response.arrayBuffer();
      return response.status;
    };
    const part = (value: Buffer) =>
      Buffer.concat([
        Buffer.from('--x\r\nContent-Disposition: form-data; name="firstName"\r\n\r\n'),
        value,
        Buffer.from('\r\n--x--\r\n'),
      ]);
    expect(await post(part(Buffer.from([0xff, 0xfe])))).toBe(400);
    expect(await post(part(Buffer.alloc(300_000, 'x')))).toBe(413);
    expect(await post(part(Buffer.from('x')).subarray(0, -9))).toBe(400);
    expect(await post(part(Buffer.from('x')), 'multipart/form-data; charset=utf-8')).toBe(400);
  });

  it('that breaks off in the middle of a file leaves nothing behind', async () => {
    const folder = join(town.dataDirectory, 'blobs', testTown.municipalityId, 'uploads');
    const filesIn = async () =>
      (await readdir(folder, { recursive: true, withFileTypes: true })).filter((each) => each.isFile())
        .length;
    const before = await filesIn();
    const sending = request(town.url + path, {
      method: 'POST',
      headers: { 'Content-Type': 'multipart/form-data; boundary=x', 'Content-Length': '3000000' },
    });
    sending.on('error', () => undefined);
    sending.write(
      `--x\r\nContent-Disposition: form-data; name="_ticket"\r\n\r\n${await ticket()}\r\n` +
        '--x\r\nContent-Disposition: form-data; name="sitePlan"; filename="a.pdf"\r\n\r\n%PDF-1.7',
    );
    sending.write('x'.repeat(200_000));
    await expect.poll(filesIn).toBe(before + 1);
    sending.destroy();
    await expect.poll(filesIn).toBe(before);
  });
});

describe('files of an application that', () => {
  /** As if two days had gone by. */
  const sweptAway = () =>
    removeUnclaimed({
      store: town.core.store,
      blobs: town.blobs,
      municipality: testTown.municipalityId,
      nowMs: Date.now() + 2 * 24 * 60 * 60 * 1000,
      except: [],
    });
  const withPlan = async () => {
    const fields = { _ticket: await ticket(), ...typed, _to: 'review' };
    return hiddenIn((await sendWithFiles({ fields, files: [['sitePlan', 'Plan.pdf', aPdf(1)]] })).html);
  };

  it('is prepared anew with other words go with it', async () => {
    const inputs = await withPlan();
    await sendWithFiles({ fields: inputs });
    const changed = { ...inputs, wantedOn: '1.2.2027' };
    const conflict = await sendWithFiles({ fields: changed });
    expect(conflict.status).toBe(409);
    const anew = await sendWithFiles({ fields: hiddenIn(conflict.html) });
    expect(hiddenIn(anew.html)['sitePlan.0.name']).toBe('Plan.pdf');
    const sent = await sendWithFiles({ fields: { ...changed, ...hiddenIn(anew.html) } });
    expect(sent.status).toBe(303);
    const receipt = await openPage(town.url, sent.headers.get('location') ?? '');
    expect((await dossierOf(receipt.html)).attachments).toMatchObject([{ name: 'Plan.pdf' }]);
  });

  it('[S2] is sent again after they were swept away as a draft’s is the same one', async () => {
    const inputs = await withPlan();
    expect((await sendWithFiles({ fields: inputs })).status).toBe(303);
    await sweptAway();
    const hash = blobHash.parse(inputs['sitePlan.0.hash']);
    expect(await town.blobs.has(testTown.municipalityId, hash)).toBe(true);
    expect((await sendWithFiles({ fields: inputs })).status).toBe(303);
  });

  it.each([
    ['looked at again', { _to: 'review' }, 422],
    ['sent', {}, 409],
  ])(
    '[B1] are claimed by no ticket that has run out; the form says so where it is %s',
    async (_, way, status) => {
      const fields = { _ticket: await ticket(), ...typed, _to: 'review' };
      const review = await sendWithFiles({ fields, files: [['sitePlan', 'alt.png', tinyPng]] });
      const inputs = hiddenIn(review.html);
      laterMs = 31 * 24 * 60 * 60 * 1000;
      try {
        const late = await sendWithFiles({ fields: { ...inputs, ...way } });
        expect(late.status).toBe(status);
        expect(late.html).toContain(
          '„alt.png“ ist nicht mehr da. Bitte wählen Sie die Datei noch einmal aus.',
        );
        // nor by the one that took its place, which a file can be brought with again
        const fresh = { ...inputs, _ticket: ticketIn(late.html), _to: 'review' };
        const again = await sendWithFiles({ fields: fresh });
        expect(again.html).toContain('„alt.png“ ist nicht mehr da.');
        const chosen = Object.entries(fresh).filter(([name]) => !name.startsWith('sitePlan'));
        const brought = await sendWithFiles({
          fields: Object.fromEntries(chosen),
          files: [['sitePlan', 'neu.png', tinyPng]],
        });
        expect(brought.status).toBe(200);
      } finally {
        laterMs = 0;
      }
    },
  );

  it('nobody sent in time are gone, and the page says which', async () => {
    const inputs = await withPlan();
    await sweptAway();
    const late = await sendWithFiles({ fields: inputs });
    expect(late.status).toBe(422);
    expect(late.html).toContain('„Plan.pdf“ ist nicht mehr da. Bitte wählen Sie die Datei noch einmal aus.');
    expect(late.html).toContain('Lindenstraße');
  });
});
