import { posix, win32 } from 'node:path';

/** What the search depends on; handed in, so that every platform's order can be tested on any of them. */
export interface Surroundings {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  /** The names in a folder; an absent folder has none. */
  readonly namesIn: (folder: string) => readonly string[];
}

/**
 * The shell without windows first: the same engine, and the journeys take a quarter less time in it. Then Debian's name: elsewhere
 * `chromium-browser` may be a stub that only recommends a snap.
 */
const commandNames = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge',
];

/** Where a Chromium may be, best guess first. Nothing says that the files exist or start. */
export function chromiumCandidates(surroundings: Surroundings): readonly string[] {
  return [...new Set([...installedCandidates(surroundings), ...playwrightCandidates(surroundings)])];
}

function installedCandidates({ platform, env, home }: Surroundings): readonly string[] {
  switch (platform) {
    case 'win32':
      // Edge last, but it is on every Windows.
      return [
        'Chromium\\Application\\chrome.exe',
        'Google\\Chrome\\Application\\chrome.exe',
        'Microsoft\\Edge\\Application\\msedge.exe',
      ].flatMap((program) =>
        [env['LOCALAPPDATA'], env['PROGRAMFILES'], env['PROGRAMFILES(X86)']]
          .filter((folder) => folder !== undefined && folder !== '')
          .map((folder) => win32.join(folder as string, program)),
      );
    case 'darwin':
      return ['Chromium', 'Google Chrome', 'Microsoft Edge'].flatMap((name) =>
        ['/Applications', posix.join(home, 'Applications')].map((folder) =>
          posix.join(folder, `${name}.app`, 'Contents', 'MacOS', name),
        ),
      );
    default:
      return [
        ...commandNames.flatMap((name) => pathFolders(env).map((folder) => posix.join(folder, name))),
        ...commandNames.map((name) => posix.join('/usr/bin', name)),
        '/usr/lib/chromium/chromium',
        '/usr/lib64/chromium-browser/chromium-browser',
        '/opt/google/chrome/chrome',
        '/snap/bin/chromium',
      ];
  }
}

function pathFolders(env: Surroundings['env']): readonly string[] {
  return (env['PATH'] ?? '').split(':').filter((folder) => folder.startsWith('/'));
}

/** Playwright keeps one folder per revision; the newest comes first, a full browser before the headless shell. */
function playwrightCandidates({ platform, env, home, namesIn }: Surroundings): readonly string[] {
  const { join } = platform === 'win32' ? win32 : posix;
  const cache = env['PLAYWRIGHT_BROWSERS_PATH'] || join(...playwrightCache(platform, env, home));
  return ['chromium-', 'chromium_headless_shell-'].flatMap((prefix) =>
    namesIn(cache)
      .filter((name) => name.startsWith(prefix))
      .sort((one, other) => Number(other.slice(prefix.length)) - Number(one.slice(prefix.length)))
      .flatMap((revision) =>
        programsInRevision(platform).map((program) => join(cache, revision, ...program)),
      ),
  );
}

function playwrightCache(
  platform: NodeJS.Platform,
  env: Surroundings['env'],
  home: string,
): readonly string[] {
  if (platform === 'win32')
    return [env['LOCALAPPDATA'] ?? win32.join(home, 'AppData', 'Local'), 'ms-playwright'];
  if (platform === 'darwin') return [home, 'Library', 'Caches', 'ms-playwright'];
  return [env['XDG_CACHE_HOME'] || posix.join(home, '.cache'), 'ms-playwright'];
}

/** Playwright renamed the folders when it moved to Chrome for Testing, so both generations are tried. */
function programsInRevision(platform: NodeJS.Platform): readonly (readonly string[])[] {
  switch (platform) {
    case 'win32':
      return [
        ['chrome-win64', 'chrome.exe'],
        ['chrome-win', 'chrome.exe'],
        ['chrome-headless-shell-win64', 'chrome-headless-shell.exe'],
      ];
    case 'darwin':
      return ['chrome-mac-arm64', 'chrome-mac-x64', 'chrome-mac'].flatMap((folder) =>
        ['Google Chrome for Testing', 'Chromium'].map((name) => [
          folder,
          `${name}.app`,
          'Contents',
          'MacOS',
          name,
        ]),
      );
    default:
      return [
        ['chrome-linux64', 'chrome'],
        ['chrome-linux', 'chrome'],
        ['chrome-headless-shell-linux64', 'chrome-headless-shell'],
        ['chrome-linux', 'headless_shell'],
      ];
  }
}
