import {
  GlobalWorkerOptions,
  getDocument,
  PasswordException,
  type PDFPageProxy,
  RenderingCancelledException,
  TextLayer,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';
import { type Opened, type ShownPage, sharpnessFor } from './shown-document.ts';

GlobalWorkerOptions.workerSrc = workerUrl;

/** A point of a PDF is 1/72 inch, a CSS pixel 1/96. */
const pixelsPerPoint = 96 / 72;

/** Where vite.config.ts puts what pdf.js loads when a document needs it. */
const folder = (name: string) => new URL(`${import.meta.env.BASE_URL}pdf/${name}/`, document.baseURI).href;

/** Opens a PDF with pdf.js in its worker. */
export async function openPdf(bytes: Uint8Array): Promise<Opened> {
  const loading = getDocument({
    // the worker takes them over, and the caller still needs them
    data: bytes.slice(),
    cMapUrl: folder('cmaps'),
    standardFontDataUrl: folder('standard_fonts'),
    wasmUrl: folder('wasm'),
    iccUrl: folder('iccs'),
    // the fonts that come along, so that a letter looks the same on every PC
    useSystemFonts: false,
    enableXfa: false,
    // errors only: what is odd about a stranger's file is nobody's business
    verbosity: 0,
  });
  try {
    const pdf = await loading.promise;
    return {
      ok: true,
      document: {
        pageCount: pdf.numPages,
        page: async (number) => shownPage(await pdf.getPage(number)),
        close: () => void loading.destroy(),
      },
    };
  } catch (error) {
    void loading.destroy();
    return { ok: false, because: error instanceof PasswordException ? 'locked' : 'damaged' };
  }
}

function shownPage(page: PDFPageProxy): ShownPage {
  const { width, height } = page.getViewport({ scale: pixelsPerPoint });
  return {
    width,
    height,
    draw: async (canvas, scale, wanted, signal, on = 'screen') => {
      signal.throwIfAborted();
      const sharpness = sharpnessFor(width * scale, height * scale, wanted);
      const viewport = page.getViewport({ scale: pixelsPerPoint * scale * sharpness });
      canvas.width = Math.max(1, Math.floor(viewport.width));
      canvas.height = Math.max(1, Math.floor(viewport.height));
      const drawing = page.render({ canvas, viewport, intent: on === 'paper' ? 'print' : 'display' });
      const stop = () => drawing.cancel();
      signal.addEventListener('abort', stop, { once: true });
      try {
        await drawing.promise;
      } catch (error) {
        if (error instanceof RenderingCancelledException) signal.throwIfAborted();
        throw error;
      } finally {
        signal.removeEventListener('abort', stop);
      }
    },
    drawText: async (layer, scale, signal) => {
      const viewport = page.getViewport({ scale: pixelsPerPoint * scale });
      layer.style.setProperty('--total-scale-factor', String(viewport.scale));
      const text = new TextLayer({ textContentSource: page.streamTextContent(), container: layer, viewport });
      const stop = () => text.cancel();
      signal.addEventListener('abort', stop, { once: true });
      await text.render().finally(() => signal.removeEventListener('abort', stop));
    },
  };
}
