import { createHash } from 'node:crypto';
import { blobHash } from '@amtsstube/shared/domain/blob';
import type { Dossier } from '@amtsstube/shared/domain/case';
import { encodePage } from '@amtsstube/shared/domain/forms/page-encoding';
import { completeAnswers } from '@amtsstube/shared/fixtures/complete-answers';
import { testTown } from '@amtsstube/shared/fixtures/test-town';
import { sewerConnection } from '@amtsstube/shared/services/property/sewer-connection';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestTown, type TestTownServer } from '../../start-server-test-town.ts';
import { hiddenIn, openPage, type Shown, ticketIn } from '../test-browser.ts';
import { aPdf, tinyPng } from './test-files.ts';

let town: TestTownServer;
beforeAll(async () => {
  town = await startTestTown({}, { citizenLimits: { pages: 100_000, submissions: 1000, files: 10_000 } });
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
