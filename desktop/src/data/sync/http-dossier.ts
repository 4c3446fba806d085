import { dossierAnswer } from '@amtsstube/shared/replication/messages';
import type { FetchDossier } from '../shelved-dossiers.ts';
import { type HttpTransportOptions, lineTo } from './http-transport.ts';

/** Asks the server for the dossier of one case. */
export function fetchDossier(options: HttpTransportOptions): FetchDossier {
  const { ask } = lineTo(options);
  return (caseId, signal) => ask(`/dossiers/${caseId}`, { method: 'GET' }, dossierAnswer, signal);
}
