import { existsSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import next from 'next';

export type WebHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** The web app, when it has been built; null otherwise. */
export async function openWeb(): Promise<{ handle: WebHandler; close(): Promise<void> } | null> {
  const dir = fileURLToPath(new URL('../../apps/web', import.meta.url));
  if (!existsSync(`${dir}/.next/BUILD_ID`)) return null;
  const app = next({ dev: false, dir, customServer: true, quiet: true });
  await app.prepare();
  const handle = app.getRequestHandler();
  return { handle: (request, response) => handle(request, response), close: () => app.close() };
}
