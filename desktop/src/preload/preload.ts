import { contextBridge, ipcRenderer } from 'electron';
import type { IpcPort } from '../host/ipc-port.ts';
import { goChannel, hostChannel } from '../shell/shell-addresses.ts';

/** All that the page gets: a line on one channel, whose every message the main process parses. */
const bridge: IpcPort = {
  send: (message) => ipcRenderer.send(hostChannel, message),
  onMessage: (listener) => {
    ipcRenderer.on(hostChannel, (_event, message: unknown) => listener(message, undefined));
  },
};

contextBridge.exposeInMainWorld('amtsstubeHost', bridge);

// the place of a deep link, which the main process has parsed
ipcRenderer.on(goChannel, (_event, hash: string) => {
  location.hash = hash;
});
