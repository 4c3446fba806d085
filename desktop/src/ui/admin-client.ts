import type { ClerkId, WorkstationId } from '@amtsstube/shared/domain/ids';
import type { SalvageDone, SalvageList } from '@amtsstube/shared/replication/salvage';
import type {
  EnrolmentCodeAnswer,
  InvitationAnswer,
  WorkstationList,
} from '@amtsstube/shared/replication/sign-in';
import type { ServerAnswer, ServerFailure } from './server-answer.ts';

/** Why the server did not do it; `addressTaken`: another person signs in with this e-mail address. */
export type AdminFailure = ServerFailure | 'addressTaken';

export type AdminAnswer<T> = ServerAnswer<T, AdminFailure>;

/** What an administrator does that is no operation. */
export interface AdminClient {
  workstations(): Promise<AdminAnswer<WorkstationList['workstations']>>;
  newCode(): Promise<AdminAnswer<EnrolmentCodeAnswer>>;
  revoke(id: WorkstationId): Promise<AdminAnswer<undefined>>;
  /** What desks held and a restored server lacks (L8). */
  salvage(): Promise<AdminAnswer<SalvageList['documents']>>;
  salvageDone(documents: SalvageDone['documents']): Promise<AdminAnswer<undefined>>;
  invite(clerkId: ClerkId, email: string): Promise<AdminAnswer<InvitationAnswer>>;
}
