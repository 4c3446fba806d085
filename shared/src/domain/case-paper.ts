import type { Instant } from './time.ts';

/** One thing that is known, with what stands beside it in small print (who corrected it, what was entered). */
export interface PaperRow {
  readonly label: string;
  readonly value: string;
  readonly notes: readonly string[];
}

export type PaperBlock =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'rows'; readonly rows: readonly PaperRow[] };

export interface PaperPart {
  readonly title: string;
  readonly blocks: readonly PaperBlock[];
}

/** A page of a document as a picture. */
export interface PaperPicture {
  readonly jpeg: Uint8Array;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
}

export interface PaperDocument {
  readonly name: string;
  readonly pages: readonly PaperPicture[];
}

/**
 * A case as it is printed: everything in words already, so that whoever lays it out knows nothing of cases. Each part
 * begins on a page of its own, and so does each page of a document.
 */
export interface CasePaper {
  readonly title: string;
  readonly subtitle: string;
  readonly author: string;
  /** At the head of each page after the first. */
  readonly runningLine: string;
  /** Above everything else: what is not final in it. */
  readonly notice: string | undefined;
  readonly at: Instant;
  readonly parts: readonly PaperPart[];
  readonly documents: readonly PaperDocument[];
}
