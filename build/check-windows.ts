import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleDeskProcess } from './windows/bundle-desk-process.ts';
import { type CheckResult, contractCheck, crashCheck } from './windows/crash-check.ts';
import { findWindowsNode } from './windows/windows-node.ts';

const rounds = 12;

/**
 * The host's contract and the journal's crashes with the Windows build of Node, on wine's idea of a Windows disk: true
 * there are names without case, refused characters, renaming onto an open file and flushing a directory refused, files
 * in use; not true there are virus scanners, reserved names, NTFS itself. Windows is tested by .github/workflows.
 */
async function checkWindows(folder: string): Promise<number> {
  const node = await findWindowsNode(folder);
  if (node.state === 'skipped') {
    console.log(`skipped: ${node.why}`);
    return 0;
  }
  const seed = Date.now() % 1_000_000;
  console.log(`Windows' Node under wine; seed ${seed}`);
  try {
    const script = await bundleDeskProcess(folder);
    const results: CheckResult[] = [
      ...(await contractCheck(node.launch, script, folder)),
      ...(await crashCheck(node.launch, script, folder, { rounds, seed })),
    ];
    for (const { title, failure } of results)
      console.log(failure === undefined ? `ok     ${title}` : `FAILED ${title}: ${failure}`);
    const failed = results.filter(({ failure }) => failure !== undefined).length;
    console.log(`${results.length - failed} passed, ${failed} failed`);
    return failed === 0 ? 0 : 1;
  } finally {
    await node.stop();
  }
}

const folder = await mkdtemp(join(tmpdir(), 'amtsstube-windows-'));
try {
  process.exitCode = await checkWindows(folder);
} finally {
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}
