import { booking } from './en/booking.ts';
import { fees } from './en/fees.ts';
import { fieldError } from './en/field-errors.ts';
import { form } from './en/form.ts';
import { frame } from './en/frame.ts';
import { later } from './en/later.ts';
import { legal } from './en/legal.ts';
import { managing } from './en/managing.ts';
import { overview } from './en/overview.ts';
import { problems } from './en/problems.ts';
import { questions } from './en/questions.ts';
import { sending } from './en/sending.ts';
import { upload } from './en/upload.ts';
import { waiting } from './en/waiting.ts';
import type { Texts } from './texts.ts';

/** Every English sentence of the citizens' pages. What a municipality wrote itself stays German. */
export const en: Texts = {
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
};
