import type { OpId } from '@amtsstube/shared/domain/ids';
import type { Kind, PayloadOf } from '@amtsstube/shared/operations/registry';
import { useRef, useState } from 'react';
import type { Saved } from '../data/desk.ts';
import { de } from '../texts/de.ts';
import { useDesk } from './desk-context.tsx';
import { type NameOf, useNameOf } from './names.ts';
import { refusalSentence } from './refusal-sentence.ts';

/** How far the last thing done with a form got. */
export type ActionState =
  | { readonly state: 'idle' }
  | { readonly state: 'saving' }
  | { readonly state: 'saved'; readonly opId: OpId }
  | { readonly state: 'failed'; readonly sentence: string };

export interface Action {
  readonly state: ActionState;
  /** True only when it is saved; otherwise what was typed must stay. A second call while one runs does nothing. */
  perform<K extends Kind>(kind: K, payload: PayloadOf<K>): Promise<boolean>;
  /** Forgets what became of the last one: for a dialog that opens and begins anew. */
  reset(): void;
}

/** Does operations for one form and keeps what became of the last one, to be shown by `ActionNotice`. */
export function useAction(): Action {
  const { desk } = useDesk();
  const nameOf = useNameOf();
  const [state, setState] = useState<ActionState>({ state: 'idle' });
  const running = useRef(false);

  return {
    state,
    reset: () => {
      if (!running.current) setState({ state: 'idle' });
    },
    async perform(kind, payload) {
      if (running.current) return false;
      running.current = true;
      setState({ state: 'saving' });
      try {
        const saved = await desk.do(kind, payload);
        setState(stateAfter(saved, nameOf));
        return saved.result === 'saved';
      } catch (error) {
        setState({ state: 'failed', sentence: de.saved.not.journalUnwritable });
        throw error;
      } finally {
        running.current = false;
      }
    },
  };
}

/** Only `saved` may be called saved; every other answer is a sentence with what to do. */
export function stateAfter(saved: Saved, nameOf: NameOf): ActionState {
  switch (saved.result) {
    case 'saved':
      return { state: 'saved', opId: saved.opId };
    case 'notSaved':
      return { state: 'failed', sentence: de.saved.not[saved.because] };
    case 'refusedHere':
      return { state: 'failed', sentence: de.saved.refusedNow(refusalSentence(saved.reason, nameOf)) };
  }
}
