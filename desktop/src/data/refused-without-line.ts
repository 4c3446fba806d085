import { findKind, type Kind } from '@amtsstube/shared/operations/registry';
import type { LineState } from './desk.ts';
import type { Saved } from './saved.ts';

/**
 * What only the server can tell isn't taken without a line: it would wait in the journal, while the person at the counter
 * needs the answer now. Where the line goes a moment later it does wait, and is shown as nothing but that (L10).
 */
export function refusedWithoutLine(kind: Kind, line: LineState): Saved | undefined {
  if (line.state === 'connected' || findKind(kind)?.needsServer !== true) return undefined;
  return { result: 'refusedHere', reason: { code: 'needsServer' } };
}
