import { test as base, expect, type Page } from '@playwright/test';
import { type RunningServer, startServer } from './server.ts';

export const owner = { name: 'Ada Lovelace', email: 'ada@example.com', password: 'Analytical-Engine-1' };

interface Worker {
  /** One embedded product for all tests of a file's worker; its first account is `owner`. */
  product: RunningServer;
}

interface Fixtures {
  /** A product of the test's own, to be ended and started again, in which nobody has an account. */
  ownProduct: RunningServer;
  /** An empty page of a browser in which `owner` is signed in. */
  page: Page;
  /** What the page's console said that should not be there. */
  complaints: string[];
}

async function api(
  url: string,
  path: string,
  init: { method?: string; token?: string; body?: unknown; headers?: Record<string, string> } = {},
) {
  const response = await fetch(url + path, {
    method: init.method ?? (init.body === undefined ? 'GET' : 'POST'),
    headers: {
      ...(init.body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(init.token ? { authorization: `Bearer ${init.token}` } : {}),
      ...init.headers,
    },
    ...(init.body === undefined ? {} : { body: JSON.stringify(init.body) }),
  });
  return { status: response.status, headers: response.headers, bytes: new Uint8Array(await response.arrayBuffer()) };
}

/** Makes the first account of a product. */
export async function registerOwner(url: string): Promise<void> {
  expect((await api(url, '/api/auth/register', { body: owner })).status).toBe(201);
}

const json = (bytes: Uint8Array) => JSON.parse(new TextDecoder().decode(bytes));

/** Calls the API as a person. */
export async function signInByApi(url: string, account = owner) {
  const { status, bytes } = await api(url, '/api/auth/login', { body: { email: account.email, password: account.password } });
  expect(status).toBe(200);
  const { access_token: token, refresh_token: refresh } = json(bytes);
  const call = async (path: string, init: { method?: string; body?: unknown; headers?: Record<string, string> } = {}) => {
    const answer = await api(url, path, { ...init, token });
    return { ...answer, json: () => json(answer.bytes) };
  };
  return { token, refresh, call };
}

export async function signIn(page: Page, url: string, account = owner): Promise<void> {
  await page.goto(`${url}/signin`);
  await page.getByLabel('E-mail').fill(account.email);
  await page.getByLabel('Password', { exact: true }).fill(account.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL(`${url}/`);
}

export const test = base.extend<Fixtures, Worker>({
  product: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern
    async ({}, use) => {
      const product = await startServer();
      await registerOwner(product.url);
      await use(product);
      await product.dispose();
    },
    { scope: 'worker', timeout: 300_000 },
  ],
  ownProduct: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern
    async ({}, use) => {
      const product = await startServer();
      await use(product);
      await product.dispose();
    },
    { timeout: 120_000 },
  ],
  complaints: async ({ page }, use) => {
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    await use(complaints);
  },
  page: async ({ page, product }, use) => {
    const { email, password } = owner;
    const answer = await page.context().request.post(`${product.url}/api/auth/login`, { data: { email, password } });
    expect(answer.status()).toBe(200);
    await use(page);
  },
});

export { expect };

const sessions = new Map<string, ReturnType<typeof signInByApi>>();

/** The owner's session at a product: signing in is slow on purpose, so it is done once. */
function ownerAt(url: string): ReturnType<typeof signInByApi> {
  const session = sessions.get(url) ?? signInByApi(url);
  sessions.set(url, session);
  return session;
}

/** Makes an empty file through the API and gives its id. */
export async function makeFile(url: string, content: Record<string, unknown> = {}): Promise<string> {
  const { call } = await ownerAt(url);
  const made = await call('/api/diagrams', { body: { title: 'Test board', type: 'canvas', ...content } });
  expect(made.status).toBe(201);
  return made.json().id;
}

/** What the server holds of a file. */
export async function readFile(url: string, id: string) {
  const { call } = await ownerAt(url);
  return (await call(`/api/diagrams/${id}`)).json();
}

/** Opens a file and waits until its board takes input. */
export async function openFile(page: Page, url: string, id: string): Promise<void> {
  await page.goto(`${url}/f/${id}`);
  // The first page of a server that has just started waits for its modules to be compiled.
  await expect(page.getByRole('application', { name: 'Board' })).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
}
