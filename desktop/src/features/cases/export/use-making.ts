import { useEffect, useRef, useState } from 'react';
import { useDesk } from '../../../ui/desk-context.tsx';
import { ExportMaker } from '../../../ui/export-maker.ts';
import type { CaseSource } from './case-source.ts';
import type { Made, Making } from './make-exports.ts';
import type { ListedDocument } from './paper-of-case.ts';

export type MakingState =
  | { readonly state: 'idle' }
  | { readonly state: 'running'; readonly done: number }
  | { readonly state: 'made'; readonly missing: readonly ListedDocument[] }
  | { readonly state: 'failed' };

/** One export at a time; what is begun ends with the screen it was begun on. */
export function useMaking(): {
  readonly state: MakingState;
  /** @returns the file, or undefined where nothing came of it */
  make(source: CaseSource, how: (making: Making) => Promise<Made>): Promise<Blob | undefined>;
} {
  const { desk } = useDesk();
  const [state, setState] = useState<MakingState>({ state: 'idle' });
  const stop = useRef<AbortController>(undefined);
  useEffect(() => () => stop.current?.abort(), []);

  async function make(source: CaseSource, how: (making: Making) => Promise<Made>) {
    stop.current?.abort();
    const controller = new AbortController();
    stop.current = controller;
    const { signal } = controller;
    const maker = new ExportMaker();
    setState({ state: 'running', done: 0 });
    try {
      const done = (count: number) => setState({ state: 'running', done: count });
      const { file, missing } = await how({ desk, source, maker, signal, done });
      signal.throwIfAborted();
      setState({ state: 'made', missing });
      return file;
    } catch {
      if (!signal.aborted) setState({ state: 'failed' });
      return undefined;
    } finally {
      maker.end();
    }
  }

  return { state, make };
}
