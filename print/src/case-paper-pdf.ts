import type { CasePaper, PaperDocument, PaperPicture } from '@amtsstube/shared/domain/case-paper';
import type { LetterFonts } from './letter-fonts.ts';
import { measures, mm } from './page-measures.ts';
import { beginPaper } from './paper.ts';
import { drawPart, flowing } from './paper-flow.ts';
import type { PDFDocument, StructureElement } from './pdf-kit.ts';
import { fitLine } from './text-styles.ts';

const pageBottom = mm(297 - measures.margins.bottom);
const captionTop = mm(measures.margins.top);
const pictureTop = captionTop + mm(8);

/** A case on paper: cover, parts, and the pages of its documents, as one tagged PDF for the archive (PDF/A-2a). */
export async function casePaperPdf(paper: CasePaper, fonts: LetterFonts): Promise<Uint8Array<ArrayBuffer>> {
  const title = `${paper.title}, ${paper.subtitle}`;
  const { document, whole, finish } = beginPaper({ ...paper, title }, fonts);
  drawHead(document, whole, paper);
  for (const [index, part] of paper.parts.entries()) {
    if (index > 0) document.addPage();
    drawPart(document, whole, part);
  }
  for (const each of paper.documents) drawPages(document, whole, each);
  return finish();
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
