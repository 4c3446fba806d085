import type { BlobAccess } from './blobs/blob-access.ts';
import type { BlobStore } from './blobs/blob-store.ts';
import type { Uploads } from './blobs/uploads.ts';
import type { CitizenContext } from './citizen/citizen-context.ts';
import type { CoreContext } from './core-context.ts';
import type { Logger } from './logging.ts';
import type { HintsHub } from './replication/hints-hub.ts';
import type { SalvageContext } from './salvage/salvage-routes.ts';
import type { Accounts } from './sign-in/accounts.ts';
import type { AttemptLimits } from './sign-in/attempt-limits.ts';
import type { InviteContext } from './sign-in/invite.ts';
import type { Workstations } from './sign-in/workstations.ts';

/** Everything the HTTP side needs; built once, in start-server. */
export interface AppContext {
  readonly core: CoreContext;
  readonly accounts: Accounts;
  readonly workstations: Workstations;
  readonly inviting: InviteContext;
  readonly blobs: BlobStore;
  readonly blobAccess: BlobAccess;
  readonly uploads: Uploads;
  readonly salvaging: SalvageContext;
  /** Public: exports of journals are sealed to it. */
  readonly supportKey: string;
  readonly hints: HintsHub;
  readonly citizen: CitizenContext;
  readonly log: Logger;
  readonly attemptLimits: AttemptLimits;
  readonly heartbeatMs: number;
  /** `off`: there is no second disk. `behind`: it can't be written. */
  mirrorState(): 'off' | 'ok' | 'behind';
  /** `desktop/dist`: the desk as a web app. */
  readonly deskDirectory: string;
  /** Whether citizens reach this server by https. */
  readonly isHttps: boolean;
  readonly proxies: number;
}
