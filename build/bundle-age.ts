import { existsSync, globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './steps.ts';

const bundle = 'desktop/dist/index.html';
const sources = [
  'desktop/{src,public}/**/*',
  'desktop/*.{html,ts,json}',
  'shared/src/**/*',
  'print/src/**/*',
  'package-lock.json',
];

/** Whether the desktop's bundle is missing or older than a file it is made of. */
export function isBundleStale(): boolean {
  if (!existsSync(join(root, bundle))) return true;
  const builtAt = statSync(join(root, bundle)).mtimeMs;
  return globSync(sources, { cwd: root }).some((path) => statSync(join(root, path)).mtimeMs > builtAt);
}
