import type { Letter } from '@amtsstube/shared/domain/letter';
import { measures, mm } from './page-measures.ts';
import type { PDFDocument } from './pdf-kit.ts';
import { fitLine, use } from './text-styles.ts';

/** What is on the paper and not in the text: fold marks, the draft's mark, page numbers, the foot. */
export function drawMarks(
  document: PDFDocument,
  isDraft: boolean,
): { readonly finish: (letter: Letter) => void } {
  // under the text: so it is drawn when a page begins
  if (isDraft) {
    markAsDraft(document);
    document.on('pageAdded', () => markAsDraft(document));
  }
  return {
    finish: (letter) => {
      const { count } = document.bufferedPageRange();
      for (let index = 0; index < count; index += 1) {
        document.switchToPage(index);
        document.markContent('Artifact', { type: index === 0 ? 'Layout' : 'Pagination' });
        if (index === 0) {
          drawFoldMarks(document);
          drawFoot(document, letter.sender.foot);
          if (count > 1) drawNumber(document, 1, count, mm(measures.firstNumberTop));
        } else drawRunningLine(document, letter, index + 1, count);
        document.endMarkedContent();
      }
    },
  };
}

/** Light enough to read the text over it; without transparency, which PDF/A-1 doesn't have. */
function markAsDraft(document: PDFDocument): void {
  const { x, y } = document;
  const { width, height } = document.page;
  document.markContent('Artifact', { type: 'Layout' });
  document.save().rotate(-52, { origin: [width / 2, height / 2] });
  document.font('bold').fontSize(120).fillColor('#e4e4e4');
  const wide = document.widthOfString('Entwurf');
  document.text('Entwurf', (width - wide) / 2, height / 2 - 80, { lineBreak: false });
  document.restore().fillColor('#000000');
  document.endMarkedContent();
  use(document, 'body');
  document.x = x;
  document.y = y;
}

function drawFoldMarks(document: PDFDocument): void {
  for (const [at, length] of [...measures.foldMarks.map((each) => [each, 4]), [measures.holeMark, 6]])
    document
      .lineWidth(0.4)
      .moveTo(mm(4), mm(at ?? 0))
      .lineTo(mm(4 + (length ?? 0)), mm(at ?? 0))
      .stroke('#808080');
}

function drawFoot(document: PDFDocument, lines: readonly string[]): void {
  const x = mm(measures.margins.left);
  const width = mm(measures.textWidth);
  for (const [index, line] of lines.entries())
    fitLine(document, 'small', line, { x, y: mm(measures.footTop + index * 4), width });
}

function drawRunningLine(
  document: PDFDocument,
  { information, sender }: Letter,
  number: number,
  count: number,
): void {
  const y = mm(measures.runningTop);
  const [reference] = information;
  const about = [sender.name, reference && `${reference.label} ${reference.value}`]
    .filter(Boolean)
    .join(', ');
  fitLine(document, 'small', about, { x: mm(measures.margins.left), y, width: mm(130) });
  drawNumber(document, number, count, y);
}

function drawNumber(document: PDFDocument, number: number, count: number, y: number): void {
  const pages = `Seite ${number} von ${count}`;
  use(document, 'small');
  const wide = document.widthOfString(pages);
  document.text(pages, mm(210 - measures.margins.right) - wide, y, { lineBreak: false });
}
