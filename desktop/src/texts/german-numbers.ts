const number = new Intl.NumberFormat('de-DE');

export const count = (value: number): string => number.format(value);

export const plural = (value: number, one: string, many: string): string =>
  `${count(value)} ${value === 1 ? one : many}`;
