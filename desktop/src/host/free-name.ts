import { longestFileName } from './file-name.ts';

/** `name`, then `name.2`, `name.3` …: the first that isn't taken, cut so that it stays a valid name. */
export function freeName(name: string, taken: { has(name: string): boolean }): string {
  for (let count = 1; ; count += 1) {
    const suffix = count === 1 ? '' : `.${count}`;
    const candidate = name.slice(0, longestFileName - suffix.length) + suffix;
    if (!taken.has(candidate)) return candidate;
  }
}
