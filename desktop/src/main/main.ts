import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { app, dialog, Notification, net, protocol, safeStorage, session } from 'electron';
import { createNodeHost } from '../host/node-host.ts';
import { createNodeSmallFiles } from '../host/node-small-files.ts';
import { serveHost } from '../host/serve-host.ts';
import { createAppProtocol } from '../shell/app-protocol.ts';
import { placeInArguments } from '../shell/deep-link.ts';
import { isTrustedSender } from '../shell/guard.ts';
import { letGoBeforeTheEnd } from '../shell/let-go.ts';
import { findServer, type ServerFound } from '../shell/server-address.ts';
import { goChannel } from '../shell/shell-addresses.ts';
import { rememberSettings } from '../shell/shell-settings.ts';
import { shellTexts } from '../shell/shell-texts.ts';
import { startRefusal } from '../shell/start-refusal.ts';
import { systemKeyVault } from '../shell/system-key-vault.ts';
import { denyPermissions } from './deny-permissions.ts';
import { createIpcMainPort } from './ipc-main-port.ts';
import { createMainWindow } from './main-window.ts';
import { setNativeMenu } from './native-menu.ts';
import { offerSaving } from './save-files.ts';

/** Put there by the installation; see server-address.ts. */
const installationFile = join(process.resourcesPath, 'amtsstube.json');

app.enableSandbox();
app.setAppUserModelId('de.amtsstube.desktop');
protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
]);

// one process has the profile: a second start only brings the window of the first to the front
if (app.requestSingleInstanceLock()) {
  // not awaited here: Electron gets ready only after this module has been run to its end
  void app
    .whenReady()
    .then(start)
    .catch((error: unknown) => {
      const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
      dialog.showErrorBox(shellTexts.startFailed.title, shellTexts.startFailed.text(detail));
      app.exit(1);
    });
} else {
  app.quit();
}

async function start(): Promise<void> {
  const profile = app.getPath('userData');
  const settingsDirectory = join(profile, 'shell');
  await mkdir(settingsDirectory, { recursive: true, mode: 0o700 });
  const settings = await rememberSettings(await createNodeSmallFiles(settingsDirectory));

  const server = findServer({
    commandLine: process.argv,
    installation: await readFile(installationFile, 'utf8').catch(() => undefined),
    remembered: settings.now().server,
  });
  if (server.found !== 'server') return refuseToStart(server);
  const serverOrigin = () => server.origin;
  // it is found anew at each start: a full disk must not keep the desk from opening, where its clerk is told
  if (settings.now().server !== server.origin)
    await settings
      .change({ server: server.origin })
      .catch((error: unknown) => console.warn('the server’s address is not kept', error));

  const desk = createAppProtocol({
    directory: join(import.meta.dirname, 'desk'),
    serverOrigin,
    fetch: (url, init) => net.fetch(url, { ...init, bypassCustomProtocolHandlers: true }),
  });
  session.defaultSession.protocol.handle('app', desk);
  denyPermissions(session.defaultSession);
  offerSaving(session.defaultSession);

  const window = createMainWindow({ settings, serverOrigin });
  const host = await createNodeHost({
    directory: join(profile, 'desk'),
    // the copy of the server's data lies beside it, in the window's database
    measured: profile,
    isOnlyProcess: true,
    notify(title, body) {
      const notification = new Notification({ title, body });
      notification.on('click', showWindow);
      notification.show();
    },
    keyVault: await systemKeyVault(safeStorage, process.platform),
  });
  const served = serveHost(host, createIpcMainPort(window.webContents), isTrustedSender, (reason) =>
    console.warn(`IPC refused: ${reason}`),
  );
  setNativeMenu(window);

  app.setAsDefaultProtocolClient('amtsstube');
  app.on('second-instance', (_event, commandLine) => {
    showWindow();
    go(placeInArguments(commandLine));
  });
  app.on('window-all-closed', () => app.quit());
  // an empty change waits behind those under way
  letGoBeforeTheEnd(app, () => Promise.allSettled([settings.change({}), served.close()]));
  await window.showDesk(placeInArguments(process.argv));

  function showWindow(): void {
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
  }

  function go(place: string | undefined): void {
    if (place !== undefined) window.webContents.send(goChannel, place);
  }
}

function refuseToStart(server: Exclude<ServerFound, { found: 'server' }>): void {
  const { title, text } = startRefusal(server, installationFile);
  dialog.showErrorBox(title, text);
  app.exit(1);
}
