/** ISO 7064, MOD 97-10: the remainder of digits and letters by 97, letters read as 10 … 35. */
export function mod97(characters: string): number {
  let remainder = 0;
  for (const character of characters) {
    const digits = /\d/.test(character) ? character : String(character.charCodeAt(0) - 55);
    remainder = Number(`${remainder}${digits}`) % 97;
  }
  return remainder;
}
