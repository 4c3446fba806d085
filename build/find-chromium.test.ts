import { describe, expect, it } from 'vitest';
import { chromiumCandidates, type Surroundings } from './chromium-candidates.ts';
import { chromiumInstallers } from './chromium-installers.ts';
import { chromiumArguments } from './find-chromium.ts';

function surroundings(overrides: Partial<Surroundings>): Surroundings {
  return { platform: 'linux', env: {}, home: '/home/anna', namesIn: () => [], ...overrides };
}

describe('where a Chromium is looked for', () => {
  it('on Linux: the PATH in its order, then the usual places, then Playwright, each once', () => {
    const candidates = chromiumCandidates(
      surroundings({
        env: { PATH: '/usr/local/bin:/usr/bin' },
        namesIn: () => ['chromium-99', 'firefox-1', 'chromium-1200'],
      }),
    );
    expect(candidates.slice(0, 4)).toEqual([
      '/usr/local/bin/chromium-headless-shell',
      '/usr/bin/chromium-headless-shell',
      '/usr/local/bin/chromium',
      '/usr/bin/chromium',
    ]);
    expect(candidates).toContain('/snap/bin/chromium');
    expect(new Set(candidates).size).toBe(candidates.length);
    const cached = candidates.filter((path) => path.includes('ms-playwright'));
    expect(cached[0]).toBe('/home/anna/.cache/ms-playwright/chromium-1200/chrome-linux64/chrome');
    expect(candidates.slice(-cached.length)).toEqual(cached);
  });

  it('on Linux: never relative to the current folder, which an empty PATH entry would mean', () => {
    const candidates = chromiumCandidates(surroundings({ env: { PATH: ':bin:/usr/bin' } }));
    expect(candidates.every((path) => path.startsWith('/'))).toBe(true);
  });

  it('on Windows: Chromium, Chrome, then the Edge every Windows has', () => {
    const env = {
      LOCALAPPDATA: 'C:\\Users\\anna\\AppData\\Local',
      'PROGRAMFILES(X86)': 'C:\\Program Files (x86)',
    };
    const candidates = chromiumCandidates(
      surroundings({ platform: 'win32', env, namesIn: () => ['chromium-1200'] }),
    );
    expect(candidates[0]).toBe('C:\\Users\\anna\\AppData\\Local\\Chromium\\Application\\chrome.exe');
    expect(candidates).toContain('C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe');
    expect(candidates).toContain(
      'C:\\Users\\anna\\AppData\\Local\\ms-playwright\\chromium-1200\\chrome-win64\\chrome.exe',
    );
  });

  it('on macOS: the applications of the machine, then of the person', () => {
    const candidates = chromiumCandidates(surroundings({ platform: 'darwin', home: '/Users/anna' }));
    expect(candidates.slice(0, 2)).toEqual([
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Users/anna/Applications/Chromium.app/Contents/MacOS/Chromium',
    ]);
  });

  it("in Playwright's folder where it was moved to", () => {
    const env = { PLAYWRIGHT_BROWSERS_PATH: '/opt/browsers' };
    const namesIn = (folder: string) => (folder === '/opt/browsers' ? ['chromium_headless_shell-7'] : []);
    expect(chromiumCandidates(surroundings({ env, namesIn })).at(-1)).toBe(
      '/opt/browsers/chromium_headless_shell-7/chrome-linux/headless_shell',
    );
  });
});

describe('how a Chromium is installed', () => {
  const names = (rights: Parameters<typeof chromiumInstallers>[0]) =>
    chromiumInstallers(rights).map(({ name }) => name);
  const has =
    (...commands: string[]) =>
    (command: string) =>
      commands.includes(command);

  it('as root: with the package manager that is there, else with Playwright', () => {
    expect(names({ platform: 'linux', isRoot: true, has: has('apt-get') })).toEqual([
      'apt-get',
      'apt-get',
      'playwright-core',
    ]);
    expect(names({ platform: 'linux', isRoot: true, has: has('dnf') })).toEqual(['dnf', 'playwright-core']);
  });

  it('without root: through a sudo that asks for nothing, or not through the package manager at all', () => {
    const [first] = chromiumInstallers({ platform: 'linux', isRoot: false, has: has('apt-get', 'sudo') });
    expect(first?.commands.every(([program, option]) => program === 'sudo' && option === '-n')).toBe(true);
    expect(names({ platform: 'linux', isRoot: false, has: has('apt-get') })).toEqual(['playwright-core']);
  });

  it('on Windows and macOS: with Playwright', () => {
    expect(names({ platform: 'win32', isRoot: false, has: () => true })).toEqual(['playwright-core']);
    expect(names({ platform: 'darwin', isRoot: true, has: () => true })).toEqual(['playwright-core']);
  });
});

it('gives up the sandbox for root only', () => {
  expect(chromiumArguments(true)).toContain('--no-sandbox');
  expect(chromiumArguments(false)).not.toContain('--no-sandbox');
  expect(chromiumArguments(false)).toContain('--disable-background-networking');
});
