import type { WaitingPerson } from '@amtsstube/shared/replication/waiting-list';
import type { ServerAnswer } from './server-answer.ts';

/** Who waits for a time: the server is asked, and nothing of it is kept on the desk. */
export interface WaitingListClient {
  waiting(): Promise<ServerAnswer<readonly WaitingPerson[]>>;
}
