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
  addressee.forEach((line, index) => {
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
