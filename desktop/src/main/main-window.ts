import { join } from 'node:path';
import { app, BrowserWindow, dialog, screen, shell } from 'electron';
import { mayNavigate, mayOpenOutside } from '../shell/guard.ts';
import { RendererEnds } from '../shell/renderer-end.ts';
import { appUrl } from '../shell/shell-addresses.ts';
import type { RememberedSettings } from '../shell/shell-settings.ts';
import { shellTexts } from '../shell/shell-texts.ts';
import { placeWindow, smallestWindow } from '../shell/window-bounds.ts';

export interface MainWindowOptions {
  readonly settings: RememberedSettings;
  readonly serverOrigin: () => string;
}

export interface MainWindow extends BrowserWindow {
  /** Loads the desk; `place` is a screen's hash. */
  showDesk(place: string | undefined): Promise<void>;
}

/** The one window. Its page has no Node, no way out but the preload's bridge, and can't become another page. */
export function createMainWindow({ settings, serverOrigin }: MainWindowOptions): MainWindow {
  const { isMaximized, ...bounds } = placeWindow(
    settings.now().bounds,
    screen.getAllDisplays().map(({ workArea }) => workArea),
  );
  const window = new BrowserWindow({
    ...bounds,
    minWidth: smallestWindow.width,
    minHeight: smallestWindow.height,
    title: shellTexts.name,
    show: false,
    webPreferences: {
      preload: join(import.meta.dirname, 'preload.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      devTools: !app.isPackaged,
      // its dictionaries would come from a foreign host
      spellcheck: false,
    },
  });
  if (isMaximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  keepInside(window, serverOrigin);
  rememberBounds(window, settings);
  offerReload(window);
  return Object.assign(window, {
    showDesk: (place: string | undefined) => window.loadURL(`${appUrl}${place ?? ''}`),
  });
}

function keepInside({ webContents }: BrowserWindow, serverOrigin: () => string): void {
  const openOutside = (url: string) => {
    if (mayOpenOutside(url, serverOrigin())) void shell.openExternal(url);
  };
  webContents.setWindowOpenHandler(({ url }) => {
    openOutside(url);
    return { action: 'deny' };
  });
  webContents.on('will-frame-navigate', (event) => {
    if (event.isMainFrame && mayNavigate(event.url)) return;
    event.preventDefault();
    if (event.isMainFrame) openOutside(event.url);
  });
  webContents.on('will-redirect', (event) => {
    if (!mayNavigate(event.url)) event.preventDefault();
  });
  webContents.on('will-attach-webview', (event) => event.preventDefault());
}

function rememberBounds(window: BrowserWindow, settings: RememberedSettings): void {
  const remember = () => {
    const bounds = { ...window.getNormalBounds(), isMaximized: window.isMaximized() };
    // where the window was is not worth a message
    settings.change({ bounds }).catch((error: unknown) => console.warn('window bounds not kept', error));
  };
  window.on('close', remember);
  // Windows ends the program without closing its window
  window.on('session-end', remember);
}

function offerReload(window: BrowserWindow): void {
  const ends = new RendererEnds();
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (window.isDestroyed()) return;
    const next = ends.after(reason);
    if (next === 'reload') window.webContents.reload();
    if (next !== 'ask') return;
    console.error(`the window's process has ended: ${reason} (${exitCode})`);
    const { title, text, reload, quit } = shellTexts.crash;
    void ask(window, title, text, [reload, quit]).then((answer) => {
      if (answer === 0) window.webContents.reload();
      else app.quit();
    });
  });
  window.on('unresponsive', () => {
    const { title, text, wait, reload } = shellTexts.unresponsive;
    void ask(window, title, text, [wait, reload]).then((answer) => {
      if (answer !== 1) return;
      ends.mean();
      window.webContents.forcefullyCrashRenderer();
    });
  });
}

async function ask(
  window: BrowserWindow,
  message: string,
  detail: string,
  buttons: string[],
): Promise<number> {
  const { response } = await dialog.showMessageBox(window, { type: 'warning', message, detail, buttons });
  return response;
}
