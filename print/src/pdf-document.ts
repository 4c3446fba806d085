import { type Instant, millisecondsOf } from '@amtsstube/shared/domain/time';
import type { LetterFonts } from './letter-fonts.ts';
import { measures, mm } from './page-measures.ts';
import { PDFDocument, type StructureElement } from './pdf-kit.ts';

interface Described {
  readonly title: string;
  readonly author: string;
  /** Stands in the file, and nothing else of the clock does. */
  readonly at: Instant;
}

/** Which archive format, and whether it is compressed. */
type Format = Pick<ConstructorParameters<typeof PDFDocument>[0], 'pdfVersion' | 'subset' | 'compress'>;

export interface BegunDocument {
  readonly document: PDFDocument;
  /** What everything that is drawn belongs to. */
  readonly whole: StructureElement;
}

/** Begins a tagged German PDF on A4, with both fonts embedded. */
export function beginDocument(
  { title, author, at }: Described,
  format: Format,
  fonts: LetterFonts,
): BegunDocument {
  const { margins } = measures;
  const document = new PDFDocument({
    size: 'A4',
    margins: {
      top: mm(margins.top),
      bottom: mm(margins.bottom),
      left: mm(margins.left),
      right: mm(margins.right),
    },
    tagged: true,
    lang: 'de-DE',
    displayTitle: true,
    bufferPages: true,
    ...format,
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
  return { document, whole };
}

/** Another page where so much doesn't fit on this one any more. */
export function keepTogether(document: PDFDocument, height: number): void {
  if (document.y + height > mm(297 - measures.margins.bottom)) document.addPage();
}

/** pdfkit writes it into XML as it is. */
function plain(text: string): string {
  return text.replaceAll('&', 'und').replaceAll(/[<>\p{Cc}]/gu, ' ');
}
