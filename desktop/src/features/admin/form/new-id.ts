/** For something in a draft, until it is published: a name that no answer has. */
export function newId(): string {
  return `n${crypto.randomUUID().replaceAll('-', '').slice(0, 12)}`;
}
