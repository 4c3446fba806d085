/** `#1f6b3a`: red, green and blue in two hexadecimal digits each. */
export type Colour = `#${string}`;

/** What WCAG 2.2 (1.4.3) asks of text; more than the 3:1 it asks of lines, so that a colour may serve for both. */
export const neededContrast = 4.5;

const white: Colour = '#ffffff';
/** KERN's page in dark. */
const dark: Colour = '#202330';

/** From 1 (the same) to 21 (black on white), by WCAG 2.2's formula. */
export function contrast(one: Colour, other: Colour): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

export function contrastWithWhite(colour: Colour): number {
  return contrast(colour, white);
}

/** The colour itself where it can be seen on a dark page, or as much lighter as is needed for that. */
export function lightEnoughForDark(colour: Colour): Colour {
  for (let share = 0; share < 1; share += 0.05) {
    const mixed = mix(colour, share);
    if (contrast(mixed, dark) >= neededContrast) return mixed;
  }
  return white;
}

function mix(colour: Colour, shareOfWhite: number): Colour {
  const mixed = channels(colour).map((each) => Math.round(each + (255 - each) * shareOfWhite));
  return `#${mixed.map((each) => each.toString(16).padStart(2, '0')).join('')}`;
}

function luminance(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = channels(colour)
    .map((each) => each / 255)
    .map((each) => (each <= 0.04045 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function channels(colour: Colour): readonly number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}
