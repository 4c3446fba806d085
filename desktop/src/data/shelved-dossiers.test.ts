import { caseId, epoch } from '@amtsstube/shared/domain/ids';
import { aDossier } from '@amtsstube/shared/fixtures/builders';
import { dossierAnswer } from '@amtsstube/shared/replication/messages';
import { expect, it } from 'vitest';
import type { ComingPage } from './overlay.ts';
import { type FetchDossier, shelvedDossiers } from './shelved-dossiers.ts';
import type { TransportFailure } from './sync/transport.ts';

const id = caseId.parse('case-1');
const answerOf = (of: string) =>
  dossierAnswer.parse({
    epoch: epoch.parse('epoch-1'),
    dossier: { collection: 'dossiers', id: of, seq: 5, document: aDossier({ id: caseId.parse(of) }) },
  });

function fetching(fetch: FetchDossier | undefined, takes = true) {
  const lent: ComingPage[] = [];
  const lend = async (page: ComingPage) => {
    lent.push(page);
    return takes;
  };
  return { lent, fetchDossier: shelvedDossiers(fetch, { lend }, new AbortController().signal) };
}

it('what the server answers is lent, once however many ask for it at the same time', async () => {
  let asked = 0;
  const { lent, fetchDossier } = fetching(async (of) => {
    asked += 1;
    return { ok: true, answer: answerOf(of) };
  });
  expect(await Promise.all([fetchDossier(id), fetchDossier(id)])).toEqual(['shown', 'shown']);
  expect([asked, lent.length]).toEqual([1, 1]);
  expect(await fetchDossier(id)).toBe('shown');
  expect(asked).toBe(2);
});

it.each<[TransportFailure, string]>([
  ['network', 'noLine'],
  ['timeout', 'noLine'],
  ['signedOut', 'noLine'],
  ['badAnswer', 'failed'],
  ['unavailable', 'failed'],
  ['refusedRequest', 'gone'],
])('%s: %s', async (failure, told) => {
  const { lent, fetchDossier } = fetching(async () => ({ ok: false, failure }));
  expect(await fetchDossier(id)).toBe(told);
  expect(lent).toEqual([]);
});

it('another case’s dossier is not shown', async () => {
  const { lent, fetchDossier } = fetching(async () => ({ ok: true, answer: answerOf('case-2') }));
  expect(await fetchDossier(id)).toBe('failed');
  expect(lent).toEqual([]);
});

it('one of another epoch waits for the copy of that epoch', async () => {
  const { fetchDossier } = fetching(async (of) => ({ ok: true, answer: answerOf(of) }), false);
  expect(await fetchDossier(id)).toBe('noLine');
});
