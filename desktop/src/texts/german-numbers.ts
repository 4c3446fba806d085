const number = new Intl.NumberFormat('de-DE');

/** `1.234` */
export const count = (value: number): string => number.format(value);

/** `1 Vorgang`, `1.234 Vorgänge`. */
export const plural = (value: number, one: string, many: string): string =>
  `${count(value)} ${value === 1 ? one : many}`;
