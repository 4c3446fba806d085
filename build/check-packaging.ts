import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { filesInAsar } from './asar-files.ts';
import { bundleShell } from './bundle-shell.ts';
import { fusesOf, writeElectronStub } from './electron-stub.ts';
import { packagingFindings } from './packaging-findings.ts';
import { runStep } from './steps.ts';

/** As electron-builder.yml wants them. */
const wantedFuses: Readonly<Record<string, boolean>> = {
  runAsNode: false,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  onlyLoadAppFromAsar: true,
  enableEmbeddedAsarIntegrityValidation: true,
  enableCookieEncryption: true,
  grantFileProtocolExtraPrivileges: false,
};

const mostShown = 20;

/**
 * Packs with a stub for Electron's binary, which is not needed for what is asked here: what lies in app.asar, what
 * doesn't, and how the fuses are set. Says nothing about whether the program runs.
 */
async function checkPackaging(folder: string): Promise<readonly string[]> {
  await bundleShell();
  const stub = join(folder, 'electron');
  const output = join(folder, 'packages');
  writeElectronStub(stub);
  const packed = await runStep({
    name: 'packaging',
    script: [
      'node_modules/electron-builder/cli.js',
      ...['--projectDir', 'desktop', '--publish', 'never', '--dir', '--linux', '--x64'],
      `-c.electronDist=${stub}`,
      `-c.directories.output=${output}`,
    ],
  });
  if (!packed.succeeded) return [`electron-builder failed:\n${packed.output}`];

  const unpacked = join(output, 'linux-unpacked');
  const resources = readdirSync(join(unpacked, 'resources'));
  const files = filesInAsar(join(unpacked, 'resources/app.asar'));
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  console.log(`app.asar: ${files.length} files, ${(bytes / 1024 / 1024).toFixed(1)} MiB without Electron`);
  for (const { path, bytes: size } of files.toSorted((a, b) => b.bytes - a.bytes).slice(0, 5))
    console.log(`  ${String(Math.round(size / 1024)).padStart(6)} KiB  ${path}`);

  const fuses = fusesOf(join(unpacked, 'amtsstube'));
  return [
    ...packagingFindings(files),
    ...resources.filter((name) => /^app(?:\.asar\.unpacked)?$/.test(name)).map((name) => `unpacked: ${name}`),
    ...Object.entries(wantedFuses)
      .filter(([name, isOn]) => fuses[name] !== isOn)
      .map(([name, isOn]) => `the fuse ${name} is not ${isOn ? 'on' : 'off'}`),
  ];
}

const folder = mkdtempSync(join(tmpdir(), 'amtsstube-packaging-'));
try {
  const findings = await checkPackaging(folder);
  for (const finding of findings.slice(0, mostShown)) console.error(finding);
  if (findings.length > mostShown) console.error(`… and ${findings.length - mostShown} more`);
  if (findings.length === 0) console.log('Packaging: as it should be (Electron itself was not run).');
  process.exitCode = findings.length === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
