import { fieldError } from './de/field-errors.ts';
import { form } from './de/form.ts';
import { frame } from './de/frame.ts';
import { later } from './de/later.ts';
import { overview } from './de/overview.ts';
import { problems } from './de/problems.ts';
import { sending } from './de/sending.ts';

/** Every German sentence of the citizens' pages. */
export const de = { ...frame, ...overview, ...form, ...later, ...sending, ...problems, fieldError } as const;
