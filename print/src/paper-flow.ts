import type { PaperBlock, PaperPart, PaperRow } from '@amtsstube/shared/domain/case-paper';
import { measures, mm } from './page-measures.ts';
import { keepTogether } from './pdf-document.ts';
import type { PDFDocument, StructureElement } from './pdf-kit.ts';
import { lineGap, type Style, use } from './text-styles.ts';

const left = mm(measures.margins.left);
const width = mm(measures.textWidth);
const labelWidth = mm(52);
const valueLeft = left + labelWidth + mm(4);
const valueWidth = width - labelWidth - mm(4);
const betweenRows = mm(2);

/** Draws text over the whole width, one below the other. */
export function flowing(
  document: PDFDocument,
  whole: StructureElement,
): (tag: 'H1' | 'H2' | 'H3' | 'P', style: Style, text: string) => void {
  return (tag, style, text) => {
    whole.add(
      document.struct(tag, [
        () => {
          use(document, style);
          document.text(text, left, document.y, { width, lineGap });
        },
      ]),
    );
  };
}

export function drawPart(document: PDFDocument, whole: StructureElement, { title, blocks }: PaperPart): void {
  flowing(document, whole)('H2', 'subject', title);
  document.y += mm(3);
  for (const [index, block] of blocks.entries()) drawBlock(document, whole, block, index === 0);
}

function drawBlock(
  document: PDFDocument,
  whole: StructureElement,
  block: PaperBlock,
  isFirst: boolean,
): void {
  const draw = flowing(document, whole);
  switch (block.kind) {
    case 'heading':
      if (!isFirst) document.y += mm(3);
      // with something under it
      keepTogether(document, mm(22));
      draw('H3', 'heading', block.text);
      document.y += mm(1.5);
      return;
    case 'paragraph':
      draw('P', 'body', block.text);
      document.y += mm(2);
      return;
    case 'rows': {
      const table = document.struct('Table');
      whole.add(table);
      for (const row of block.rows) drawRow(document, table, row);
      table.end();
    }
  }
}

/** Label and value side by side; what is longer than a page goes on on the next. */
function drawRow(document: PDFDocument, table: StructureElement, { label, value, notes }: PaperRow): void {
  const heights = [
    heightOf(document, 'small', label, labelWidth),
    heightOf(document, 'body', value, valueWidth) +
      notes.reduce((sum, note) => sum + heightOf(document, 'small', note, valueWidth), 0),
  ];
  keepTogether(document, Math.min(Math.max(...heights), mm(100)));
  const top = document.y;
  const row = document.struct('TR');
  table.add(row);
  let afterLabel = top;
  row.add(
    document.struct('TH', [
      () => {
        use(document, 'small');
        document.text(label, left, top + 1.5, { width: labelWidth, lineGap });
        afterLabel = document.y;
      },
    ]),
  );
  row.add(
    document.struct('TD', [
      () => {
        use(document, 'body');
        document.text(value, valueLeft, top, { width: valueWidth, lineGap });
        use(document, 'small');
        for (const note of notes) document.text(note, valueLeft, document.y, { width: valueWidth, lineGap });
      },
    ]),
  );
  row.end();
  // a value that went on on another page ends above the label's end, and below it in truth
  if (document.y >= top) document.y = Math.max(document.y, afterLabel);
  document.y += betweenRows;
}

function heightOf(document: PDFDocument, style: Style, text: string, within: number): number {
  use(document, style);
  return document.heightOfString(text, { width: within, lineGap });
}
