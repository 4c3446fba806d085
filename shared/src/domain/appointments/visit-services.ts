import { serviceId } from '../ids.ts';
import { z } from '../zod.ts';

/** What somebody comes for, in the order it is done. */
export const visitServices = z.array(serviceId).min(1).max(5);
