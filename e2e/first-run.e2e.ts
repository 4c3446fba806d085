import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityProblems } from './axe.ts';
import { dogOwner, fillInDogTax, readReceipt, send } from './citizen.ts';
import { takeOver } from './clerk.ts';
import { film } from './film-strip.ts';
import { Pc } from './pc.ts';
import { freePort, withoutOwnSettings } from './town.ts';

const run = promisify(execFile);
const sources = join(import.meta.dirname, '..', 'sync-server', 'src');

/** README's "A new municipality, in fifteen minutes", by its own commands. */
describe('a new municipality', () => {
  let directory: string;
  let env: NodeJS.ProcessEnv;
  let url: string;
  let server: ChildProcess | undefined;
  let admins: Pc;
  let citizens: Pc;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'amtsstube-first-run-'));
    const port = await freePort();
    url = `http://127.0.0.1:${port}`;
    env = {
      ...withoutOwnSettings(process.env),
      AMTSSTUBE_DATA: directory,
      AMTSSTUBE_PORT: String(port),
      AMTSSTUBE_PUBLIC_URL: url,
      AMTSSTUBE_LOG_LEVEL: 'error',
    };
    [admins, citizens] = await Promise.all([Pc.setUp(), Pc.setUp()]);
  });
  afterAll(async () => {
    for (const pc of [admins, citizens]) await pc?.dispose();
    if (server?.exitCode === null) {
      const gone = once(server, 'exit');
      server.kill();
      await gone;
    }
    await rm(directory, { recursive: true, force: true });
  });

  it('works from the command to the first application in the inbox', async () => {
    const added = await run(
      process.execPath,
      [
        ...[join(sources, 'admin', 'main.ts'), 'municipality', 'add', '--id', 'neustadt'],
        ...['--name', 'Neustadt (Börde)', '--email', 'rathaus@neustadt.example'],
        ...['--admin-name', 'Käthe Öhler', '--admin-email', 'oehler@neustadt.example'],
      ],
      { env },
    );
    const link = /http:\/\/\S+\/einladung\/[\w-]{43}/.exec(added.stdout)?.[0] ?? '';
    const code = /[2-9A-Z]{5}-[2-9A-Z]{5}/.exec(added.stdout)?.[0] ?? '';
    server = spawn(process.execPath, [join(sources, 'main.ts')], {
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    if (server.stdout) await once(createInterface({ input: server.stdout }), 'line');

    const page = await admins.open(link);
    await page.getByLabel('Neues Passwort', { exact: true }).fill('Feldweg im Nebel');
    await page.getByLabel('Neues Passwort wiederholen').fill('Feldweg im Nebel');
    await page.getByRole('button', { name: 'Passwort festlegen' }).click();
    await page.getByRole('link', { name: 'Amtsstube öffnen' }).click();
    await page.getByLabel('Gerätecode').fill(code);
    await page.getByLabel('Name des Geräts').fill('Rathaus, Platz 1');
    await page.getByRole('button', { name: 'Gerät einrichten' }).click();
    await page.getByLabel('E-Mail').fill('oehler@neustadt.example');
    await page.getByLabel('Passwort').first().fill('Feldweg im Nebel');
    await page.getByRole('button', { name: 'Anmelden', exact: true }).click();
    await page.getByRole('heading', { name: 'Posteingang' }).waitFor();
    await page.getByRole('link', { name: 'Verwaltung' }).click();
    const part = (name: string) => page.getByRole('link', { name, exact: true }).click();

    // without a department nobody could get the applications
    await part('Dienstleistungen');
    await page.getByRole('button', { name: 'Aus dem Katalog übernehmen' }).click();
    const services = page.getByRole('dialog', { name: 'Dienstleistungen übernehmen' });
    await services.getByText('Bitte legen Sie zuerst unter „Fachbereiche“').waitFor();
    await services.getByRole('button', { name: 'Abbrechen' }).click();

    await part('Fachbereiche');
    await page.getByRole('button', { name: 'Neuer Fachbereich' }).click();
    await page.getByRole('dialog').getByLabel('Name').fill('Bürgerbüro');
    await page.getByRole('dialog').getByRole('button', { name: 'Speichern' }).click();

    await part('Dienstleistungen');
    await page.getByRole('button', { name: 'Aus dem Katalog übernehmen' }).click();
    await services.getByRole('button', { name: 'Keine auswählen' }).click();
    await services.getByLabel('Hundesteuer anmelden').check();
    await services.getByLabel('Geburtsurkunde beantragen').check();
    expect(await accessibilityProblems(page), 'services to take over').toEqual([]);
    await film(page, 'first-run-services');
    await services.getByRole('button', { name: '2 Dienstleistungen übernehmen' }).click();
    await page.getByRole('switch', { name: 'Hundesteuer anmelden online anbieten' }).waitFor();
    await services.waitFor({ state: 'hidden' });

    await part('Personen');
    await page.getByRole('button', { name: 'Käthe Öhler ändern' }).click();
    await page.getByRole('dialog').getByLabel('Bürgerbüro').check();
    await page.getByRole('dialog').getByRole('button', { name: 'Speichern' }).click();

    const citizen = await citizens.open(url);
    await fillInDogTax(citizen, url, dogOwner, 'neustadt');
    await send(citizen);
    const { fileReference } = await readReceipt(citizen);

    await page.getByRole('link', { name: 'Posteingang' }).click();
    await page.getByRole('link', { name: fileReference }).click();
    await page.getByRole('heading', { name: fileReference }).waitFor();
    await takeOver(page);
    await film(page, 'first-run-case');
  });
});
