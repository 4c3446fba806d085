import { type CaseId, type MunicipalityId, opId } from '@amtsstube/shared/domain/ids';
import { instantOf } from '@amtsstube/shared/domain/time';
import { annaBerger } from '@amtsstube/shared/fixtures/test-town';
import { addNote } from '@amtsstube/shared/operations/case/add-note';
import type { CoreContext } from '@amtsstube/sync-server/core-context';
import { actorOf } from '@amtsstube/sync-server/execute/actor-of';
import { executeServerOperation } from '@amtsstube/sync-server/execute/execute';

/** As long as what clerks write: a line or two. */
export function noteText(index: number): string {
  return `Rückruf ${index}: Die Antragstellerin reicht den Nachweis bis Ende der Woche nach und fragt nach der Gebühr.`;
}

/** Anna Berger's note, by the server's write path alone; throws where it is not accepted. @param id of the operation */
export async function executeNote(
  core: CoreContext,
  municipality: MunicipalityId,
  caseId: CaseId,
  id: string,
): Promise<void> {
  const { result } = await executeServerOperation(
    core,
    municipality,
    {
      opId: opId.parse(id),
      deviceId: null,
      kind: addNote.kind,
      v: addNote.v,
      payload: { caseId, text: noteText(1) },
      at: instantOf(Date.now()),
    },
    actorOf(annaBerger),
  );
  if (result.decided !== 'accepted') throw new Error(`not accepted: ${JSON.stringify(result)}`);
}
