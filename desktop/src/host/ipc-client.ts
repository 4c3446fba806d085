import { HostFailure } from './host-failure.ts';
import { type IpcCall, type IpcRequest, type IpcResults, ipcReply, ipcResult } from './ipc-messages.ts';
import type { IpcPort } from './ipc-port.ts';

/** The window's end of the line to the main process. */
export interface IpcClient {
  call<Call extends IpcCall>(call: Call): Promise<IpcResults[Call['kind']]>;
  /** Every call under way or to come rejects with `unavailable`. */
  end(reason: string): void;
}

interface Waiting {
  resolve(result: unknown): void;
  reject(failure: HostFailure): void;
}

export function createIpcClient(port: IpcPort): IpcClient {
  const page = crypto.randomUUID();
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let ended: HostFailure | undefined;

  function end(reason: string): void {
    ended ??= new HostFailure('unavailable', reason);
    for (const { reject } of waiting.values()) reject(ended);
    waiting.clear();
  }

  port.onMessage((message) => {
    const parsed = ipcReply.safeParse(message);
    if (!parsed.success) return end(`the main process answered nonsense: ${parsed.error.message}`);
    const reply = parsed.data;
    // meant for a page that was here before a reload
    if (reply.page !== page) return;
    const asked = waiting.get(reply.id);
    waiting.delete(reply.id);
    if (reply.outcome === 'done') asked?.resolve(reply.result);
    else asked?.reject(new HostFailure(reply.code, reply.message));
  });

  return {
    async call<Call extends IpcCall>(call: Call): Promise<IpcResults[Call['kind']]> {
      if (ended !== undefined) throw ended;
      lastId += 1;
      const request: IpcRequest = { page, id: lastId, call };
      const result = await new Promise<unknown>((resolve, reject) => {
        waiting.set(request.id, { resolve, reject });
        port.send(request);
      });
      const kind: Call['kind'] = call.kind;
      return ipcResult[kind].parse(result);
    },
    end,
  };
}
