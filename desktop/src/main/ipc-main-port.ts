import { ipcMain, type WebContents } from 'electron';
import type { IpcPort } from '../host/ipc-port.ts';
import type { MessageSender } from '../shell/guard.ts';
import { hostChannel } from '../shell/shell-addresses.ts';

/** The main process's end of the line to its one window. */
export function createIpcMainPort(contents: WebContents): IpcPort<MessageSender> {
  return {
    send(message) {
      if (!contents.isDestroyed()) contents.send(hostChannel, message);
    },
    onMessage(listener) {
      ipcMain.on(hostChannel, ({ sender, senderFrame }, message: unknown) => {
        listener(message, {
          url: senderFrame?.url,
          isMainFrame: senderFrame !== null && senderFrame === sender.mainFrame,
          isOurWindow: sender === contents,
        });
      });
    },
  };
}
