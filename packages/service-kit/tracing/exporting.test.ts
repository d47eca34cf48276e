import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, vi } from 'vitest';
import { z } from 'zod';
import { exportTraces } from './exporting.ts';

it('ends although the collector takes spans and never answers', async () => {
  let asked = 0;
  const server = createServer(() => {
    asked += 1;
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = z.custom<AddressInfo>().parse(server.address());
  const tracing = exportTraces({ endpoint: `http://127.0.0.1:${port}`, headers: undefined, share: 1 });
  tracing.of('gateway').startSpan('a request').end();
  let ended = false;
  const closing = tracing.close().then(() => {
    ended = true;
  });
  await vi.waitUntil(() => asked > 0, { timeout: 10_000 });
  expect(ended).toBe(false);
  // Its own patience is ten seconds for an attempt, and it makes several.
  await vi.waitUntil(() => ended, { timeout: 8_000 });
  await closing;
  server.closeAllConnections();
  server.close();
});
