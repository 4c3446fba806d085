import type { Letter } from '@amtsstube/shared/domain/letter';
import { measures, mm } from './page-measures.ts';
import { drawPaymentSlip, slipHeight } from './payment-slip.ts';
import { keepTogether } from './pdf-document.ts';
import type { PDFDocument, StructureElement } from './pdf-kit.ts';
import { lineGap, type Style, use } from './text-styles.ts';

const width = mm(measures.textWidth);
const bottom = mm(297 - measures.margins.bottom);
const betweenParagraphs = mm(3.5);
const remedyHeading = 'Rechtsbehelfsbelehrung';

/** From the subject to the signature, on as many pages as it takes. What belongs together isn't torn apart. */
export function drawText(document: PDFDocument, whole: StructureElement, letter: Letter): void {
  const left = mm(measures.margins.left);
  document.x = left;
  document.y = mm(measures.subjectTop);
  const draw = (tag: 'H1' | 'H2' | 'P', style: Style, text: string) => {
    whole.add(
      document.struct(tag, [
        () => {
          use(document, style);
          document.text(text, left, document.y, { width, lineGap });
        },
      ]),
    );
  };
  const heightOf = (style: Style, text: string) => {
    use(document, style);
    return document.heightOfString(text, { width, lineGap });
  };

  draw('H1', 'subject', letter.subject);
  document.y += betweenParagraphs + mm(2);
  for (const paragraph of letter.text.split('\n\n')) {
    // two lines of a paragraph at least before a page ends
    keepTogether(document, Math.min(heightOf('body', paragraph), heightOf('body', 'x\nx')));
    // line by line: read aloud, those of one paragraph would run into each other
    for (const line of paragraph.split('\n')) {
      keepLastLineCompany(document, line);
      draw('P', 'body', line);
    }
    document.y += betweenParagraphs;
  }
  const signature = letter.signature.kind === 'none' ? letter.signature.sentence : letter.signature.name;
  const room = letter.signature.kind === 'none' ? mm(2) : mm(14);
  keepTogether(document, heightOf('body', 'x') * 2 + room + betweenParagraphs * 2);
  if (letter.closing !== '') draw('P', 'body', letter.closing);
  document.y += betweenParagraphs + room;
  draw('P', 'body', signature);
  if (letter.legalRemedy !== '') drawRemedy();
  if (letter.payment) {
    document.y += mm(4);
    // down to the foot, so that the letters most people get stay on one sheet
    if (document.y + slipHeight > mm(measures.footTop - 3)) document.addPage();
    drawPaymentSlip(document, whole, letter.payment);
  }

  function drawRemedy(): void {
    document.y += betweenParagraphs + mm(3);
    keepTogether(
      document,
      heightOf('heading', remedyHeading) + heightOf('body', letter.legalRemedy) + betweenParagraphs,
    );
    draw('H2', 'heading', remedyHeading);
    document.y += mm(1.5);
    draw('P', 'body', letter.legalRemedy);
  }
}

/** Where one line alone would stand on the next page, the one before it goes there too. */
function keepLastLineCompany(document: PDFDocument, text: string): void {
  use(document, 'body');
  const heightOf = (of: string) => document.heightOfString(of, { width, lineGap });
  const lineHeight = heightOf('x');
  const lines = Math.round(heightOf(text) / lineHeight);
  const fitting = Math.floor((bottom - document.y + lineGap) / lineHeight);
  if (lines - fitting !== 1 || fitting < 1) return;
  if (fitting < 3) document.addPage();
  else document.page.margins.bottom += lineHeight;
}
