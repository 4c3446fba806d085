import type { Dossier } from '@amtsstube/shared/domain/case';
import type { OpId } from '@amtsstube/shared/domain/ids';
import type { Shown } from '../../data/desk.ts';

/** As many as a correction may name. */
const most = 100;

/**
 * The corrections a clerk replaces who saw `seen` in force. Of what her desk hasn't handed over she replaces also what it
 * was based on: should the server refuse it, it replaces nothing, and what it stood for is in force again. She saw that
 * too, and must not come to disagree with it.
 */
export function basedOnOf(seen: readonly OpId[], { document, waiting }: Shown<Dossier>): OpId[] {
  const named = new Set(seen);
  // what is added is gone through as well
  for (const id of named) {
    if (!waiting.includes(id)) continue;
    const own = document.events.find(({ opId }) => opId === id);
    if (own?.kind === 'answerCorrected') for (const former of own.basedOn) named.add(former);
  }
  return [...named].slice(0, most);
}
