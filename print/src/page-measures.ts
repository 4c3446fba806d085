/** Points of a PDF (1/72 inch) in a millimetre. */
const pointsPerMillimetre = 72 / 25.4;

export function mm(millimetres: number): number {
  return millimetres * pointsPerMillimetre;
}

/**
 * DIN 5008, form B, in millimetres from the left and the top edge of A4: where a window envelope shows the address, and
 * where the sheet is folded.
 */
export const measures = {
  margins: { top: 25, bottom: 30, left: 25, right: 20 },
  textWidth: 165,
  sender: { top: 14, linesLeft: 125, linesWidth: 65 },
  /** 85 × 45 mm at (20, 45); the text begins 5 mm inside. The return address is the last line above the address zone. */
  address: { left: 25, width: 80, returnTop: 57.5, top: 62.7, lineHeight: 4.5, lines: 6, bottom: 90 },
  information: { left: 125, top: 50, labelWidth: 27, width: 75 },
  subjectTop: 98.5,
  foldMarks: [105, 210],
  holeMark: 148.5,
  footTop: 277,
  /** The page number of the first page, where there are more. */
  firstNumberTop: 271,
  /** The line with reference and page number of the pages after the first. */
  runningTop: 13,
} as const;
