import type { Case } from '@amtsstube/shared/domain/case';
import type { PayloadOf } from '@amtsstube/shared/operations/registry';
import { useEffect, useRef, useState } from 'react';
import { useDesk } from '../../ui/desk-context.tsx';
import { type BulkProgress, runBulk } from './bulk-assignment.ts';

export type BulkState =
  | { readonly state: 'planning' }
  | { readonly state: 'running'; readonly progress: BulkProgress }
  | { readonly state: 'done'; readonly progress: BulkProgress };

export interface Bulk {
  readonly now: BulkState;
  readonly run: (
    cases: readonly Case[],
    payloadOf: (caseRecord: Case) => PayloadOf<'assignCase'>,
  ) => Promise<BulkProgress>;
  readonly stop: () => void;
}

/** Runs one bulk action and says how far it is. Ends with the dialog: what is saved by then is saved. */
export function useBulk(): Bulk {
  const { desk } = useDesk();
  const [now, setNow] = useState<BulkState>({ state: 'planning' });
  const ending = useRef(new AbortController());
  useEffect(() => () => ending.current.abort(), []);

  return {
    now,
    async run(cases, payloadOf) {
      ending.current = new AbortController();
      const { signal } = ending.current;
      setNow({ state: 'running', progress: { saved: [], failed: [], left: cases } });
      const progress = await runBulk(
        desk,
        cases,
        payloadOf,
        (soFar) => setNow({ state: 'running', progress: soFar }),
        signal,
      );
      setNow({ state: 'done', progress });
      return progress;
    },
    stop: () => ending.current.abort(),
  };
}
