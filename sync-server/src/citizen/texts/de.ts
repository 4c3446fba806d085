import { booking } from './de/booking.ts';
import { fees } from './de/fees.ts';
import { fieldError } from './de/field-errors.ts';
import { form } from './de/form.ts';
import { frame } from './de/frame.ts';
import { later } from './de/later.ts';
import { legal } from './de/legal.ts';
import { managing } from './de/managing.ts';
import { overview } from './de/overview.ts';
import { problems } from './de/problems.ts';
import { questions } from './de/questions.ts';
import { sending } from './de/sending.ts';
import { upload } from './de/upload.ts';
import { waiting } from './de/waiting.ts';

/** Every German sentence of the citizens' pages. */
export const de = {
  ...frame,
  ...overview,
  ...form,
  ...upload,
  ...later,
  ...sending,
  ...problems,
  ...questions,
  ...fees,
  ...booking,
  ...managing,
  ...waiting,
  ...legal,
  fieldError,
} as const;
