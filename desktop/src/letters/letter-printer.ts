import type { Printable } from '@amtsstube/print/printable';
import regularFont from '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf?url';
import boldFont from '@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf?url';
import type { LetterAnswer, LetterRequest } from './letter-worker.ts';

interface Waiting {
  readonly resolve: (bytes: Uint8Array) => void;
  readonly reject: (error: Error) => void;
}

/** Makes letters and day plans in a worker that keeps the fonts: the page goes on meanwhile. Begun with the first. */
class LetterPrinter {
  #worker: Worker | undefined;
  #count = 0;
  readonly #waiting = new Map<number, Waiting>();

  /** Rejects where it can't be made: a bug, or a worker that couldn't be loaded. */
  print(printable: Printable): Promise<Uint8Array> {
    const worker = this.#begun();
    this.#count += 1;
    const id = this.#count;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      worker.postMessage({ id, printable } satisfies LetterRequest);
    });
  }

  #begun(): Worker {
    if (this.#worker) return this.#worker;
    const worker = new Worker(new URL('./letter-worker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = ({ data }: MessageEvent<LetterAnswer>) => {
      const waiting = this.#waiting.get(data.id);
      this.#waiting.delete(data.id);
      if ('bytes' in data) waiting?.resolve(data.bytes);
      else waiting?.reject(new Error(data.failed));
    };
    worker.onerror = ({ message }) => {
      this.#worker = undefined;
      for (const { reject } of this.#waiting.values())
        reject(new Error(`the worker that makes letters has died: ${message}`));
      this.#waiting.clear();
    };
    const absolute = (url: string) => new URL(url, document.baseURI).href;
    const fonts = { regular: absolute(regularFont), bold: absolute(boldFont) };
    worker.postMessage({ fonts } satisfies LetterRequest);
    this.#worker = worker;
    return worker;
  }
}

export const letterPrinter = new LetterPrinter();
