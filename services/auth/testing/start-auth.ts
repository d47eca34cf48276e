import { randomUUID } from 'node:crypto';
import { createDiagram } from '@autograph/contracts';
import { defineService, implement } from '@autograph/service-kit';
import { startTestServices, type TestServices } from '@autograph/service-kit/testing/index.ts';
import type { z } from 'zod';
import { auth } from '../index.ts';

export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly cookies: readonly string[];
}

export interface TestAuth {
  readonly services: TestServices;
  /** Files that were asked of the diagram service, in order. */
  readonly files: z.output<typeof createDiagram.body>[];
  /** Sends JSON over HTTP, as a program does. */
  send(method: 'GET' | 'POST' | 'PATCH', path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  close(): Promise<void>;
}

/** Stands in for the diagram service: keeps what it is asked to make. */
function fileKeeper(files: z.output<typeof createDiagram.body>[]) {
  return defineService({
    name: 'diagram',
    port: 0,
    register: async (app) => {
      implement(app, createDiagram, async ({ body, identity }) => {
        files.push(body);
        const now = new Date().toISOString();
        return {
          id: randomUUID(),
          title: body.title,
          type: body.type,
          version: 1,
          owner: { id: identity.user_id, name: identity.name },
          access: 'owner' as const,
          created_at: now,
          updated_at: now,
          is_deleted: false,
          deleted_at: null,
          thumbnail_url: null,
          canvas_data: { shapes: [], blocks: [] },
          note_content: '',
        };
      });
    },
  });
}

/** The service on an empty database behind a real port; with `environment` on Redis. */
export async function startAuth(environment: Readonly<Record<string, string>> = {}): Promise<TestAuth> {
  const files: z.output<typeof createDiagram.body>[] = [];
  const services = await startTestServices([fileKeeper(files), auth], environment);
  const url = await services.host.app('auth').listen({ port: 0, host: '127.0.0.1' });
  return {
    services,
    files,
    async send(method, path, body, headers = {}) {
      const response = await fetch(`${url}/api/auth/${path}`, {
        method,
        headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      return { status: response.status, body: await response.json(), cookies: response.headers.getSetCookie() };
    },
    close: services.close,
  };
}
