import { formatCents } from '@amtsstube/shared/domain/fees/money';
import { formatIban, giroCode, type PaymentSlip } from '@amtsstube/shared/domain/fees/payment-slip';
import { formatLocalDate } from '@amtsstube/shared/domain/time';
import { measures, mm } from './page-measures.ts';
import type { PDFDocument, StructureElement } from './pdf-kit.ts';
import { qrSquares } from './qr-squares.ts';
import { fitLine, use } from './text-styles.ts';

const texts = {
  heading: 'Zahlschein',
  app: 'GiroCode für Ihre Banking-App',
  alternative: 'GiroCode mit den Angaben der Überweisung, die daneben stehen',
} as const;

const height = 46;
const code = { side: 34, left: 25 + 165 - 38 } as const;
const labelWidth = 32;

/** How much of a page it takes, in points: it isn't torn apart. */
export const slipHeight = mm(height);

/** What to transfer, to whom and with which reference, and the square from which a banking app reads the same. */
export function drawPaymentSlip(document: PDFDocument, whole: StructureElement, slip: PaymentSlip): void {
  const left = mm(measures.margins.left);
  const top = document.y;
  document.markContent('Artifact', { type: 'Layout' });
  document.lineWidth(0.5).rect(left, top, mm(measures.textWidth), mm(height)).stroke('#000000');
  document.endMarkedContent();
  const inside = left + mm(4);
  whole.add(
    document.struct('H2', [
      () => {
        use(document, 'heading');
        document.text(texts.heading, inside, top + mm(3.5), { lineBreak: false });
      },
    ]),
  );
  rowsOf(slip).forEach(([label, value], index) => {
    const y = top + mm(10.5 + index * 5.5);
    whole.add(
      document.struct('P', [
        () => {
          fitLine(document, 'small', `${label}: `, { x: inside, y, width: mm(labelWidth) });
          const x = inside + mm(labelWidth);
          fitLine(document, 'smallBold', value, {
            x,
            y,
            width: mm(code.left - measures.margins.left - labelWidth - 7),
          });
        },
      ]),
    );
  });
  whole.add(
    document.struct('Figure', { alt: texts.alternative }, [
      () => drawCode(document, giroCode(slip), { x: mm(code.left), y: top + mm(4), side: mm(code.side) }),
    ]),
  );
  whole.add(
    document.struct('P', [
      () =>
        fitLine(document, 'return', texts.app, { x: mm(code.left - 2), y: top + mm(40.5), width: mm(38) }),
    ]),
  );
  document.y = top + mm(height);
}

function rowsOf({ holder, iban, bic, reference, amountCents, dueOn }: PaymentSlip) {
  return [
    ['Empfänger', holder],
    ['IBAN', formatIban(iban)],
    ...(bic === '' ? [] : [['BIC', bic] as const]),
    ['Betrag', formatCents(amountCents)],
    ['Verwendungszweck', reference],
    ['Zahlbar bis', formatLocalDate(dueOn)],
  ] as const;
}

/** As one shape: lines between single squares would show in print. */
function drawCode(
  document: PDFDocument,
  text: string,
  { x: left, y: top, side }: { readonly x: number; readonly y: number; readonly side: number },
): void {
  const { size, dark } = qrSquares(text);
  const square = side / size;
  for (const { x, y, width } of dark)
    document.rect(left + x * square, top + y * square, width * square, square);
  document.fill('#000000');
}
