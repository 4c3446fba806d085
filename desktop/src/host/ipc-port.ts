/**
 * One end of the line between the window and Electron's main process, as thin as the preload script can offer it.
 * Messages are copied as the structured clone does, at the call, and arrive in order.
 */
export interface IpcPort<Sender = unknown> {
  send(message: unknown): void;
  /** `sender` is what the operating end knows of who sent it; the message itself may claim anything. */
  onMessage(listener: (message: unknown, sender: Sender) => void): void;
}

declare global {
  /** There in Electron's window alone: the preload script's one gift to the page. */
  var amtsstubeHost: IpcPort | undefined;
}
