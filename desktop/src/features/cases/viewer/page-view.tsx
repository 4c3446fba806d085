import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import { useEffect, useRef, useState } from 'react';
import { de } from '../../../texts/de.ts';
import type { ShownDocument } from '../../../ui/documents/shown-document.ts';
import { textLayer } from './text-layer.ts';
import { scaleOf, type Zoom } from './zoom.ts';

interface PageViewProps {
  readonly document: ShownDocument;
  readonly number: number;
  readonly zoom: Zoom;
  /** CSS pixels in width that a page may take. */
  readonly room: number;
  readonly label: string;
  readonly onScale: (scale: number) => void;
}

/** One page, drawn anew for each size; what was there stays until then, so that nothing flickers. */
export function PageView({ document, number, zoom, room, label, onScale }: PageViewProps) {
  const drawn = useRef<HTMLCanvasElement>(null);
  const text = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<'drawing' | 'drawn' | 'failed'>('drawing');

  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    async function draw() {
      const page = await document.page(number);
      const scale = scaleOf(zoom, page.width, room);
      const fresh = globalThis.document.createElement('canvas');
      await page.draw(fresh, scale, globalThis.devicePixelRatio, signal);
      signal.throwIfAborted();
      const [canvas, layer] = [drawn.current, text.current];
      if (canvas === null || layer === null) return;
      canvas.width = fresh.width;
      canvas.height = fresh.height;
      canvas.style.width = `${Math.round(page.width * scale)}px`;
      canvas.style.height = `${Math.round(page.height * scale)}px`;
      canvas.getContext('2d')?.drawImage(fresh, 0, 0);
      layer.replaceChildren();
      await page.drawText?.(layer, scale, signal);
      signal.throwIfAborted();
      onScale(scale);
      setState('drawn');
    }
    setState('drawing');
    draw().catch(() => {
      if (!signal.aborted) setState('failed');
    });
    return () => stop.abort();
  }, [document, number, zoom, room, onScale]);

  return (
    <>
      {state === 'failed' && <Alert severity="error">{de.cases.files.viewer.pageFailed(number)}</Alert>}
      <Box sx={{ ...sheet, display: state === 'failed' ? 'none' : 'block' }} aria-busy={state === 'drawing'}>
        <canvas ref={drawn} role="img" aria-label={label} width={1} height={1} />
        <Box ref={text} sx={textLayer} />
      </Box>
    </>
  );
}

/** Paper is white, whatever the screen is. */
const sheet = {
  position: 'relative',
  width: 'max-content',
  mx: 'auto',
  lineHeight: 0,
  bgcolor: '#ffffff',
  boxShadow: 2,
} as const;
