import { createServer } from 'node:net';

/** `wanted` if nobody uses it on loopback, otherwise any free port. */
export async function choosePort(wanted: number): Promise<number> {
  return (await isFree(wanted)) ? wanted : 0;
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}
