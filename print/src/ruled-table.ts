import { measures, mm } from './page-measures.ts';
import { keepTogether } from './pdf-document.ts';
import type { PDFDocument, StructureElement } from './pdf-kit.ts';
import { type Style, use } from './text-styles.ts';

export interface Column {
  readonly title: string;
  /** In millimetres. */
  readonly width: number;
}

/** A cell's lines, one below the other; the first in bold. None: room to write in. */
export type Cell = readonly string[];

const left = mm(measures.margins.left);
const bottom = mm(297 - measures.margins.bottom);
const padding = mm(1.2);
const headHeight = mm(6);

/**
 * A table with lines around each cell, to be written into by hand; each row as high as its text, and at least
 * `leastHeight` millimetres. What goes on on another page has its head there again.
 */
export function drawRuledTable(
  document: PDFDocument,
  whole: StructureElement,
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  leastHeight: number,
): void {
  const table = document.struct('Table');
  whole.add(table);
  const drawHead = () =>
    drawRow(
      columns.map(({ title }) => [title]),
      'TH',
      headHeight,
    );
  keepTogether(document, headHeight + mm(leastHeight));
  drawHead();
  for (const cells of rows) {
    const height = Math.max(mm(leastHeight), ...cells.map((cell, index) => heightOf(cell, index)));
    if (document.y + height > bottom) {
      document.addPage();
      drawHead();
    }
    drawRow(cells, 'TD', height);
  }
  table.end();
  document.x = left;

  function drawRow(cells: readonly Cell[], tag: 'TH' | 'TD', height: number): void {
    const top = document.y;
    const row = document.struct('TR');
    table.add(row);
    let x = left;
    for (const [index, { width }] of columns.entries()) {
      const cell = cells[index] ?? [];
      const at = x;
      row.add(document.struct(tag, [() => drawCell(document, cell, tag, { x: at, top, width: mm(width) })]));
      x += mm(width);
    }
    row.end();
    drawLines(document, columns, top, height);
    document.y = top + height;
  }

  function heightOf(cell: Cell, index: number): number {
    const width = mm(columns[index]?.width ?? 0) - 2 * padding;
    const heights = cell.map((text, line) => {
      use(document, styleOf(line, 'TD'));
      return document.heightOfString(text, { width });
    });
    return heights.reduce((sum, each) => sum + each, 2 * padding);
  }
}

function styleOf(line: number, tag: 'TH' | 'TD'): Style {
  if (tag === 'TH') return 'small';
  return line === 0 ? 'smallBold' : 'small';
}

function drawCell(
  document: PDFDocument,
  cell: Cell,
  tag: 'TH' | 'TD',
  { x, top, width }: { readonly x: number; readonly top: number; readonly width: number },
): void {
  document.y = top + padding;
  for (const [line, text] of cell.entries()) {
    use(document, styleOf(line, tag));
    document.text(text, x + padding, document.y, { width: width - 2 * padding });
  }
}

function drawLines(document: PDFDocument, columns: readonly Column[], top: number, height: number): void {
  document.markContent('Artifact', { type: 'Layout' });
  document.lineWidth(0.5);
  let x = left;
  for (const { width } of columns) {
    document.rect(x, top, mm(width), height).stroke('#555555');
    x += mm(width);
  }
  document.endMarkedContent();
}
