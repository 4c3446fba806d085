import type { CasePaper, PaperDocument, PaperPicture } from '@amtsstube/shared/domain/case-paper';
import { millisecondsOf } from '@amtsstube/shared/domain/time';
import type { LetterFonts } from './letter-pdf.ts';
import { measures, mm } from './page-measures.ts';
import { drawPart, flowing } from './paper-flow.ts';
import { PDFDocument, type StructureElement, toBytes } from './pdf-kit.ts';
import { fitLine, use } from './text-styles.ts';

const pageBottom = mm(297 - measures.margins.bottom);
const captionTop = mm(measures.margins.top);
const pictureTop = captionTop + mm(8);

/** A case on paper: cover, parts, and the pages of its documents, as one tagged PDF for the archive (PDF/A-2a). */
export async function casePaperPdf(paper: CasePaper, fonts: LetterFonts): Promise<Uint8Array<ArrayBuffer>> {
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
      Title: plain(`${paper.title}, ${paper.subtitle}`),
      Author: plain(paper.author),
      Producer: 'Amtsstube',
      Creator: 'Amtsstube',
      CreationDate: new Date(millisecondsOf(paper.at)),
    },
  });
  document.registerFont('regular', fonts.regular).registerFont('bold', fonts.bold);
  const whole = document.struct('Document');
  document.addStructure(whole);
  drawHead(document, whole, paper);
  for (const [index, part] of paper.parts.entries()) {
    if (index > 0) document.addPage();
    drawPart(document, whole, part);
  }
  for (const each of paper.documents) drawPages(document, whole, each);
  drawRunningLines(document, paper);
  whole.end();
  document.end();
  return toBytes(document);
}

function drawHead(document: PDFDocument, whole: StructureElement, paper: CasePaper): void {
  const draw = flowing(document, whole);
  draw('P', 'small', paper.author);
  document.y += mm(4);
  draw('H1', 'sender', paper.title);
  draw('P', 'subject', paper.subtitle);
  document.y += mm(4);
  if (paper.notice === undefined) return;
  document.fillColor('#a01818');
  draw('P', 'heading', paper.notice);
  document.fillColor('#000000');
  document.y += mm(4);
}

/** Each as large as the page allows, under the name of its file. */
function drawPages(document: PDFDocument, whole: StructureElement, { name, pages }: PaperDocument): void {
  for (const [index, picture] of pages.entries()) {
    document.addPage();
    const caption = pages.length === 1 ? name : `${name} (${index + 1} von ${pages.length})`;
    const at = { x: mm(measures.margins.left), y: captionTop, width: mm(measures.textWidth) };
    whole.add(document.struct(index === 0 ? 'H2' : 'P', [() => fitLine(document, 'heading', caption, at)]));
    whole.add(document.struct('Figure', { alt: caption }, [() => drawPicture(document, picture)]));
  }
}

function drawPicture(document: PDFDocument, { jpeg, width, height }: PaperPicture): void {
  const room = { width: mm(measures.textWidth), height: pageBottom - pictureTop };
  // a small picture isn't blown up: 96 of its pixels are an inch at least
  const scale = Math.min(room.width / width, room.height / height, 72 / 96);
  document.image(jpeg, mm(measures.margins.left), pictureTop, {
    width: width * scale,
    height: height * scale,
  });
}

function drawRunningLines(document: PDFDocument, { runningLine }: CasePaper): void {
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
function plain(text: string): string {
  return text.replaceAll('&', 'und').replaceAll(/[<>\p{Cc}]/gu, ' ');
}
