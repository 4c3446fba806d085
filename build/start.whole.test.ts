import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testTownAccounts } from '@amtsstube/shared/fixtures/test-town';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const program = join(import.meta.dirname, 'start.ts');
let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'amtsstube-npm-start-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

describe('npm start', () => {
  it.each([
    ['an unknown option', () => ['--prot', '8081'], '--prot'],
    ['a bad port', () => ['--no-bundle', '--data', directory, '--port', 'eighty'], 'AMTSSTUBE_PORT'],
    ['a file as directory', () => ['--no-bundle', '--data', aFile()], 'a-file'],
    ['a directory that can’t be made', () => ['--no-bundle', '--data', join(aFile(), 'data')], 'a-file'],
  ])('%s: one line that names it, and 1', (_what, argv, named) => {
    const { status, stderr } = spawnSync(process.execPath, [program, ...argv()], { encoding: 'utf8' });
    expect(stderr).toContain(named);
    expect(stderr.trimEnd()).not.toContain('\n');
    expect(status).toBe(1);
  });

  it('prints addresses, a device code and sign-ins that are right, and catches the mails of the sample work', async () => {
    const argv = ['--no-bundle', '--browser', '--data', join(directory, 'data'), '--port', '0'];
    const child = spawn(process.execPath, [program, ...argv], { stdio: ['ignore', 'pipe', 'inherit'] });
    try {
      let printed = '';
      child.stdout.on('data', (part) => (printed += part));
      await expect.poll(() => printed, { timeout: 25_000 }).toContain('Ctrl+C');
      const [, page = '', home = ''] = /page {2}(\S+) .*choose from: (\S+)\)/.exec(printed) ?? [];
      const [, mails = ''] = /Mails +(\S+)/.exec(printed) ?? [];
      const [, code = ''] = /device code {2}(\S+)/.exec(printed) ?? [];
      const signIns = [...printed.matchAll(/^ +(\S+@\S+) {3}(.+)$/gm)].map(([, ...each]) => each);
      expect(signIns).toHaveLength(testTownAccounts.length);

      expect(await textAt(page)).toContain('Hundesteuer anmelden');
      expect(await textAt(home)).toContain('Musterstadt');
      const workstation = await answerOf(`${home}api/enrol`, { code, name: 'Platz 1' });
      for (const [email, password] of signIns) {
        const answer = await answerOf(`${home}api/sign-in`, { email, password, workstation });
        expect(answer).toMatchObject({ municipalityId: 'musterstadt' });
      }
      await expect.poll(() => textAt(mails), { timeout: 25_000 }).toContain('Ihr Antrag');
    } finally {
      const gone = once(child, 'exit');
      child.kill();
      await gone;
    }
  }, 60_000);
});

async function textAt(url: string): Promise<string> {
  const answer = await fetch(url);
  return answer.ok ? answer.text() : `${answer.status}`;
}

async function answerOf(url: string, body: unknown): Promise<Record<string, unknown>> {
  const headers = { 'Content-Type': 'application/json' };
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  const { workstationId, secret, ...rest } = (await answer.json()) as Record<string, unknown>;
  return workstationId === undefined ? rest : { workstationId, secret };
}

function aFile(): string {
  const file = join(directory, 'a-file');
  writeFileSync(file, '');
  return file;
}
