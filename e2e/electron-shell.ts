import { once } from 'node:events';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';

/** The packaged program with its one window, as a journey meets it. */
export class ElectronShell {
  readonly #app: ElectronApplication;

  private constructor(app: ElectronApplication) {
    this.#app = app;
  }

  /** @param profile the directory that outlives it. @param server origin of the town's server */
  static async start(
    program: string,
    profile: string,
    server: string,
    ...more: string[]
  ): Promise<ElectronShell> {
    const args = [`--user-data-dir=${profile}`, `--server=${server}`, ...more];
    return new ElectronShell(await _electron.launch({ executablePath: program, args }));
  }

  window(): Promise<Page> {
    return this.#app.firstWindow();
  }

  get windows(): readonly Page[] {
    return this.#app.windows();
  }

  /** No line for this program: its requests go out through the main process. */
  async cutLine(isCut: boolean): Promise<void> {
    await this.#app.evaluate(({ session }, offline) => {
      session.defaultSession.enableNetworkEmulation({ offline });
    }, isCut);
  }

  async close(): Promise<void> {
    await this.#app.close();
  }

  /** As a power cut does. */
  async kill(): Promise<void> {
    const gone = once(this.#app.process(), 'exit');
    this.#app.process().kill('SIGKILL');
    await gone;
  }
}
