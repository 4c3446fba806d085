import { spawn } from 'node:child_process';
import { isBundleStale } from './bundle-age.ts';
import { chromiumVariable, findChromium } from './find-chromium.ts';
import { root, tools } from './steps.ts';

/** Runs the journeys; arguments go to vitest, so `npm run e2e -- booking` runs the files with that in their name. */
async function runJourneys(vitestArguments: readonly string[]): Promise<number> {
  const chromium = await findChromium();
  console.log(`Chromium: ${chromium}`);
  if (isBundleStale()) {
    console.log('The bundle is missing or older than its sources: bundling …');
    const bundled = await runNode(['build/bundle.ts'], {});
    if (bundled !== 0) return bundled;
  }
  return runNode([tools.vitest, 'run', '--config', 'e2e/vitest.config.ts', ...vitestArguments], {
    [chromiumVariable]: chromium,
  });
}

/** What it says is shown as it comes: a journey takes its time. */
function runNode(script: readonly string[], variables: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, script, {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, ...variables },
    });
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}

try {
  process.exitCode = await runJourneys(process.argv.slice(2));
} catch (failure) {
  console.error(failure instanceof Error ? failure.message : failure);
  process.exitCode = 1;
}
