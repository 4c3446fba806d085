import type { CasePaper } from '@amtsstube/shared/domain/case-paper';
import regularFont from '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf?url';
import boldFont from '@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf?url';
import type { ExportAnswer, ExportRequest } from './export-worker.ts';

/**
 * Makes the PDF and the ZIP of one case, in a worker of its own: the page goes on meanwhile, and what a large case took
 * of memory is given back with `end`. One thing at a time.
 */
export class ExportMaker {
  readonly #worker = new Worker(new URL('./export-worker.ts', import.meta.url), { type: 'module' });

  constructor() {
    const absolute = (url: string) => new URL(url, document.baseURI).href;
    this.#post({ fonts: { regular: absolute(regularFont), bold: absolute(boldFont) } });
  }

  /** @throws Error where it can't be made: a bug, or a worker that couldn't be loaded */
  async paper(paper: CasePaper): Promise<Uint8Array> {
    const answer = await this.#ask({ paper });
    if ('bytes' in answer) return answer.bytes;
    throw new Error('another answer than the one to a paper');
  }

  /** Takes the bytes over: whoever still needs them gives a copy. */
  add(path: string, bytes: Uint8Array): void {
    this.#worker.postMessage({ path, bytes } satisfies ExportRequest, [bytes.buffer]);
  }

  /** All that was added, as one file. */
  async zip(): Promise<Blob> {
    const answer = await this.#ask({ finish: true });
    if ('zip' in answer) return answer.zip;
    throw new Error('another answer than the one to a ZIP');
  }

  end(): void {
    this.#worker.terminate();
  }

  #ask(request: ExportRequest): Promise<ExportAnswer> {
    return new Promise((resolve, reject) => {
      this.#worker.onmessage = ({ data }: MessageEvent<ExportAnswer>) =>
        'failed' in data ? reject(new Error(data.failed)) : resolve(data);
      this.#worker.onerror = ({ message }) => reject(new Error(`the worker that packs has died: ${message}`));
      this.#post(request);
    });
  }

  #post(request: ExportRequest): void {
    this.#worker.postMessage(request);
  }
}
