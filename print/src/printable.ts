import type { DayPlan } from '@amtsstube/shared/domain/appointments/day-plan';
import { dayPlanPdf } from './day-plan-pdf.ts';
import type { LetterFonts } from './letter-fonts.ts';
import { letterPdf, type PrintedLetter } from './letter-pdf.ts';

/** What workers of the desk and of the server make PDFs of. */
export type Printable = { readonly letter: PrintedLetter } | { readonly dayPlan: DayPlan };

export function pdfOf(printable: Printable, fonts: LetterFonts): Promise<Uint8Array<ArrayBuffer>> {
  return 'letter' in printable ? letterPdf(printable.letter, fonts) : dayPlanPdf(printable.dayPlan, fonts);
}
