/** The journal is there but can't be read with this key or by this program. It is left as it is. */
export class JournalLocked extends Error {
  override readonly name = 'JournalLocked';
}
