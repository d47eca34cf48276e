import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { ensureRedis } from './redis.mjs';

const nobody = 'redis://127.0.0.1:1';

it('starts a Redis for the tests of CI where none answers, and ends it', async (context) => {
  const redis = await ensureRedis({ url: nobody, needed: true });
  if ('missing' in redis) return context.skip(redis.missing);
  const port = Number(new URL(redis.url).port);
  const socket = connect(port, '127.0.0.1');
  socket.end('PING\r\nQUIT\r\n');
  expect(await text(socket)).toBe('+PONG\r\n+OK\r\n');
  redis.stop();
  await expect
    .poll(
      () =>
        new Promise((done) =>
          connect(port, '127.0.0.1')
            .on('error', () => done('gone'))
            .on('connect', () => done('there')),
        ),
    )
    .toBe('gone');
});

it('leaves machines of people as they are: what needs Redis is skipped there', async () => {
  expect(await ensureRedis({ url: nobody, needed: false })).toMatchObject({ url: nobody });
});
