import type { Letter } from '@amtsstube/shared/domain/letter';
import type { Instant } from '@amtsstube/shared/domain/time';
import { drawFirstPage } from './first-page.ts';
import type { LetterFonts } from './letter-fonts.ts';
import { drawMarks } from './page-marks.ts';
import { beginDocument } from './pdf-document.ts';
import { toBytes } from './pdf-kit.ts';
import { drawText } from './text-flow.ts';

export interface PrintedLetter {
  readonly letter: Letter;
  /** When it was written: stands in the file, and nothing else of the clock does. */
  readonly at: Instant;
  /** Not taken over by the server yet, or waiting for an approval: said across each page. */
  readonly isDraft: boolean;
}

/**
 * A letter as a tagged PDF for the archive (PDF/A-1a), laid out by DIN 5008, form B. The same letter gives the same
 * bytes, on the desk and on the server: so it isn't compressed, which each of them would do a little differently.
 */
export async function letterPdf(
  { letter, at, isDraft }: PrintedLetter,
  fonts: LetterFonts,
): Promise<Uint8Array<ArrayBuffer>> {
  const described = { title: titleOf(letter), author: letter.sender.name, at };
  const format = { pdfVersion: '1.4', subset: 'PDF/A-1a', compress: false } as const;
  const { document, whole } = beginDocument(described, format, fonts);
  const marks = drawMarks(document, isDraft);
  drawFirstPage(document, whole, letter, isDraft);
  drawText(document, whole, letter);
  marks.finish(letter);
  whole.end();
  document.end();
  return toBytes(document);
}

function titleOf({ subject, information }: Letter): string {
  const [reference] = information;
  return reference === undefined ? subject : `${subject}, ${reference.value}`;
}
