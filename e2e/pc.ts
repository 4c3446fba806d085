import { execFile } from 'node:child_process';
import { appendFile, cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { chromiumArguments, findChromium } from '../build/find-chromium.ts';
import { electronBinary } from './electron-binary.ts';
import { ElectronShell } from './electron-shell.ts';

const run = promisify(execFile);

/**
 * A clerk's PC: a browser with a profile on disk, which outlives the browser. With E2E_SHELL=electron, and where the packaged
 * program is, the desk opens in that one instead: the same journeys, the other shell.
 */
export class Pc {
  readonly #profile: string;
  readonly #javaScript: boolean;
  readonly #timezoneId: string;
  #isCut = false;
  #opensAt: (() => number) | undefined;
  #context: BrowserContext | undefined;
  #electron: ElectronShell | undefined;

  private constructor(profile: string, javaScript: boolean, timezoneId: string) {
    this.#profile = profile;
    this.#javaScript = javaScript;
    this.#timezoneId = timezoneId;
  }

  static async setUp({ javaScript = true, timezoneId = 'Europe/Berlin' } = {}): Promise<Pc> {
    return new Pc(await mkdtemp(join(tmpdir(), 'amtsstube-pc-')), javaScript, timezoneId);
  }

  /** Starts the browser, or goes on with the one that runs; a new tab at `url`. */
  async open(url: string): Promise<Page> {
    const { origin, pathname } = new URL(url);
    const program = electronBinary();
    if (program.state === 'there' && pathname === '/desk/') {
      this.#electron ??= await ElectronShell.start(program.path, this.#profile, origin);
      return this.#electron.window();
    }
    this.#context ??= await this.#launch();
    const page = await this.#context.newPage();
    await page.goto(url);
    return page;
  }

  async #launch(): Promise<BrowserContext> {
    const context = await chromium.launchPersistentContext(this.#profile, {
      executablePath: await findChromium(),
      args: [...chromiumArguments()],
      viewport: { width: 1280, height: 800 },
      locale: 'de-DE',
      timezoneId: this.#timezoneId,
      // a menu that is still opening takes no click, and animations are a third of what a busy machine draws
      reducedMotion: 'reduce',
      javaScriptEnabled: this.#javaScript,
      // in a locale of ASCII, as build machines have it, Chromium gives up a download's German name
      env: { ...process.env, LC_ALL: 'C.UTF-8' },
    });
    if (this.#opensAt) await context.clock.install({ time: this.#opensAt() });
    await context.setOffline(this.#isCut);
    return context;
  }

  /** From the next start of the browser on its clock begins with what this says, in milliseconds, and goes on from there. */
  startAt(opensAt: () => number): void {
    this.#opensAt = opensAt;
  }

  /** Its clock leaps ahead, as one does that slept; what was due meanwhile happens once. */
  async sleep(milliseconds: number): Promise<void> {
    await this.#context?.clock.fastForward(milliseconds);
  }

  /** No line for this PC, also where its browser is started again: everybody else keeps theirs. */
  async cutLine(isCut: boolean): Promise<void> {
    this.#isCut = isCut;
    await this.#context?.setOffline(isCut);
    await this.#electron?.cutLine(isCut);
  }

  /** What each tab shows, as words: for the report of a journey that failed. */
  async shown(): Promise<string> {
    const pages = [...(this.#context?.pages() ?? []), ...(this.#electron?.windows ?? [])];
    const texts = pages.map((page) =>
      page.evaluate('document.body.innerText').then(
        (text) => `--- ${page.url()}\n${text}`,
        (error: unknown) => `--- ${page.url()}: ${error}`,
      ),
    );
    return (await Promise.all(texts)).join('\n');
  }

  /** Remembers the profile as it is now, for `putBack`; only while the browser is shut. */
  async keep(): Promise<void> {
    this.#demandShut();
    await cp(this.#profile, keptIn(this.#profile), { recursive: true });
  }

  /** The profile as it was kept; only while the browser is shut. */
  async putBack(): Promise<void> {
    this.#demandShut();
    await rm(this.#profile, { recursive: true, force: true, maxRetries: 5 });
    await cp(keptIn(this.#profile), this.#profile, { recursive: true });
  }

  /** The browser is closed; the profile stays. */
  async shutDown(): Promise<void> {
    await this.#context?.close();
    this.#context = undefined;
    await this.#electron?.close();
    this.#electron = undefined;
  }

  /** What a power cut in the middle of a write leaves at the end of the journal; only while the browser is shut. */
  async tearJournal(): Promise<void> {
    this.#demandShut();
    const journals: string[] = [];
    const isInElectron = electronBinary().state === 'there';
    const place = join(this.#profile, ...(isInElectron ? ['desk', 'journals'] : ['Default', 'File System']));
    for (const entry of await readdir(place, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const path = join(entry.parentPath, entry.name);
      // Chromium keeps OPFS files under names of its own; a journal's first record is a header in clear
      if ((await readFile(path)).subarray(0, 400).includes('"deviceId"')) journals.push(path);
    }
    const [journal, ...others] = journals;
    if (journal === undefined || others.length > 0) throw new Error(`journals found: ${journals.length}`);
    await appendFile(journal, Buffer.alloc(23, 7));
  }

  /** As a power cut does to it: every process of the browser ends at once, nothing is written any more. */
  async kill(): Promise<void> {
    const [context, electron] = [this.#context, this.#electron];
    this.#context = undefined;
    this.#electron = undefined;
    await electron?.kill();
    if (context === undefined) return;
    const closed = new Promise<void>((resolve) => context.once('close', () => resolve()));
    const processes = await processesWith(this.#profile);
    for (const pid of processes) process.kill(pid, 'SIGKILL');
    await closed;
  }

  /** Which of these strings stand in any file of the profile, in any encoding browsers use on disk. */
  async findInProfile(texts: readonly string[]): Promise<string[]> {
    this.#demandShut();
    const found = new Set<string>();
    for (const entry of await readdir(this.#profile, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const bytes = await readFile(join(entry.parentPath, entry.name));
      for (const text of texts) {
        if (found.has(text)) continue;
        if (
          ['utf8', 'latin1', 'utf16le'].some((encoding) =>
            bytes.includes(text, 0, encoding as BufferEncoding),
          )
        )
          found.add(text);
      }
    }
    return [...found];
  }

  #demandShut(): void {
    if (this.#context || this.#electron) throw new Error('the browser still runs');
  }

  async dispose(): Promise<void> {
    await this.shutDown();
    for (const gone of [this.#profile, keptIn(this.#profile)])
      await rm(gone, { recursive: true, force: true, maxRetries: 5 });
  }
}

const keptIn = (profile: string) => `${profile}-kept`;

/** The processes whose command line names this profile: the browser's own, whoever started them. */
async function processesWith(profile: string): Promise<number[]> {
  const found = (await commandLines()).filter(([, commandLine]) => commandLine.includes(profile));
  return found.map(([pid]) => pid);
}

/** Of everything that runs. Only Linux's way was tried where this was written. */
async function commandLines(): Promise<(readonly [number, string])[]> {
  if (process.platform === 'linux') {
    const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
    const read = (pid: string) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    return Promise.all(pids.map(async (pid) => [Number(pid), await read(pid)] as const));
  }
  const windows = 'Get-CimInstance Win32_Process | ForEach-Object { "$($_.ProcessId) $($_.CommandLine)" }';
  const { stdout } =
    process.platform === 'win32'
      ? await run('powershell', ['-NoProfile', '-Command', windows], { maxBuffer: 2 ** 26 })
      : await run('ps', ['-axwwo', 'pid=,command='], { maxBuffer: 2 ** 26 });
  return stdout.split('\n').map((line) => [Number.parseInt(line, 10), line] as const);
}
