import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { testTown, testTownAccounts } from '@amtsstube/shared/fixtures/test-town';
import { type Config, parseConfig } from '@amtsstube/sync-server/config';
import { type MailCatcher, openMailCatcher } from '@amtsstube/sync-server/mail/mail-catcher';
import { openSimulator, type Simulator } from '@amtsstube/sync-server/payments/simulator';
import { CannotStart, type RunningServer, startServer } from '@amtsstube/sync-server/start-server';
import { setUpNeighbourTowns, setUpTestTown } from '@amtsstube/sync-server/start-server-test-town';
import { isBundleStale } from './bundle-age.ts';
import { choosePort } from './start/choose-port.ts';
import { electronProgram, openElectronDesk } from './start/electron-desk.ts';
import { addSampleWork } from './start/sample-work.ts';
import { watch } from './start/watch.ts';
import { root, runAndReport } from './steps.ts';

const sampleApplications = 25;

/**
 * `npm start`: the test town, ready to use, on this computer only: the server with the citizens' page, the desk
 * in Electron's window where its program is (in the browser otherwise, and with `--browser`), and a catcher for mails.
 * `--port 8081` chooses the port, `--data DIR` another place for the data than .data, `--watch` rebuilds and restarts.
 */
async function start(): Promise<void> {
  const { values } = parseArgs({
    options: {
      watch: { type: 'boolean' },
      port: { type: 'string' },
      data: { type: 'string' },
      browser: { type: 'boolean' },
      'no-bundle': { type: 'boolean' },
    },
  });
  if (values.watch) return watch(values.port, values.data);
  if (!values['no-bundle'] && isBundleStale()) {
    const built = await runAndReport({ name: 'bundle', script: ['build/bundle.ts'] });
    if (!built.succeeded) console.error('The desk could not be built; the citizens’ page starts without it.');
  }
  const dataDirectory = resolve(values.data ?? join(root, '.data'));
  await mkdir(dataDirectory, { recursive: true });
  const mails = await openMailCatcher(join(dataDirectory, 'mails'), await choosePort(8025));
  const secret = randomBytes(32).toString('hex');
  const simulator = await openSimulator({ secret, port: await choosePort(8030) });
  try {
    const server = await startServer(
      await configOf(dataDirectory, values.port, mails, { url: simulator.url, secret }),
    );
    const isNew = await setUpTestTown(server);
    await setUpNeighbourTowns(server.core);
    if (isNew) await addSampleWork(server.core, sampleApplications);
    const electron = values.browser ? undefined : electronProgram(join(root, 'node_modules/electron'));
    introduce(server, mails, simulator, dataDirectory, { isNew, hasElectron: electron !== undefined });
    stopOnSignal(server, mails, simulator);
    if (electron !== undefined) {
      // the bundler is large, and most starts don't need it
      const { bundleShell, shellApp } = await import('./bundle-shell.ts');
      await bundleShell();
      openElectronDesk(electron, shellApp, server.url, join(dataDirectory, 'electron'));
    }
  } catch (error) {
    await mails.close();
    await simulator.close();
    throw error;
  }
}

async function configOf(
  dataDirectory: string,
  port: string | undefined,
  mails: MailCatcher,
  ePayment: { readonly url: string; readonly secret: string },
): Promise<Config> {
  const chosen = port ?? String(await choosePort(8080));
  if (port === undefined && chosen === '0')
    console.log('Port 8080 is used by another program, so it is another one this time.');
  const parsed = parseConfig({
    AMTSSTUBE_DATA: dataDirectory,
    AMTSSTUBE_PORT: chosen,
    AMTSSTUBE_SMTP_URL: mails.smtpUrl,
    AMTSSTUBE_EPAYMENT_URL: ePayment.url,
    AMTSSTUBE_EPAYMENT_SECRET: ePayment.secret,
    // that there is no second disk is no news here
    AMTSSTUBE_LOG_LEVEL: 'error',
  });
  if (!parsed.ok) throw new CannotStart(parsed.sentence);
  return parsed.config;
}

function introduce(
  { url, workstations }: RunningServer,
  mails: MailCatcher,
  simulator: Simulator,
  dataDirectory: string,
  { isNew, hasElectron }: { readonly isNew: boolean; readonly hasElectron: boolean },
): void {
  const accounts = testTownAccounts.map(({ email, password }) => `                 ${email}   ${password}`);
  const { code } = workstations.newEnrolmentCode(testTown.municipalityId);
  const ignored = Object.keys(process.env).filter((name) => name.startsWith('AMTSSTUBE_'));
  if (ignored.length > 0)
    console.log(
      `${ignored.join(', ')}: settings of a real server; the test town has its own (--port, --data).`,
    );
  console.log(`
Musterstadt (Altmark) is open${isNew ? ', with sample applications' : ''}. Everything is on this computer only.

  Citizens' page  ${url}/m/${testTown.municipalityId}/   (three municipalities to choose from: ${url}/)
  Desk            ${url}/desk/
                 device code  ${code.slice(0, 5)}-${code.slice(5)}   (the first time on each browser)
${accounts.join('\n')}
  Mails           ${mails.pageUrl}   (caught, none is delivered)
  Payments        ${simulator.url}   (simulated, no money moves)
  Data            ${dataDirectory}   (delete it to begin anew)

${hasElectron ? 'The desk opens in Electron, and works in the browser too.' : 'The desk is in the browser: there is no Electron program here (npx install-electron fetches it).'} Ctrl+C stops all.
`);
}

function stopOnSignal(server: RunningServer, mails: MailCatcher, simulator: Simulator): void {
  let isStopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (isStopping) process.exit(1);
      isStopping = true;
      console.log('Stopping. The data stays; the next npm start goes on with it.');
      server
        .close()
        .then(() => Promise.all([mails.close(), simulator.close()]))
        .then(
          () => process.exit(0),
          () => process.exit(1),
        );
    });
  }
}

if (import.meta.main) {
  try {
    await start();
  } catch (error) {
    if (!(error instanceof CannotStart) && !isOfTheSurroundings(error)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

/** A mistyped option, or a directory that can't be made or written: no bug, so its sentence does without a stack. */
function isOfTheSurroundings(error: unknown): error is Error {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code.startsWith('ERR_PARSE_ARGS_') || /^E[A-Z]+$/.test(code);
}
