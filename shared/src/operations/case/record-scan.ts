import { blobHash } from '../../domain/blob.ts';
import type { Attachment } from '../../domain/case.ts';
import { caseId } from '../../domain/ids.ts';
import { z } from '../../domain/zod.ts';
import { defineOperation } from '../define-operation.ts';
import { accepted, put, refused } from '../outcome.ts';
import { caseRefs, happened, loadCase, putWithEvent } from './load-case.ts';

/**
 * The system tells what the malware scanner found in a file of a case, or that it has not looked yet. Found once is found
 * for ever; that nothing was found lets a file go that waited for it, and says nothing about any other.
 */
export const recordScan = defineOperation({
  kind: 'recordScan',
  v: 1,
  payload: z.strictObject({ caseId, hash: blobHash, verdict: z.enum(['inCheck', 'clean', 'infected']) }),
  reads: (payload) => caseRefs(payload.caseId),
  apply: ({ caseId: id, hash, verdict }, docs, context) => {
    if (context.actor.kind !== 'system') return refused('notAllowed');
    const loaded = loadCase(docs, id);
    if ('stop' in loaded) return loaded.stop;
    const { attachments = [] } = loaded.dossier;
    const file = attachments.find((each) => each.hash === hash);
    if (file === undefined || !isNews(file, verdict)) return accepted([]);
    const scanned = attachments.map((each) => (each === file ? afterScan(file, verdict) : each));
    const dossier = { ...loaded.dossier, attachments: scanned };
    if (verdict !== 'infected') return accepted([put('dossiers', dossier)]);
    const event = { kind: 'malwareFound' as const, ...happened(context), name: file.name };
    return accepted(putWithEvent({ ...loaded, dossier }, event));
  },
});

type Verdict = 'inCheck' | 'clean' | 'infected';

function isNews({ withheld }: Attachment, verdict: Verdict): boolean {
  if (verdict === 'inCheck') return withheld === undefined;
  return verdict === 'clean' ? withheld === 'inCheck' : withheld !== 'infected';
}

function afterScan({ withheld: _, ...file }: Attachment, verdict: Verdict): Attachment {
  return verdict === 'clean' ? file : { ...file, withheld: verdict };
}
