import type { Dossier } from '@amtsstube/shared/domain/case';
import type { Read } from '@amtsstube/sync-server/store/store';

/** (l) What is wrong about decisions: a case is decided once, and where it took two, by two. Empty: nothing. */
export async function wrongDecisions(read: Read): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const { id, document } of await read.allDocuments('dossiers', '', 1_000_000)) {
    const events = (document as Dossier | null)?.events ?? [];
    const decisions = events.filter((event) => event.kind === 'decided');
    if (decisions.length > 1) wrong.push(`(l) ${id} was decided ${decisions.length} times`);
    for (const { byId, approvedById } of decisions)
      if (byId === approvedById) wrong.push(`(l) ${id}: ${byId} approved what she decided herself`);
  }
  return wrong;
}
