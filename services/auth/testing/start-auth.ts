import { randomUUID } from 'node:crypto';
import { createDiagram } from '@autograph/contracts';
import { defineService, implement } from '@autograph/service-kit';
import { startTestServices, type TestServices } from '@autograph/service-kit/testing/index.ts';
import { expect } from 'vitest';
import type { z } from 'zod';
import { auth } from '../index.ts';

export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly cookies: readonly string[];
  readonly headers: Headers;
}

/** A mail that went out. */
interface Sent {
  readonly subject: string;
  readonly text: string;
  /** The token of the link in it. */
  readonly token: string;
}

export interface TestAuth {
  /** Where it listens. */
  readonly url: string;
  readonly services: TestServices;
  /** Files that were asked of the diagram service, in order. */
  readonly files: z.output<typeof createDiagram.body>[];
  /** Sends JSON over HTTP, as a program does. */
  send(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  /** The same for the routes of admins. */
  readonly admin: TestAuth['send'];
  /** The next mail to somebody about something that was not asked for yet; waits for the queue. */
  mail(to: string, subject: RegExp): Promise<Sent>;
  /** Subjects of all mails to somebody so far, the newest first. */
  mailed(to: string): Promise<readonly string[]>;
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

/** The service on an empty database behind a real port, any unless one is named; with `environment` on Redis. */
export async function startAuth(environment: Readonly<Record<string, string>> = {}, port = 0): Promise<TestAuth> {
  const files: z.output<typeof createDiagram.body>[] = [];
  const services = await startTestServices([fileKeeper(files), auth], environment);
  const url = await services.host.app('auth').listen({ port, host: '127.0.0.1' });
  const send: TestAuth['send'] = async (method, path, body, headers = {}) => {
    const response = await fetch(`${url}/api/${path}`, {
      method,
      headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: await response.json(), cookies: response.headers.getSetCookie(), headers: response.headers };
  };
  const read = new Set<string>();
  const kept = async (to: string) => ((await services.platform.mail.kept?.(1000)) ?? []).filter((mail) => mail.to === to);
  const nextMail = async (to: string, subject: RegExp) => {
    const found = (await kept(to)).find((mail) => subject.test(mail.subject) && !read.has(mail.id));
    if (!found) throw new Error(`no mail to ${to} about ${subject}`);
    return found;
  };
  return {
    url,
    services,
    files,
    send: (method, path, body, headers) => send(method, `auth/${path}`, body, headers),
    admin: (method, path, body, headers) => send(method, `admin/${path}`, body, headers),
    async mail(to, subject) {
      await expect
        .poll(
          () =>
            nextMail(to, subject).then(
              () => true,
              () => false,
            ),
          { timeout: 15_000, interval: 50 },
        )
        .toBe(true);
      const { id, text, link, subject: title } = await nextMail(to, subject);
      read.add(id);
      return { subject: title, text, token: new URL(link ?? 'http://none').searchParams.get('token') ?? '' };
    },
    mailed: async (to) => (await kept(to)).map(({ subject }) => subject),
    close: services.close,
  };
}
