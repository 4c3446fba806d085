import type { Dossier } from '@amtsstube/shared/domain/case';
import { standingCorrections } from '@amtsstube/shared/domain/corrections';
import { correctAnswer } from '@amtsstube/shared/operations/case/correct-answer';
import type { Read } from '@amtsstube/sync-server/store/store';

/**
 * Which corrections of a case's answers nobody who saw them replaced, by what the clerks sent alone: of no document,
 * which a rule may have written wrongly. By case; of an erased one nothing is left.
 */
export async function unreplacedCorrections(read: Read): Promise<ReadonlyMap<string, readonly string[]>> {
  const made = new Map<string, Answer>();
  const replaced = new Set<string>();
  for (const { opId, kind, result } of await read.log(0, 1_000_000)) {
    if (kind !== correctAnswer.kind || result.decided !== 'accepted') continue;
    const payload = correctAnswer.payload.safeParse(await read.payload(opId)).data;
    if (payload === undefined) continue;
    const { caseId, path } = payload;
    made.set(opId, { caseId, path });
    // of the same answer only
    for (const seen of payload.basedOn) replaced.add(nameOf({ caseId, path }, seen));
  }
  const byCase = new Map<string, readonly string[]>();
  for (const [opId, { caseId, path }] of made)
    if (!replaced.has(nameOf({ caseId, path }, opId)))
      byCase.set(caseId, [...(byCase.get(caseId) ?? []), opId]);
  return byCase;
}

interface Answer {
  readonly caseId: string;
  readonly path: string;
}

function nameOf({ caseId, path }: Answer, opId: string): string {
  return `${caseId} ${path} ${opId}`;
}

/** What a desk shows as in force, of all answers of a case. */
export function shownInForce(dossier: Dossier): readonly string[] {
  return [...standingCorrections(dossier).values()]
    .flat()
    .flatMap(({ corrections }) => corrections)
    .map(({ opId }) => opId);
}
