import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** What a line does to those on it, from now on. */
export type Weather =
  | { readonly kind: 'fair' }
  /** Every connection is broken, and none comes about. */
  | { readonly kind: 'cut' }
  /** Nothing moves and nobody is told; what was said meanwhile arrives late. */
  | { readonly kind: 'stalled' }
  /** Nothing moves on these connections ever again, as behind a router that forgot them. */
  | { readonly kind: 'forgotten' }
  | { readonly kind: 'throttled'; readonly bytesPerSecond: number }
  /** Half of an answer, and then the end. */
  | { readonly kind: 'halfClosed' }
  /** Something on the way answers in the server's place. */
  | { readonly kind: 'answered'; readonly status: string; readonly type: string; readonly body: string }
  /** An answer comes byte by byte. */
  | { readonly kind: 'drip'; readonly everyMs: number }
  /** Hand-overs stop here, before the server hears of them. */
  | { readonly kind: 'requestsHeld' }
  /** The server hears and answers; its answers to hand-overs stop here. */
  | { readonly kind: 'answersHeld' };

/** Where a hand-over is, seen from the line. */
export type Point = 'requestSeen' | 'answerSeen' | 'answerPassed';

interface Connection {
  readonly desk: Socket;
  readonly server: Socket;
  carriesHandOver: boolean;
  isForgotten: boolean;
}

const fair: Weather = { kind: 'fair' };

/** A TCP proxy of our own between one desk and the server, the only way it has. */
export class FaultProxy {
  readonly url: string;
  /** The server's port, another one after each start; undefined: nobody listens there. */
  target: number | undefined;
  #weather: Weather = fair;
  readonly #listener: Server;
  readonly #connections = new Set<Connection>();
  readonly #changed = new Set<() => void>();
  readonly #awaited = new Map<Point, Set<() => void>>();
  /** When the throttled line is free again, for each way. */
  readonly #freeAt = { up: 0, down: 0 };

  private constructor(listener: Server) {
    this.#listener = listener;
    this.url = `http://127.0.0.1:${(listener.address() as AddressInfo).port}`;
    listener.on('connection', (desk) => this.#accept(desk));
  }

  static async open(): Promise<FaultProxy> {
    const listener = createServer({ allowHalfOpen: true }).listen(0, '127.0.0.1');
    await once(listener, 'listening');
    return new FaultProxy(listener);
  }

  set weather(weather: Weather) {
    const { kind: former } = this.#weather;
    this.#weather = weather;
    if (weather.kind === 'cut' || former === 'requestsHeld' || former === 'answersHeld') this.cut();
    for (const changed of this.#changed) changed();
    this.#changed.clear();
  }

  /** Breaks what is there now. */
  cut(): void {
    for (const connection of [...this.#connections]) this.#break(connection);
  }

  /** Resolves the next time a hand-over comes to this point. */
  reached(point: Point): Promise<void> {
    return new Promise((resolve) => {
      const awaited = this.#awaited.get(point) ?? new Set();
      this.#awaited.set(point, awaited.add(resolve));
    });
  }

  close(): void {
    this.#listener.close();
    this.cut();
  }

  #accept(desk: Socket): void {
    if (this.#weather.kind === 'cut' || this.target === undefined) {
      desk.on('error', () => undefined);
      desk.resetAndDestroy();
      return;
    }
    const server = connect({ port: this.target, host: '127.0.0.1', allowHalfOpen: true });
    const connection = { desk, server, carriesHandOver: false, isForgotten: false };
    this.#connections.add(connection);
    for (const socket of [desk, server]) {
      socket.on('error', () => this.#break(connection));
      socket.on('close', () => this.#break(connection));
    }
    void this.#carry(connection, 'up');
    void this.#carry(connection, 'down');
  }

  #break(connection: Connection): void {
    if (!this.#connections.delete(connection)) return;
    connection.desk.resetAndDestroy();
    connection.server.resetAndDestroy();
    for (const changed of this.#changed) changed();
  }

  async #carry(connection: Connection, way: 'up' | 'down'): Promise<void> {
    const [from, to] =
      way === 'up' ? [connection.desk, connection.server] : [connection.server, connection.desk];
    try {
      for await (const chunk of from as AsyncIterable<Buffer>) {
        if (way === 'up') this.#readRequest(connection, chunk);
        else if (connection.carriesHandOver) this.#tell('answerSeen');
        if (!(await this.#pass(connection, way, chunk, to))) return;
        if (way === 'down' && connection.carriesHandOver) this.#tell('answerPassed');
      }
      to.end();
    } catch {
      this.#break(connection);
    }
  }

  /** @returns whether the connection goes on */
  async #pass(connection: Connection, way: 'up' | 'down', chunk: Buffer, to: Socket): Promise<boolean> {
    for (;;) {
      const weather = this.#weather;
      if (connection.isForgotten) return false;
      switch (weather.kind) {
        case 'fair':
        case 'cut':
          return write(to, chunk);
        case 'stalled':
          await this.#whenChanged();
          continue;
        case 'forgotten':
          connection.isForgotten = true;
          return false;
        case 'throttled':
          return this.#trickle(way, chunk, to, weather.bytesPerSecond);
        case 'halfClosed':
          if (way === 'up') return write(to, chunk);
          to.end(chunk.subarray(0, Math.ceil(chunk.length / 2)));
          return false;
        case 'answered':
          if (way === 'down') return write(to, chunk);
          connection.desk.end(answerOf(weather));
          connection.server.destroy();
          return false;
        case 'drip':
          return way === 'up' ? write(to, chunk) : this.#drip(chunk, to, weather.everyMs);
        case 'requestsHeld':
        case 'answersHeld':
          if (!connection.carriesHandOver || (weather.kind === 'requestsHeld') !== (way === 'up'))
            return write(to, chunk);
          // the change breaks the connection
          await this.#whenChanged();
      }
      if (!this.#connections.has(connection)) return false;
    }
  }

  async #trickle(way: 'up' | 'down', chunk: Buffer, to: Socket, bytesPerSecond: number): Promise<boolean> {
    const slice = Math.max(1, Math.floor(bytesPerSecond / 20));
    for (let at = 0; at < chunk.length; at += slice) {
      if (this.#weather.kind !== 'throttled') return write(to, chunk.subarray(at));
      const part = chunk.subarray(at, at + slice);
      const now = performance.now();
      this.#freeAt[way] = Math.max(now, this.#freeAt[way]) + (part.length / bytesPerSecond) * 1000;
      await pause(this.#freeAt[way] - now);
      if (!(await write(to, part))) return false;
    }
    return true;
  }

  async #drip(chunk: Buffer, to: Socket, everyMs: number): Promise<boolean> {
    for (let at = 0; at < chunk.length; at += 1) {
      if (this.#weather.kind !== 'drip') return write(to, chunk.subarray(at));
      await pause(everyMs);
      if (!(await write(to, chunk.subarray(at, at + 1)))) return false;
    }
    return true;
  }

  #readRequest(connection: Connection, chunk: Buffer): void {
    const [line = ''] = chunk.toString('latin1', 0, 200).split('\r\n');
    if (!line.endsWith(' HTTP/1.1')) return;
    connection.carriesHandOver = line.includes('/operations ');
    if (connection.carriesHandOver) this.#tell('requestSeen');
  }

  #tell(point: Point): void {
    const awaited = this.#awaited.get(point);
    this.#awaited.delete(point);
    for (const resolve of awaited ?? []) resolve();
  }

  #whenChanged(): Promise<void> {
    return new Promise((resolve) => this.#changed.add(resolve));
  }
}

/** @returns false: the other end is gone */
function write(to: Socket, bytes: Buffer): Promise<boolean> {
  if (!to.writable) return Promise.resolve(false);
  return new Promise((resolve) => to.write(bytes, (error) => resolve(!error)));
}

function answerOf({ status, type, body }: Extract<Weather, { kind: 'answered' }>): string {
  return `HTTP/1.1 ${status}\r\nContent-Type: ${type}\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`;
}
