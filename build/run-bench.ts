import { spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { root } from './steps.ts';

const bench = join(root, 'bench');

/** Runs the benchmark of one topic; its own packages are installed first where they are missing or of an older list. */
async function runBench([topic, ...rest]: readonly string[]): Promise<number> {
  const topics = readdirSync(join(bench, 'src'))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => basename(name, '.ts'));
  if (topic === undefined || !topics.includes(topic)) {
    console.error(`npm run bench -- TOPIC, where TOPIC is one of: ${topics.join(', ')}`);
    return 1;
  }
  if (!isInstalled()) {
    console.log('Installing the packages of bench/ …');
    const installed = await installPackages();
    if (installed !== 0) return installed;
  }
  return run(process.execPath, [join(bench, 'src', `${topic}.ts`), ...rest], root);
}

function isInstalled(): boolean {
  // npm writes its own copy of the list behind everything else
  const installed = join(bench, 'node_modules', '.package-lock.json');
  return (
    existsSync(installed) && statSync(installed).mtimeMs >= statSync(join(bench, 'package-lock.json')).mtimeMs
  );
}

/** The npm that runs this script; by its path, because npm's .cmd can't be spawned on Windows. */
function installPackages(): Promise<number> {
  const npm = process.env['npm_execpath'];
  const [program, first] = npm === undefined ? ['npm', []] : [process.execPath, [npm]];
  return run(program, [...first, 'ci', '--no-audit', '--no-fund'], bench);
}

function run(program: string, given: readonly string[], cwd: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, given, { cwd, stdio: 'inherit' });
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}

try {
  process.exitCode = await runBench(process.argv.slice(2));
} catch (failure) {
  console.error(failure instanceof Error ? failure.message : failure);
  process.exitCode = 1;
}
