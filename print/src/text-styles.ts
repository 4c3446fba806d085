import type { PDFDocument } from './pdf-kit.ts';

export type Style = keyof typeof styles;

const styles = {
  body: { font: 'regular', size: 10.5 },
  heading: { font: 'bold', size: 10.5 },
  subject: { font: 'bold', size: 11.5 },
  sender: { font: 'bold', size: 13 },
  small: { font: 'regular', size: 8.5 },
  smallBold: { font: 'bold', size: 8.5 },
  return: { font: 'regular', size: 6.5 },
} as const;

/** Between the lines of running text, in points. */
export const lineGap = 1.5;

export function use(document: PDFDocument, style: Style): void {
  const { font, size } = styles[style];
  document.font(font).fontSize(size);
}

/** One line, set smaller where it would be wider than its place, and cut where even that isn't enough. */
export function fitLine(
  document: PDFDocument,
  style: Style,
  text: string,
  at: { readonly x: number; readonly y: number; readonly width: number },
): void {
  const { font, size } = styles[style];
  document.font(font).fontSize(size);
  const natural = document.widthOfString(text);
  const fitting = natural <= at.width ? size : Math.max(6, (size * at.width) / natural);
  document.fontSize(fitting);
  let shown = text;
  while (shown.length > 1 && document.widthOfString(shown) > at.width + 0.5) shown = `${shown.slice(0, -2)}…`;
  document.text(shown, at.x, at.y, { lineBreak: false });
}
