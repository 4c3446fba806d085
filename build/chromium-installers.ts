import { join } from 'node:path';

/** One way of getting a Chromium: its commands in order. */
export interface Installer {
  readonly name: string;
  readonly commands: readonly (readonly string[])[];
}

export interface Rights {
  readonly platform: NodeJS.Platform;
  readonly isRoot: boolean;
  /** Whether a command is on the PATH. */
  readonly has: (command: string) => boolean;
}

const packageManagers: readonly {
  readonly command: string;
  readonly commands: readonly (readonly string[])[];
}[] = [
  { command: 'apt-get', commands: withApt('chromium-headless-shell') },
  // where there is no such package
  { command: 'apt-get', commands: withApt('chromium') },
  { command: 'dnf', commands: [['dnf', 'install', '-y', 'chromium']] },
  { command: 'apk', commands: [['apk', 'add', '--no-cache', 'chromium']] },
  { command: 'pacman', commands: [['pacman', '-Sy', '--noconfirm', 'chromium']] },
];

function withApt(name: string): readonly (readonly string[])[] {
  return [
    ['apt-get', '-q', 'update'],
    // Another apt may be at work on the same machine; waiting is better than failing.
    [
      'env',
      'DEBIAN_FRONTEND=noninteractive',
      'apt-get',
      '-q',
      '-o',
      'DPkg::Lock::Timeout=120',
      'install',
      '-y',
      '--no-install-recommends',
      name,
    ],
  ];
}

/**
 * The ways of installing a Chromium, best first: the distribution's package brings its libraries with it; Playwright's
 * download needs them to be there. Without root, only a sudo that asks for nothing is used.
 */
export function chromiumInstallers({ platform, isRoot, has }: Rights): readonly Installer[] {
  const prefix = isRoot ? [] : ['sudo', '-n'];
  const mayInstall = platform === 'linux' && (isRoot || has('sudo'));
  const fromDistribution = mayInstall ? packageManagers.filter(({ command }) => has(command)) : [];
  return [
    ...fromDistribution.map(({ command, commands }) => ({
      name: command,
      commands: commands.map((words) => [...prefix, ...words]),
    })),
    { name: 'playwright-core', commands: [[process.execPath, playwrightCli, 'install', 'chromium']] },
  ];
}

const playwrightCli = join(import.meta.dirname, '..', 'node_modules', 'playwright-core', 'cli.js');
