import type { Letter } from '@amtsstube/shared/domain/letter';
import { type Instant, instantOf } from '@amtsstube/shared/domain/time';
import { useEffect, useState } from 'react';
import { letterPrinter } from '../letters/letter-printer.ts';

/** A letter as it is to be printed. */
export interface Printed {
  readonly letter: Letter;
  readonly at: Instant;
  readonly isDraft: boolean;
}

export interface LetterPdf {
  /** The last one made: while the next is being made it stays. */
  readonly bytes: Uint8Array | undefined;
  readonly state: 'making' | 'made' | 'failed';
}

/** Of a letter that isn't written yet: the time in the file changes with nothing that one sees. */
export const nowForPreview = instantOf(Date.now());

/** Who types doesn't want a letter with each key. */
const settleMs = 250;

/** The letter as a PDF, made anew a moment after it changed. */
export function useLetterPdf(printed: Printed | undefined): LetterPdf {
  const [pdf, setPdf] = useState<LetterPdf>({ bytes: undefined, state: 'making' });
  // by what it says, not by which object says it
  const text = printed && JSON.stringify(printed);
  useEffect(() => {
    if (text === undefined) return;
    let isWanted = true;
    setPdf(({ bytes }) => ({ bytes, state: 'making' }));
    const timer = setTimeout(() => {
      letterPrinter.print({ letter: JSON.parse(text) as Printed }).then(
        (bytes) => isWanted && setPdf({ bytes, state: 'made' }),
        () => isWanted && setPdf(({ bytes }) => ({ bytes, state: 'failed' })),
      );
    }, settleMs);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [text]);
  return pdf;
}

/** Once, for looking at or saving. */
export function printLetter(printed: Printed): Promise<Uint8Array> {
  return letterPrinter.print({ letter: printed });
}
