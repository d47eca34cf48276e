import { auth } from '@autograph/auth';
import { collaboration } from '@autograph/collaboration';
import { ErrorBody } from '@autograph/contracts';
import { users } from '@autograph/database';
import { diagram } from '@autograph/diagram';
import { service as gateway } from '@autograph/gateway';
import { type Identity, listen } from '@autograph/service-kit';
import { startTestServices, type TestServices, testIdentity } from '@autograph/service-kit/testing/index.ts';
import type { z } from 'zod';

interface Init {
  readonly body?: unknown;
  /** A bearer token. */
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
  /** The code of the error that it is. */
  readonly code: string | undefined;
  read<S extends z.ZodType>(schema: S): z.output<S>;
}

export interface TestProduct {
  readonly services: TestServices;
  /** Origin of the gateway. */
  readonly url: string;
  /** Asks the gateway over HTTP, as a program does. */
  ask(method: string, path: string, init?: Init): Promise<Reply>;
  /** Someone with an account, signed in. */
  person(name: string, role?: Identity['role']): Promise<{ readonly identity: Identity; readonly token: string }>;
  close(): Promise<void>;
}

/** The gateway before accounts, files and rooms, on an empty database. */
export async function startProduct(environment: Readonly<Record<string, string>> = {}): Promise<TestProduct> {
  const limits = { RATE_LIMIT_USER: '100000', RATE_LIMIT_ADDRESS: '100000' };
  const services = await startTestServices([collaboration, diagram, auth, gateway], { ...limits, ...environment });
  const url = `http://127.0.0.1:${await listen(services.host.app('gateway'), '127.0.0.1', 0)}`;
  return {
    services,
    url,
    async ask(method, path, { body, token, headers } = {}) {
      const form = body instanceof URLSearchParams;
      const response = await fetch(url + path, {
        method,
        redirect: 'manual',
        headers: {
          ...(body === undefined || form ? {} : { 'content-type': 'application/json' }),
          ...(token ? { authorization: `Bearer ${token}` } : {}),
          ...headers,
        },
        ...(body === undefined ? {} : { body: form ? body : JSON.stringify(body) }),
      });
      const text = await response.text();
      const json: unknown = text === '' ? undefined : JSON.parse(text);
      const failure = ErrorBody.safeParse(json);
      return {
        status: response.status,
        headers: response.headers,
        body: json,
        code: failure.success ? failure.data.error.code : undefined,
        read: (schema) => schema.parse(json),
      };
    },
    async person(name, role = 'editor') {
      const email = `${name.toLowerCase()}@example.com`;
      const [row] = await services.platform.db.insert(users).values({ name, email, role, emailVerified: true }).returning();
      const identity = testIdentity({ user_id: row?.id ?? '', name, email, role });
      return { identity, token: await services.token(identity) };
    },
    close: services.close,
  };
}
