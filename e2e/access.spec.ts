import { createHash, randomBytes } from 'node:crypto';
import { ErrorBody, issueToken } from '@autograph/contracts';
import { expect, signInByApi, test } from './product.ts';

test('a key is made, shown once, calls the API and is taken back [F108, F109]', async ({ page, product, complaints }) => {
  await page.goto(`${product.url}/settings/api-keys`);
  await page.getByRole('button', { name: 'New key' }).click();
  await page.getByLabel('Name').fill('Nightly export');
  await page.getByRole('radio', { name: 'Write' }).click();
  await page.getByRole('button', { name: 'Make key' }).click();
  const shown = page.getByRole('dialog', { name: 'Your new key' });
  const secret = (await shown.locator('code').textContent()) ?? '';
  expect(secret).toMatch(/^ag_[\w-]{43}$/);
  const call = async () => (await fetch(`${product.url}/api/diagrams`, { headers: { 'x-api-key': secret } })).status;
  expect(await call()).toBe(200);
  await shown.getByRole('button', { name: 'Done' }).click();
  await page.reload();
  const row = page.getByRole('list', { name: 'API keys' }).getByRole('listitem').filter({ hasText: 'Nightly export' });
  await expect(row).toContainText('Write · Expires on');
  await expect(page.getByText(secret)).toHaveCount(0);
  await row.getByRole('button', { name: 'Revoke Nightly export' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke key' }).click();
  await expect(row).toContainText('Revoked');
  expect(await call()).toBe(401);
  expect(complaints).toEqual([]);
});

test('an app says what it wants, is let in, and is put out again [F112, F115]', async ({ page, product }) => {
  const done = 'http://localhost:9/done';
  const { call } = await signInByApi(product.url);
  const made = await call('/api/auth/apps', { body: { name: 'Docs Sync', redirect_uris: [done] } });
  const clientId: string = made.json().app.id;
  const verifier = randomBytes(32).toString('base64url');
  const asked = new URLSearchParams({
    ...{ response_type: 'code', client_id: clientId, redirect_uri: done, scope: 'read write', state: 's1' },
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  });
  await page.route('http://localhost:9/**', (route) => route.fulfill({ body: 'back at the app' }));
  await page.goto(`${product.url}/oauth/authorize?${asked}`);
  await expect(page.getByRole('heading', { name: 'Docs Sync wants to work with your files' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'What it may do' }).getByRole('listitem')).toHaveText([/^Read/, /^Write/]);
  await page.getByRole('button', { name: 'Allow', exact: true }).click();
  await page.waitForURL(`${done}?**`);
  const answer = new URL(page.url()).searchParams;
  expect(answer.get('state')).toBe('s1');
  const traded = await fetch(`${product.url}/oauth/token`, {
    method: 'POST',
    body: new URLSearchParams({
      ...{ grant_type: 'authorization_code', client_id: clientId, redirect_uri: done },
      code: answer.get('code') ?? '',
      code_verifier: verifier,
    }),
  });
  const { access_token } = issueToken.responses[200].parse(await traded.json());
  const list = () => fetch(`${product.url}/api/diagrams`, { headers: { authorization: `Bearer ${access_token}` } });
  expect((await list()).status).toBe(200);
  await page.goto(`${product.url}/settings/connected-apps`);
  await page.getByRole('button', { name: 'Disconnect Docs Sync' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Disconnect' }).click();
  await expect(page.getByText('No app is connected')).toBeVisible();
  const refused = await list();
  expect([refused.status, ErrorBody.parse(await refused.json()).error.code]).toEqual([401, 'token_revoked']);
});
