import { clerk } from '@amtsstube/shared/domain/clerk';
import { testTown } from '@amtsstube/shared/fixtures/test-town';
import type { VersionedDocument } from '@amtsstube/shared/replication/messages';

/** A small document as the server has it at `seq`. */
export function aClerk(id: string, seq: number, name = `Clerk ${id}`): VersionedDocument {
  const document = clerk.parse({
    id,
    scope: 'all',
    name,
    role: 'clerk',
    departmentIds: [testTown.departmentId],
  });
  return { collection: 'clerks', id, seq, document };
}
