import type { Instant } from '@amtsstube/shared/domain/time';
import type { LetterFonts } from './letter-fonts.ts';
import { measures, mm } from './page-measures.ts';
import { type BegunDocument, beginDocument } from './pdf-document.ts';
import { type PDFDocument, toBytes } from './pdf-kit.ts';
import { fitLine, use } from './text-styles.ts';

interface PaperHead {
  readonly title: string;
  readonly author: string;
  readonly at: Instant;
  /** At the head of each page, beside its number. */
  readonly runningLine: string;
}

export interface Paper extends BegunDocument {
  /** Once everything is drawn. */
  finish(): Promise<Uint8Array<ArrayBuffer>>;
}

/** Begins a tagged PDF for the archive (PDF/A-2a) on A4: what is no letter. */
export function beginPaper({ title, author, at, runningLine }: PaperHead, fonts: LetterFonts): Paper {
  const format = { pdfVersion: '1.7', subset: 'PDF/A-2a', compress: true } as const;
  const { document, whole } = beginDocument({ title, author, at }, format, fonts);
  return {
    document,
    whole,
    finish: () => {
      drawRunningLines(document, runningLine);
      whole.end();
      document.end();
      return toBytes(document);
    },
  };
}

function drawRunningLines(document: PDFDocument, runningLine: string): void {
  const { count } = document.bufferedPageRange();
  const x = mm(measures.margins.left);
  const y = mm(measures.runningTop);
  for (let index = 0; index < count; index += 1) {
    document.switchToPage(index);
    document.markContent('Artifact', { type: 'Pagination' });
    fitLine(document, 'small', runningLine, { x, y, width: mm(130) });
    const pages = `Seite ${index + 1} von ${count}`;
    use(document, 'small');
    const wide = document.widthOfString(pages);
    document.text(pages, mm(210 - measures.margins.right) - wide, y, { lineBreak: false });
    document.endMarkedContent();
  }
}
