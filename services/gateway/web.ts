import { existsSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';

export type WebHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** The web app, when it has been built; null otherwise. */
export async function openWeb(): Promise<{ handle: WebHandler; close(): Promise<void> } | null> {
  const dir = fileURLToPath(new URL('../../apps/web', import.meta.url));
  if (!existsSync(`${dir}/.next/BUILD_ID`)) return null;
  // Without pages none of it is loaded.
  const { default: next } = await import('next');
  const app = next({ dev: false, dir, customServer: true, quiet: true });
  await app.prepare();
  const handle = app.getRequestHandler();
  return { handle: (request, response) => handle(request, response), close: () => app.close() };
}

const late = 'This page took too long. Try again in a moment.\n';

/** Lets a page be answered, but not later than it may begin: then the visitor is told so (504), and what still comes goes nowhere. */
export async function handleInTime(
  handle: WebHandler,
  request: IncomingMessage,
  response: ServerResponse,
  milliseconds: number,
): Promise<void> {
  let given = false;
  const timer = setTimeout(() => {
    if (response.headersSent || response.destroyed) return;
    given = true;
    response.writeHead(504, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }).end(late);
  }, milliseconds);
  response.once('close', () => clearTimeout(timer));
  await handle(request, response).catch((error: unknown) => {
    if (!given) throw error;
  });
}
