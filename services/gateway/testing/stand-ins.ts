import { CodedError, listAdministrators, listDiagrams, login, writeAudit } from '@autograph/contracts';
import { defineService, implement } from '@autograph/service-kit';
import { WebSocketServer } from 'ws';
import type { z } from 'zod';

/** What was written to the audit log, and in whose name. */
export const audited: (z.output<typeof writeAudit.body> & { readonly user_id: string | undefined })[] = [];

/** Services that answer just enough to see what the gateway makes of it. */
export const auth = defineService({
  name: 'auth',
  port: 0,
  register: async (app) => {
    implement(app, login, async ({ body, request, identity }) => {
      if (body.password !== 'right') throw new CodedError('invalid_credentials');
      const user = {
        id: 'u1',
        email: body.email,
        // What the service is shown, for the tests to look at.
        name: JSON.stringify({
          ip: request.ip,
          host: request.headers['x-forwarded-host'] ?? 'direct',
          authorization: request.headers.authorization?.split(' ')[0],
          cookie: request.headers.cookie,
          known: identity?.user_id,
        }),
        role: 'editor' as const,
        created_at: new Date(0).toISOString(),
      };
      return { user, access_token: 'a', refresh_token: 'r', expires_in: 3600 };
    });
    implement(app, listAdministrators, async () => ({ emails: ['boss@example.com'] }));
    implement(app, writeAudit, async ({ body, identity }) => void audited.push({ ...body, user_id: identity?.user_id }));
  },
});

let held: Promise<void> = Promise.resolve();
let waiting = 0;

/** Keeps lists of diagrams from being answered until they are released. */
export function holdLists(): { waiting(): number; release(): void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  held = promise;
  return { waiting: () => waiting, release: resolve };
}

export const diagram = defineService({
  name: 'diagram',
  port: 0,
  register: async (app, kit) => {
    implement(app, listDiagrams, async ({ identity, query }) => {
      waiting += 1;
      await held;
      waiting -= 1;
      kit.log.info({ user_id: identity.user_id }, 'listed');
      return { items: [], total: identity.name.length, page: query.page, per_page: query.per_page, pages: 0 };
    });
  },
});

const echoes = new WebSocketServer({ noServer: true });

export const collaboration = defineService({
  name: 'collaboration',
  port: 0,
  register: async () => undefined,
  leave: () => {
    for (const client of echoes.clients) client.close(1012);
  },
  upgrade: () => ({
    path: '/collab',
    handle: (request, socket, head) =>
      echoes.handleUpgrade(request, socket, head, (client) => {
        client.send(`${request.url} ${request.headers['x-request-id'] ? 'traced' : 'untraced'}`);
        client.on('message', (data) => client.send(`echo ${data}`));
      }),
  }),
});
