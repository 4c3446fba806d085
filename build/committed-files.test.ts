import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');

// Put together at run time, so that this file doesn't find itself.
const registryHosts = ['registry.npmjs', 'registry.yarnpkg', 'npm.pkg.github', 'registry.npmmirror'].map(
  (host) => `${host}.`,
);
const placesOfThisMachine = new RegExp(`(?<![\\w.@-])/(?:${['work', 'root'].join('|')})/[\\w.]`);

function trackedFiles(): readonly string[] {
  const listed = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' });
  return listed.split('\0').filter((path) => path !== '' && isReadable(path));
}

/** A file deleted in the working tree but not yet in the index is no finding; a link's target is listed itself. */
function isReadable(path: string): boolean {
  return statSync(join(root, path), { throwIfNoEntry: false })?.isFile() === true;
}

function textOf(path: string): string {
  const bytes = readFileSync(join(root, path));
  return bytes.includes(0) ? '' : bytes.toString('utf8');
}

/** `path:line` of each line the test is true for. */
function linesWhere(files: readonly string[], isFound: (line: string) => boolean): readonly string[] {
  return files.flatMap((path) =>
    textOf(path)
      .split('\n')
      .flatMap((line, index) => (isFound(line) ? [`${path}:${index + 1}`] : [])),
  );
}

const isRegistryNamed = (line: string) => registryHosts.some((host) => line.includes(host));
const isMachinePath = (line: string) => placesOfThisMachine.test(line);

describe.skipIf(!existsSync(join(root, '.git')))('what git tracks', () => {
  const files = trackedFiles();

  it('names no package registry: any mirror will do', () => {
    expect(linesWhere(files, isRegistryNamed)).toEqual([]);
  });

  it('names no folder of the machine it was written on', () => {
    expect(linesWhere(files, isMachinePath)).toEqual([]);
  });
});

it('would notice a registry and a machine path', () => {
  const sample = ['registry.npmjs', 'org'].join('.');
  expect(isRegistryNamed(`"resolved": "https://${sample}/zod/-/zod-4.6.7.tgz"`)).toBe(true);
  expect(isMachinePath(`see ${'/work'}/shared/notes.md`)).toBe(true);
  expect(isMachinePath('import x from "../work/plan.ts"')).toBe(false);
});

it('carries the whole licence text', () => {
  const licence = readFileSync(join(root, 'LICENSE'), 'utf8');
  expect(licence).toMatch(/^EUROPEAN UNION PUBLIC LICENCE v\. 1\.2/);
  for (let article = 1; article <= 15; article += 1)
    expect(licence).toMatch(new RegExp(`^${article}\\.\\w`, 'm'));
  expect(licence).toContain('Compatible Licences');
});

describe('dependencies', () => {
  const packages = ['.', 'shared', 'print', 'sync-server', 'desktop', 'sim', 'e2e', 'bench']
    .map((folder) => join(folder, 'package.json'))
    .filter((path) => existsSync(join(root, path)));

  it.each(packages)('%s pins each version exactly', (path) => {
    const manifest = JSON.parse(readFileSync(join(root, path), 'utf8')) as Record<string, unknown>;
    const ranges = [
      'dependencies',
      'devDependencies',
      'optionalDependencies',
      'peerDependencies',
      'overrides',
    ].flatMap((group) => Object.entries((manifest[group] as Record<string, unknown>) ?? {}));
    expect(ranges.filter(([, version]) => !isPinned(version))).toEqual([]);
  });
});

/** An override may be nested: {"package": {"its dependency": "1.2.3"}}. */
function isPinned(version: unknown): boolean {
  if (typeof version === 'object' && version !== null) return Object.values(version).every(isPinned);
  return typeof version === 'string' && /^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version);
}
