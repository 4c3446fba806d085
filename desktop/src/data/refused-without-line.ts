import { prepare } from '@amtsstube/shared/operations/decide';
import { type Kind, operationKinds, type PayloadOf } from '@amtsstube/shared/operations/registry';
import type { LineState } from './desk.ts';
import type { Saved } from './saved.ts';

/**
 * What only the server can tell isn't taken without a line: it would wait in the journal, while the person at the counter
 * needs the answer now. Where the line goes a moment later it does wait, and is shown as nothing but that (L10).
 */
export function refusedWithoutLine<K extends Kind>(
  kind: K,
  payload: PayloadOf<K>,
  line: LineState,
): Saved | undefined {
  if (line.state === 'connected') return undefined;
  const prepared = prepare({ kind, v: operationKinds[kind].v, payload });
  if (!prepared.ready || !prepared.needsServer) return undefined;
  return { result: 'refusedHere', reason: { code: 'needsServer' } };
}
