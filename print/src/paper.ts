import { type Instant, millisecondsOf } from '@amtsstube/shared/domain/time';
import type { LetterFonts } from './letter-fonts.ts';
import { measures, mm } from './page-measures.ts';
import { PDFDocument, type StructureElement, toBytes } from './pdf-kit.ts';
import { fitLine, use } from './text-styles.ts';

interface PaperHead {
  readonly title: string;
  readonly author: string;
  readonly at: Instant;
  /** At the head of each page, beside its number. */
  readonly runningLine: string;
}

export interface Paper {
  readonly document: PDFDocument;
  readonly whole: StructureElement;
  /** Once everything is drawn. */
  finish(): Promise<Uint8Array<ArrayBuffer>>;
}

/** Begins a tagged PDF for the archive (PDF/A-2a) on A4: what is no letter. */
export function beginPaper({ title, author, at, runningLine }: PaperHead, fonts: LetterFonts): Paper {
  const { margins } = measures;
  const document = new PDFDocument({
    size: 'A4',
    margins: {
      top: mm(margins.top),
      bottom: mm(margins.bottom),
      left: mm(margins.left),
      right: mm(margins.right),
    },
    pdfVersion: '1.7',
    subset: 'PDF/A-2a',
    tagged: true,
    lang: 'de-DE',
    displayTitle: true,
    bufferPages: true,
    compress: true,
    font: fonts.regular,
    info: {
      Title: plain(title),
      Author: plain(author),
      Producer: 'Amtsstube',
      Creator: 'Amtsstube',
      CreationDate: new Date(millisecondsOf(at)),
    },
  });
  document.registerFont('regular', fonts.regular).registerFont('bold', fonts.bold);
  const whole = document.struct('Document');
  document.addStructure(whole);
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

/** pdfkit writes it into XML as it is. */
export function plain(text: string): string {
  return text.replaceAll('&', 'und').replaceAll(/[<>\p{Cc}]/gu, ' ');
}
