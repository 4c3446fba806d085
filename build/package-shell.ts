import { spawnSync } from 'node:child_process';
import { bundleShell } from './bundle-shell.ts';
import { root } from './steps.ts';

/** The feed (electron-builder's "generic") written into packages; none when it isn't set. Nothing asks it yet. */
const updateUrl = process.env['AMTSSTUBE_UPDATE_URL'];

/** Bundles and packs for this operating system; arguments go to electron-builder (`-- --dir`, `-- --win`). */
await bundleShell();
const feed = updateUrl ? ['-c.publish.provider=generic', `-c.publish.url=${updateUrl}`] : [];
const builder = ['node_modules/electron-builder/cli.js', '--projectDir', 'desktop', '--publish', 'never'];
const { status } = spawnSync(process.execPath, [...builder, ...feed, ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
