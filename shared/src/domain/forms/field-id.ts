import { z } from '../zod.ts';

/** Names a field within its form. Without a dot: paths (`children.0.bornOn`) and names on the page are made of them. */
export const fieldId = z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/);
