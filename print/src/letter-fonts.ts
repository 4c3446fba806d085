/** TrueType fonts that hold every letter of a German name (DIN SPEC 91379). */
export interface LetterFonts {
  readonly regular: Uint8Array;
  readonly bold: Uint8Array;
}
