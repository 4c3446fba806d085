import { assertNever } from '@amtsstube/shared/domain/assert-never';
import type { BlobState } from '../../data/desk.ts';
import { de } from '../../texts/de.ts';

/** Where a file's bytes are, in words that promise nothing. @param by who added it */
export function fileStateWords(state: BlobState | undefined, size: number, by: string): string {
  const text = de.cases.files.state;
  if (state === undefined) return text.absent;
  switch (state.state) {
    case 'here':
      return state.isOnServer ? text.here : text.waiting(state.sentBytes, size);
    case 'fetching':
      return text.fetching(state.fetchedBytes, size);
    case 'expected':
      return text.expected(by);
    case 'noRoom':
      return text.noRoom;
    default:
      return assertNever(state);
  }
}
