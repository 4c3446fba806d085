import { departmentId } from '../domain/ids.ts';
import { z } from '../domain/zod.ts';

/** Where the screen and the kiosk of a department's hall are reached; whoever has an address may. Below the server's origin. */
const hallAddress = z.strictObject({
  departmentId,
  display: z.string().max(600),
  kiosk: z.string().max(600),
});
export type HallAddress = z.infer<typeof hallAddress>;

/** `GET /api/m/:municipality/hall-addresses`, with a session: of her departments for a lead, of all for an administrator. */
export const hallAddressesAnswer = z.strictObject({ halls: z.array(hallAddress).max(500) });
