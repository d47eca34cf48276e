import { Session, SsoProvider, User } from '@autograph/contracts';
import { freePort } from '@autograph/service-kit/testing/index.ts';
import { expect } from 'vitest';
import { z } from 'zod';
import type { Browser } from './browser.ts';
import { startAuth, type TestAuth } from './start-auth.ts';

export interface TestSso {
  readonly instance: TestAuth;
  readonly admin: Session;
  /** Connects a provider as the admin. */
  connect(body: Readonly<Record<string, unknown>>): Promise<SsoProvider>;
  change(id: string, body: Readonly<Record<string, unknown>>): Promise<SsoProvider>;
  /** Who a browser is signed in as; null for nobody. */
  whoIs(browser: Browser): Promise<User | null>;
}

/** An instance with an admin, which knows its own address. */
export async function startSso(): Promise<TestSso> {
  const port = await freePort();
  const instance = await startAuth({ PUBLIC_URL: `http://127.0.0.1:${port}` }, port);
  const account = { email: 'ada@example.com', password: 'SecurePass123!', name: 'Ada' };
  const admin = Session.parse((await instance.send('POST', 'register', account)).body);
  const headers = { authorization: `Bearer ${admin.access_token}` };
  const read = async (path: string, method: 'POST' | 'PATCH', body: unknown) => {
    const answer = await instance.admin(method, path, body, headers);
    expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300);
    return SsoProvider.parse(answer.body);
  };
  return {
    instance,
    admin,
    connect: (body) => read('sso', 'POST', body),
    change: (id, body) => read(`sso/${id}`, 'PATCH', body),
    async whoIs(browser) {
      const response = await browser.open(`${instance.url}/api/auth/me`);
      const body: unknown = await response.json();
      return response.ok ? z.object({ user: User }).parse(body).user : null;
    },
  };
}
