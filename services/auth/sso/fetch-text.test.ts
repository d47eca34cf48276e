import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { fetchJson, fetchText } from './fetch-text.ts';

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

async function host(answer: RequestListener): Promise<string> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  closers.push(async () => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${z.custom<AddressInfo>().parse(server.address()).port}/document`;
}

describe('a document of an identity provider', () => {
  it('is given up once it is too long, however much more would come', async () => {
    let sent = 0;
    const left = Promise.withResolvers<void>();
    const address = await host((_request, response) => {
      const more = () => {
        if (response.destroyed || sent > 200_000_000) return;
        sent += 65_536;
        response.write(Buffer.alloc(65_536, 'x'), () => setImmediate(more));
      };
      response.on('close', left.resolve);
      more();
    });
    await expect(fetchText(address)).rejects.toThrow(/more than 500000 bytes/);
    await left.promise;
    expect(sent).toBeLessThan(50_000_000);
  });

  it('is shown to nobody when it is not what was asked for, but for what an OAuth server refuses', async () => {
    const page = await host((_request, response) => response.writeHead(500).end('internal secret of another host'));
    const error = await fetchJson(page).catch(String);
    expect([error, String(error).includes('secret')]).toEqual([expect.stringContaining('answered 500'), false]);
    const token = await host((_request, response) => response.writeHead(401).end('{"error":"invalid_client","error_description":"no"}'));
    await expect(fetchJson(token)).rejects.toThrow(/401: invalid_client, no/);
  });
});
