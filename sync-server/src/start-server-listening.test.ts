import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, it } from 'vitest';
import { listen } from './start-server-listening.ts';

const half = 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhalf of it';

it('ends a request in which nothing moves any more', async () => {
  let arrived = '';
  const listening = await listen(
    (request) => {
      request.on('data', (piece) => {
        arrived += String(piece);
      });
    },
    { host: '127.0.0.1', port: 0 },
    100,
  );
  const socket = connect(Number(new URL(listening.url).port), '127.0.0.1');
  socket.on('error', () => undefined);
  socket.write(half);
  await once(socket, 'close');
  expect(arrived).toBe('half of it');
  await listening.close();
});
