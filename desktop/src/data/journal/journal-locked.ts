/** `newer`: of a newer program. `otherKey`: this key doesn't open it. `severalJournals`: support has to settle which. */
export type JournalLockedReason = 'newer' | 'otherKey' | 'severalJournals';

/** The journal is there but can't be read with this key or by this program. It is left as it is. */
export class JournalLocked extends Error {
  override readonly name = 'JournalLocked';
  readonly reason: JournalLockedReason;

  constructor(reason: JournalLockedReason, message: string) {
    super(message);
    this.reason = reason;
  }
}
