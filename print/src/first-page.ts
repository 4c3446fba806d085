import type { Letter } from '@amtsstube/shared/domain/letter';
import { measures, mm } from './page-measures.ts';
import type { PDFDocument, StructureElement } from './pdf-kit.ts';
import { fitLine, use } from './text-styles.ts';

const draftSentence = 'Entwurf: noch nicht gültig, nicht versenden.';

/** Everything above the subject: who writes, to whom, and under which reference. */
export function drawFirstPage(
  document: PDFDocument,
  whole: StructureElement,
  { sender, addressee, information }: Letter,
  isDraft: boolean,
): void {
  const paragraph = (draw: () => void) => whole.add(document.struct('P', [draw]));
  if (isDraft)
    paragraph(() => {
      document.fillColor('#a01818');
      fitLine(document, 'smallBold', draftSentence, {
        x: mm(measures.margins.left),
        y: mm(7),
        width: mm(165),
      });
      document.fillColor('#000000');
    });
  const { sender: place, address, information: block, margins } = measures;
  paragraph(() => {
    use(document, 'sender');
    document.text(sender.name, mm(margins.left), mm(place.top), { width: mm(95) });
  });
  // a paragraph each: read aloud, lines of one would run into each other
  sender.lines.forEach((line, index) => {
    const y = mm(place.top + index * 3.7);
    paragraph(() =>
      fitLine(document, 'small', line, { x: mm(place.linesLeft), y, width: mm(place.linesWidth) }),
    );
  });
  paragraph(() =>
    fitLine(document, 'return', sender.returnAddress, {
      x: mm(address.left),
      y: mm(address.returnTop),
      width: mm(address.width),
    }),
  );
  wrappedAddress(document, addressee).forEach((line, index) => {
    const y = mm(address.top + index * address.lineHeight);
    paragraph(() => fitLine(document, 'body', line, { x: mm(address.left), y, width: mm(address.width) }));
  });
  information.forEach(({ label, value }, index) => {
    const y = mm(block.top + index * 5);
    const { left, labelWidth, width } = block;
    paragraph(() => {
      fitLine(document, 'small', `${label}: `, { x: mm(left), y, width: mm(labelWidth) });
      fitLine(document, 'small', value, { x: mm(left + labelWidth), y, width: mm(width - labelWidth) });
    });
  });
}

/** Long lines go on in the next one while the address zone has room: small print is read by nobody who delivers. */
function wrappedAddress(document: PDFDocument, addressee: readonly string[]): readonly string[] {
  use(document, 'body');
  const { width, lines: most } = measures.address;
  const isTooWide = (line: string) => document.widthOfString(line) > mm(width);
  const lines = [...addressee];
  while (lines.length < most) {
    // after a blank, or after a hyphen of a double name
    const at = lines.findIndex((line) => isTooWide(line) && piecesOf(line).length > 1);
    if (at < 0) break;
    const pieces = piecesOf(lines[at] ?? '');
    let head = pieces.length - 1;
    while (head > 1 && isTooWide(pieces.slice(0, head).join('').trimEnd())) head -= 1;
    lines.splice(at, 1, pieces.slice(0, head).join('').trimEnd(), pieces.slice(head).join(''));
  }
  return lines;
}

function piecesOf(line: string): readonly string[] {
  return line.split(/(?<=[ -])/);
}
