import type { Dossier } from '@amtsstube/shared/domain/case';
import { ref } from '@amtsstube/shared/domain/documents';
import type { FormDefinition } from '@amtsstube/shared/domain/form';
import { caseId, type FormVersionId, formVersionId, opId } from '@amtsstube/shared/domain/ids';
import { type FormVersion, isOfferedOnline, type Service } from '@amtsstube/shared/domain/settings';
import { instantOf } from '@amtsstube/shared/domain/time';
import { validDogAnswers } from '@amtsstube/shared/fixtures/builders';
import { testTown } from '@amtsstube/shared/fixtures/test-town';
import { putForm } from '@amtsstube/shared/operations/settings/put-form';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { executeServerOperation } from '../execute/execute.ts';
import { openPostOffice, type PostOffice } from '../mail/test-post-office.ts';
import { startTestTown, type TestTownServer } from '../start-server-test-town.ts';
import { asTyped, formPath, hiddenIn, openPage, send, shownIn, ticketIn } from './test-browser.ts';

let office: PostOffice;
let town: TestTownServer;
let number = 1;
const { serviceId } = testTown;

beforeAll(async () => {
  office = await openPostOffice();
  town = await startTestTown(
    { smtpUrl: office.url },
    { now: () => instantOf(Date.parse('2026-11-23T08:00:00Z')) },
  );
});
afterAll(async () => {
  await town.close();
  await office.close();
});

async function document<T>(collection: 'settings' | 'dossiers', id: string): Promise<T> {
  const found = await town.core.store.snapshot(testTown.municipalityId, (read) =>
    read.document(ref(collection, id as never)),
  );
  return found?.document as T;
}

async function current(): Promise<FormVersion> {
  const service = await document<Service>('settings', serviceId);
  expect(isOfferedOnline(service)).toBe(true);
  return document<FormVersion>('settings', service.formVersionId ?? '');
}

/** As an administrator's desk hands it over: without the telephone, with another question that must be answered. */
async function publish(formerMayFinish: boolean, form?: FormDefinition): Promise<FormVersionId> {
  const based = await current();
  number += 1;
  const id = formVersionId.parse(`${serviceId}.${number}`);
  const decided = await executeServerOperation(
    town.core,
    testTown.municipalityId,
    {
      opId: opId.parse(`publish.${number}`),
      deviceId: null,
      kind: putForm.kind,
      v: putForm.v,
      payload: {
        action: 'publish',
        serviceId,
        formVersionId: id,
        basedOn: based.id,
        form: form ?? changed(based.form),
        formerMayFinish,
      },
      at: town.core.now(),
    },
    { kind: 'system' },
  );
  expect(decided.result).toEqual({ decided: 'accepted' });
  return id;
}

function changed(form: FormDefinition): FormDefinition {
  const [first, ...others] = form.sections;
  if (first === undefined) throw new Error('no sections');
  const asked = { id: 'isDangerous', type: 'yesNo', label: 'Gefährlicher Hund?', required: true } as const;
  return {
    ...form,
    sections: [{ ...first, fields: [...first.fields.filter(({ id }) => id !== 'phone'), asked] }, ...others],
  };
}

async function madeWith(location: string | null): Promise<string> {
  const { html } = await openPage(town.url, location ?? '');
  const reference = /HST-\d{4}-\d{5}/.exec(html)?.[0];
  const cases = await town.core.store.snapshot(testTown.municipalityId, (read) =>
    read.allDocuments('cases', '', 1000),
  );
  const found = cases.find(
    (each) => (each.document as { fileReference: string }).fileReference === reference,
  );
  return (await document<Dossier>('dossiers', caseId.parse(found?.id))).formVersionId;
}

const typed = { ...asTyped(validDogAnswers()), phone: '03900 12-34' };

describe('a form that was begun before its next version was published', () => {
  let original: FormDefinition;
  beforeAll(async () => {
    original = (await current()).form;
  });
  beforeEach(async () => {
    await publish(true, original);
  });

  it('may be sent as it was: the case keeps the version it was made with', async () => {
    const begunWith = (await current()).id;
    const ticket = ticketIn((await openPage(town.url, formPath)).html);
    await publish(true);
    const sent = await send(town.url, formPath, { ...typed, _ticket: ticket });
    expect(sent.status).toBe(303);
    expect(await madeWith(sent.headers.get('location'))).toBe(begunWith);
    // whoever begins now is asked by the new one
    const fresh = await openPage(town.url, formPath);
    expect(fresh.html).toContain('Gefährlicher Hund?');
    expect(fresh.html).not.toContain('name="phone"');
  });

  it('where the former ends: the new form is shown, with what was typed as far as it still asks for it', async () => {
    const ticket = ticketIn((await openPage(town.url, formPath)).html);
    const next = await publish(false);
    const renewed = await send(town.url, formPath, { ...typed, _ticket: ticket });
    expect(renewed.status).toBe(409);
    expect(renewed.html).toContain('Das Formular wurde erneuert');
    expect([shownIn(renewed.html, 'firstName'), shownIn(renewed.html, 'phone')]).toEqual([
      'Erika',
      undefined,
    ]);

    // also on the way to looking through it: nothing is left out unseen
    const onTheWay = await send(town.url, formPath, { ...typed, _ticket: ticket, _to: 'review' });
    expect(onTheWay.status).toBe(409);
    expect(onTheWay.html).toContain('Das Formular wurde erneuert');

    const { phone: _dropped, ...kept } = typed;
    const again = { ...kept, _ticket: ticketIn(renewed.html) };
    const missing = await send(town.url, formPath, again);
    expect(missing.status).toBe(422);
    const sent = await send(town.url, formPath, { ...again, isDangerous: 'no' });
    expect(sent.status).toBe(303);
    expect(await madeWith(sent.headers.get('location'))).toBe(next);
  });

  it('and was left off with a link by mail: the link says that the form is another one, and sent it is gone', async () => {
    const sealed = ticketIn((await openPage(town.url, formPath)).html);
    const asked = await send(town.url, formPath, { ...typed, _ticket: sealed, _to: 'later' });
    const laterPath = formPath.replace(/form$/, 'later');
    await send(town.url, laterPath, { ...hiddenIn(asked.html), _address: 'erika@example.org' });
    const mail = office.received.findLast(({ subject }) => subject?.startsWith('Ihr Entwurf: '));
    const path = /http:\/\/[^/\s]+(\/m\/\S+)/.exec(mail?.text ?? '')?.[1] ?? '';
    const next = await publish(false);

    const opened = await openPage(town.url, path);
    expect(opened.html).toContain('Das Formular wurde erneuert');
    expect([shownIn(opened.html, 'firstName'), shownIn(opened.html, 'phone')]).toEqual(['Erika', undefined]);
    const { phone: _dropped, ...kept } = typed;
    const fields = { ...kept, isDangerous: 'yes', _ticket: ticketIn(opened.html) };
    const sent = await send(town.url, formPath, fields);
    expect(sent.status).toBe(303);
    expect(await madeWith(sent.headers.get('location'))).toBe(next);
    expect((await openPage(town.url, path)).status).toBe(404);
  });
});
