import { encode } from 'uqr';

/** A run of dark squares in one row of a code, counted from its top left corner. */
export interface DarkRun {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

export interface QrSquares {
  /** Squares on each side, without the margin. */
  readonly size: number;
  readonly dark: readonly DarkRun[];
}

/** Light squares around a code, so that a camera finds it (ISO/IEC 18004). */
const quietZone = 4;

/** Error correction M, as GiroCode wants it (EPC069-12), up to version 13. The same text gives the same squares. */
export function qrSquares(text: string): QrSquares {
  const { data, size } = encode(text, { ecc: 'M', boostEcc: false, maxVersion: 13, border: 0 });
  return { size, dark: data.flatMap((row, y) => runsOf(row).map((run) => ({ ...run, y }))) };
}

function runsOf(row: readonly boolean[]): readonly Omit<DarkRun, 'y'>[] {
  const runs: { x: number; width: number }[] = [];
  row.forEach((isDark, x) => {
    const last = runs.at(-1);
    if (!isDark) return;
    if (last && last.x + last.width === x) last.width += 1;
    else runs.push({ x, width: 1 });
  });
  return runs;
}

/** The same as one path of a picture for a page, with the margin it needs; `side` in squares. */
export function qrPath(text: string): { readonly side: number; readonly path: string } {
  const { size, dark } = qrSquares(text);
  const path = dark
    .map(({ x, y, width }) => `M${x + quietZone} ${y + quietZone}h${width}v1h-${width}z`)
    .join('');
  return { side: size + 2 * quietZone, path };
}
