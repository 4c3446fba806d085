/** Thrown with the rule that does not hold. */
export class Red extends Error {
  override readonly name = 'Red';
}
