import { existsSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';

export type WebHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

const dir = fileURLToPath(new URL('../../apps/web', import.meta.url));

async function prepare() {
  const { default: next } = await import('next');
  const app = next({ dev: false, dir, customServer: true, quiet: true });
  await app.prepare();
  return { handle: app.getRequestHandler(), close: () => app.close() };
}

/** The pages of the product. */
export interface Web {
  readonly handle: WebHandler;
  /** Makes them ready for their first visitor, who would have to wait. */
  warm(): void;
  close(): Promise<void>;
}

/** The web app, when it has been built; null otherwise. It is loaded when it is first asked for: the API need not wait for it. */
export function openWeb(): Web | null {
  if (!existsSync(`${dir}/.next/BUILD_ID`)) return null;
  let prepared: ReturnType<typeof prepare> | undefined;
  const app = () => {
    prepared ??= prepare();
    return prepared;
  };
  return {
    handle: async (request, response) => (await app()).handle(request, response),
    // Who asks for a page then is told what is wrong.
    warm: () => void app().catch(() => undefined),
    close: async () => (await prepared?.catch(() => undefined))?.close(),
  };
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
