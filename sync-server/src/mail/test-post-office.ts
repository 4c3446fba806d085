import { type AddressInfo, createServer, type Socket } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** For tests: a real SMTP server on loopback that keeps what it takes and refuses what it is told to. */
export interface PostOffice {
  readonly url: string;
  readonly received: readonly ParsedMail[];
  /** The next mails are refused with these codes, one each. */
  refuse(...codes: readonly number[]): void;
  close(): Promise<void>;
}

export async function openPostOffice(): Promise<PostOffice> {
  const received: ParsedMail[] = [];
  const refusals: number[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onData: (stream, _session, done) => {
      simpleParser(stream).then((mail) => {
        const code = refusals.shift();
        if (code === undefined) {
          received.push(mail);
          done();
        } else {
          // real servers quote the address, too
          const to = [mail.to ?? []].flat().map(({ text }) => text);
          done(Object.assign(new Error(`mail to <${to.join()}> refused`), { responseCode: code }));
        }
      }, done);
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    received,
    refuse: (...codes) => void refusals.push(...codes),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** For tests: a mail server that takes connections and never says a word. */
export interface SilentPostOffice {
  readonly url: string;
  /** How many have connected so far. */
  connections(): number;
  close(): Promise<void>;
}

export async function openSilentPostOffice(): Promise<SilentPostOffice> {
  const open = new Set<Socket>();
  let connections = 0;
  const server = createServer((socket) => {
    connections += 1;
    open.add(socket);
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    connections: () => connections,
    close: () => {
      for (const socket of open) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
