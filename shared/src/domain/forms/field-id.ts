import { z } from '../zod.ts';

const id = '[a-z][A-Za-z0-9]{0,39}';

/** Names a field within its form. Without a dot: paths (`children.0.bornOn`) and names on the page are made of them. */
export const fieldId = z.string().regex(new RegExp(`^${id}$`));

/** Names one answer of an application: a field, or one in an entry of a repeated group (`children.0.bornOn`). */
export const answerPath = z.string().regex(new RegExp(`^${id}(?:\\.(?:0|[1-9]\\d?)\\.${id})?$`));
