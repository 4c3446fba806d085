export { foldGerman } from '@amtsstube/shared/search/fold-german';

const collator = new Intl.Collator('de', { numeric: true, sensitivity: 'base' });

/** German order: ä beside a, numbers by value, upper and lower case alike. */
export function compareGerman(left: string, right: string): number {
  return collator.compare(left, right);
}
