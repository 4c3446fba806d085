import { createHash } from 'node:crypto';
import { instantOf } from '@amtsstube/shared/domain/time';
import { testTown } from '@amtsstube/shared/fixtures/test-town';
import { sewerConnection } from '@amtsstube/shared/services/property/sewer-connection';
import { Upload } from 'tus-js-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestTown, type TestTownServer } from '../../start-server-test-town.ts';
import { openPage, send, ticketIn } from '../test-browser.ts';
import { aPdf } from './test-files.ts';

let town: TestTownServer;
let clock = Date.parse('2026-11-23T08:00:00Z');
beforeAll(async () => {
  town = await startTestTown({}, { now: () => instantOf(clock) });
});
afterAll(() => town.close());

const servicePath = `/m/${testTown.municipalityId}/services/${sewerConnection.id}`;
const newTicket = async () => ticketIn((await openPage(town.url, `${servicePath}/form`)).html);
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

function bring(bytes: Buffer, ticket: string): Promise<void> {
  const hash = hashOf(bytes);
  const endpoint = `${town.url}${servicePath}/uploads`;
  return new Promise((resolve, reject) => {
    new Upload(bytes, {
      endpoint,
      uploadUrl: `${endpoint}/${hash}`,
      metadata: { hash },
      headers: { 'Amtsstube-Ticket': ticket },
      retryDelays: null,
      onError: reject,
      onSuccess: () => resolve(),
    }).start();
  });
}

const name = (bytes: Buffer, ticket: string, more: Record<string, string> = {}) =>
  send(town.url, `${servicePath}/files`, {
    _ticket: ticket,
    field: 'sitePlan',
    hash: hashOf(bytes),
    name: 'C:\\fakepath\\Plan.pdf',
    ...more,
  });

const begin = (at: TestTownServer, ticket: string, hash: string) =>
  fetch(`${at.url}${servicePath}/uploads`, {
    method: 'POST',
    headers: {
      'Tus-Resumable': '1.0.0',
      'Amtsstube-Ticket': ticket,
      'Upload-Length': '5',
      'Upload-Metadata': `hash ${btoa(hash)}`,
    },
  });

describe('a file sent by the script', () => {
  it('[B1] becomes an answer once its bytes are here', async () => {
    const [bytes, ticket] = [aPdf(1), await newTicket()];
    expect((await name(bytes, ticket)).status).toBe(422);
    await bring(bytes, ticket);
    const { status, html } = await name(bytes, ticket);
    expect(status).toBe(200);
    expect(JSON.parse(html)).toEqual({
      hash: hashOf(bytes),
      name: 'Plan.pdf',
      kind: 'pdf',
      bytes: bytes.length,
      size: '1 kB',
    });
  });

  it('[B1] is nobody else’s: another ticket neither names it nor sees how far it is', async () => {
    const [bytes, ticket] = [aPdf(1), await newTicket()];
    await bring(bytes, ticket);
    const other = await newTicket();
    expect((await name(bytes, other)).html).toContain('ist nicht mehr da');
    const asked = await fetch(`${town.url}${servicePath}/uploads/${hashOf(bytes)}`, {
      method: 'HEAD',
      headers: { 'Tus-Resumable': '1.0.0', 'Amtsstube-Ticket': other },
    });
    expect(asked.status).toBe(404);
  });

  it('is refused without a ticket, with one of another form, and with one that is too old', async () => {
    const bytes = aPdf(1);
    const foreign = ticketIn(
      (await openPage(town.url, `/m/${testTown.municipalityId}/services/${testTown.serviceId}/form`)).html,
    );
    const ticket = await newTicket();
    await bring(bytes, ticket);
    for (const wrong of ['', 'x'.repeat(80), foreign]) {
      await expect(bring(bytes, wrong)).rejects.toThrow('404');
      expect((await name(bytes, wrong)).status).toBe(404);
    }
    clock += 31 * 24 * 60 * 60 * 1000;
    await expect(bring(aPdf(1), ticket)).rejects.toThrow('404');
    expect((await name(bytes, ticket)).status).toBe(404);
  });

  it('belongs to a field that takes files', async () => {
    const [bytes, ticket] = [aPdf(1), await newTicket()];
    await bring(bytes, ticket);
    for (const field of ['firstName', 'nothing', '', 'sitePlan.0'])
      expect((await name(bytes, ticket, { field })).status).toBe(400);
    expect((await name(bytes, ticket, { hash: '../../x' })).status).toBe(400);
  });

  it('stays outside where the disk is nearly full, whichever way it comes; the clerks’ work goes on', async () => {
    const full = await startTestTown({}, { citizenLimits: { leastFreeBytes: Number.MAX_SAFE_INTEGER } });
    try {
      const ticket = ticketIn((await openPage(full.url, `${servicePath}/form`)).html);
      expect((await begin(full, ticket, 'a'.repeat(64))).status).toBe(503);
      const body = new FormData();
      for (const [field, value] of Object.entries({ _ticket: ticket, _to: 'all', phone: '03900 77' }))
        body.append(field, value);
      body.append('sitePlan', new Blob([new Uint8Array(aPdf(1))]), 'Plan.pdf');
      const answer = await fetch(`${full.url}${servicePath}/form`, { method: 'POST', body });
      const html = await answer.text();
      expect(answer.status).toBe(422);
      expect(html).toContain('„Plan.pdf“ konnte gerade nicht gespeichert werden.');
      expect(html).toContain('03900 77');
    } finally {
      await full.close();
    }
  });

  it('is stopped where very many come from one place', async () => {
    const strict = await startTestTown({}, { citizenLimits: { files: 2 } });
    try {
      const form = await openPage(strict.url, `${servicePath}/form`);
      const ticket = ticketIn(form.html);
      const statuses = [];
      for (const digit of ['a', 'b', 'c'])
        statuses.push((await begin(strict, ticket, digit.repeat(64))).status);
      expect(statuses).toEqual([201, 201, 429]);
    } finally {
      await strict.close();
    }
  });
});
