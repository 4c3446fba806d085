import type { Page } from 'playwright-core';

/** The private files of the desk in a browser, as a fault of the disk or another version of the program changes them. */
export class Profile {
  readonly #page: Page;

  private constructor(page: Page) {
    this.#page = page;
  }

  /** Of a page of the same origin on which the desk doesn't run: the desk holds its files open. */
  static async of(page: Page, townUrl: string): Promise<Profile> {
    await page.goto(`${townUrl}/desk/icon.svg`);
    return new Profile(page);
  }

  /** Names of the files in `journals`, `files` or `set-aside`. */
  names(directory: string): Promise<string[]> {
    return this.#page.evaluate(async (where) => {
      const root = await navigator.storage.getDirectory();
      const desk = await root.getDirectoryHandle('amtsstube');
      const names: string[] = [];
      for await (const name of (await desk.getDirectoryHandle(where)).keys()) names.push(name);
      return names;
    }, directory);
  }

  async read(directory: string, name: string): Promise<Uint8Array> {
    const bytes = await this.#page.evaluate(
      async ([where, what]) => {
        const root = await navigator.storage.getDirectory();
        const desk = await root.getDirectoryHandle('amtsstube');
        const file = await (await desk.getDirectoryHandle(where)).getFileHandle(what);
        return [...new Uint8Array(await (await file.getFile()).arrayBuffer())];
      },
      [directory, name] as const,
    );
    return Uint8Array.from(bytes);
  }

  async write(directory: string, name: string, bytes: Uint8Array): Promise<void> {
    await this.#page.evaluate(
      async ([where, what, content]) => {
        const root = await navigator.storage.getDirectory();
        const desk = await root.getDirectoryHandle('amtsstube');
        const file = await (await desk.getDirectoryHandle(where)).getFileHandle(what, { create: true });
        const writable = await file.createWritable();
        await writable.write(Uint8Array.from(content));
        await writable.close();
      },
      [directory, name, [...bytes]] as const,
    );
  }

  /** The one journal there is. */
  async journal(): Promise<string> {
    const [name, ...others] = await this.names('journals');
    if (name === undefined || others.length > 0) throw new Error(`journals: ${others.length + 1}`);
    return name;
  }

  /** Both slots of a small file at once (see opfs-slot.ts). @returns what puts them back */
  async change(names: RegExp, changed: (bytes: Uint8Array) => Uint8Array): Promise<() => Promise<void>> {
    const before: [string, Uint8Array][] = [];
    for (const name of await this.names('files')) {
      if (!names.test(name)) continue;
      const bytes = await this.read('files', name);
      before.push([name, bytes]);
      await this.write('files', name, changed(bytes));
    }
    if (before.length === 0) throw new Error(`no file is called ${names}`);
    return async () => {
      for (const [name, bytes] of before) await this.write('files', name, bytes);
    };
  }

  /** As a browser does that clears its databases, or a person who is told to. @returns how many there were */
  deleteDatabases(): Promise<number> {
    return this.#page.evaluate(async () => {
      const databases = await indexedDB.databases();
      for (const { name } of databases)
        await new Promise<void>((resolve, reject) => {
          const request = indexedDB.deleteDatabase(name ?? '');
          request.onsuccess = () => resolve();
          request.onerror = () => reject(request.error);
          request.onblocked = () => reject(new Error(`${name} is open`));
        });
      return databases.length;
    });
  }

  /** As a newer program leaves them: each database of a higher version. */
  raiseDatabases(): Promise<number> {
    return this.#page.evaluate(async () => {
      const databases = await indexedDB.databases();
      for (const { name, version } of databases)
        await new Promise<void>((resolve, reject) => {
          const request = indexedDB.open(name ?? '', (version ?? 1) + 1000);
          request.onsuccess = () => {
            request.result.close();
            resolve();
          };
          request.onerror = () => reject(request.error);
          request.onblocked = () => reject(new Error(`${name} is open`));
        });
      return databases.length;
    });
  }
}
