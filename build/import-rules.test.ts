import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Sample, samples } from './import-rule-samples.ts';

const root = join(import.meta.dirname, '..');

interface Finding {
  readonly path: string;
  readonly message: string;
}

let folder: string;
let findings: readonly Finding[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'amtsstube-import-rules-'));
  await cp(join(root, 'biome.json'), join(folder, 'biome.json'));
  await cp(join(root, 'build', 'lint'), join(folder, 'build', 'lint'), { recursive: true });
  for (const { path, code } of samples) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), `${code}\n`);
  }
  findings = await lint();
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** One run over all samples, with the project's own configuration. */
async function lint(): Promise<readonly Finding[]> {
  const biome = join(root, 'node_modules', '@biomejs', 'biome', 'bin', 'biome');
  const report = await new Promise<string>((resolve) => {
    // Findings are an exit code of 1, which is what is wanted here.
    execFile(
      process.execPath,
      [biome, 'lint', '--reporter=json', '--max-diagnostics=none', '.'],
      { cwd: folder, maxBuffer: 64 * 1024 * 1024 },
      (_failure, stdout) => resolve(stdout),
    );
  });
  const { diagnostics } = JSON.parse(report) as {
    diagnostics: readonly { message: string; severity: string; location: { path?: string } }[];
  };
  return diagnostics
    .filter(({ severity }) => severity === 'error')
    .map(({ message, location }) => ({ path: (location.path ?? '').replaceAll('\\', '/'), message }));
}

function found({ path }: Sample): readonly string[] {
  return findings.filter((finding) => finding.path === path).map(({ message }) => message);
}

it.each(samples.filter(({ says }) => says !== undefined))('red: $path – $code', (sample) => {
  expect(found(sample)).toContainEqual(expect.stringContaining(sample.says ?? ''));
});

it.each(samples.filter(({ says }) => says === undefined))('green: $path – $code', (sample) => {
  expect(found(sample)).toEqual([]);
});

it('has a red sample for every rule in build/lint', async () => {
  const { readdir, readFile } = await import('node:fs/promises');
  const rules = (await readdir(join(root, 'build', 'lint'))).filter((name) => name.endsWith('.grit'));
  for (const rule of rules) {
    const message =
      /message="([^"]+)"/.exec(await readFile(join(root, 'build', 'lint', rule), 'utf8'))?.[1] ?? '';
    expect(
      samples.some(({ says }) => says !== undefined && message.includes(says)),
      rule,
    ).toBe(true);
  }
});
