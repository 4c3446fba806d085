import type { HallAddress } from '@amtsstube/shared/replication/hall-addresses';
import type { ServerAnswer } from './server-answer.ts';

/** Where the screen and the kiosk of a hall are reached, as whole addresses: asked each time, kept nowhere. */
export interface HallClient {
  addresses(): Promise<ServerAnswer<readonly HallAddress[]>>;
}
