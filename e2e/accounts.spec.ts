import { base32 } from '@better-auth/utils/base32';
import { createOTP } from '@better-auth/utils/otp';
import type { Page } from '@playwright/test';
import { expect, owner, test as productTest } from './product.ts';
import { type RunningServer, startEmbedded } from './server.ts';

/** Passkeys belong to a host name; an address without one has none. */
const test = productTest.extend<object, { product: RunningServer }>({
  product: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern
    async ({}, use) => {
      const product = await startEmbedded({ REQUIRE_EMAIL_VERIFICATION: 'true' }, 'localhost');
      const headers = { 'content-type': 'application/json' };
      await fetch(`${product.url}/api/auth/register`, { method: 'POST', headers, body: JSON.stringify(owner) });
      await use(product);
      await product.dispose();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});

const grace = { name: 'Grace Hopper', email: 'grace@example.com', password: 'Compiler-Engine-9' };

async function fillSignIn(page: Page, { email, password }: { email: string; password: string }): Promise<void> {
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
}

test('an account is made, confirmed by its mail, guarded by an authenticator app, and opened by a backup code [F064, F092, F093, F100]', async ({
  page,
  product,
  browser,
}) => {
  const context = await browser.newContext();
  const hers = await context.newPage();
  await hers.goto(`${product.url}/register`);
  await hers.getByLabel('Name').fill(grace.name);
  await hers.getByLabel('E-mail').fill(grace.email);
  await hers.getByLabel('Password', { exact: true }).fill('password');
  await expect(hers.getByText('Guessed')).toBeVisible();
  await hers.getByLabel('Password', { exact: true }).fill(grace.password);
  await expect(hers.getByText(/^(Good|Very good)$/)).toBeVisible();
  await hers.getByLabel('Repeat the password').fill(grace.password);
  await hers.getByRole('button', { name: 'Create account' }).click();
  await expect(hers.getByRole('heading', { name: 'Check your mail' })).toBeVisible();

  await page.goto(`${product.url}/admin/system`);
  await expect(page.getByRole('row', { name: /^diagram well/ })).toBeVisible();
  await expect(page.getByRole('img', { name: /gateway calls auth/ })).toBeVisible();
  await page.getByLabel('Level of git', { exact: true }).click();
  await page.getByRole('option', { name: 'error' }).click();
  await expect(page.getByLabel('Level of git/requests', { exact: true })).toContainText('As its service (error)');

  await page.goto(`${product.url}/admin/outbox`);
  await page.getByText('Confirm your e-mail address').first().click();
  const link = await page.getByRole('link', { name: 'Open it' }).getAttribute('href');
  await hers.goto(link ?? '');
  await expect(hers.getByRole('link', { name: 'Choose a new password' })).toHaveAttribute('href', '/forgot-password');
  await hers.getByLabel('Your password').fill(owner.password);
  await hers.getByRole('button', { name: 'Confirm and sign in' }).click();
  await expect(hers.getByText('This is not your password.')).toBeVisible();
  await hers.getByLabel('Your password').fill(grace.password);
  await hers.getByRole('button', { name: 'Confirm and sign in' }).click();
  await hers.waitForURL(`${product.url}/`);
  const kept = (await context.cookies()).filter(({ name }) => name === 'ag_access');
  expect(kept.map(({ expires }) => expires)).toEqual([-1]);

  await hers.goto(`${product.url}/settings/security`);
  await hers.getByRole('button', { name: 'Set up' }).click();
  await hers.getByLabel('Your password').fill(grace.password);
  await hers.getByRole('button', { name: 'Continue' }).click();
  const secret = (await hers.getByRole('dialog').locator('code').textContent()) ?? '';
  const app = createOTP(new TextDecoder().decode(base32.decode(secret.replace(/\s/g, ''))), { digits: 6, period: 30 });
  await hers.getByLabel('Code').fill(await app.totp());
  await hers.getByRole('button', { name: 'Turn on' }).click();
  const listed = hers.getByRole('list', { name: 'Backup codes' }).getByRole('listitem');
  await expect(listed).toHaveCount(10);
  const codes = await listed.allTextContents();
  await hers.getByRole('button', { name: 'I have kept them' }).click();
  await expect(hers.getByText('10 of 10 are left.')).toBeVisible();

  await context.clearCookies();
  await hers.goto(`${product.url}/signin?reason=session_idle`);
  await expect(hers.getByText('You were signed out after 30 minutes without activity.')).toBeVisible();
  await fillSignIn(hers, grace);
  await hers.getByRole('button', { name: 'Sign in', exact: true }).click();
  await hers.getByRole('button', { name: 'Use a backup code' }).click();
  await hers.getByLabel('Backup code').fill(codes[3] ?? '');
  await hers.getByRole('button', { name: 'Sign in', exact: true }).click();
  await hers.waitForURL(`${product.url}/`);
  await context.close();
});

test('a passkey is added, named and signs in by itself', async ({ page, product }) => {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await page.goto(`${product.url}/settings/security`);
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await page.getByLabel('Name').fill('Laptop');
  await page.getByLabel('Your password').fill(owner.password);
  await page.getByRole('button', { name: 'Add passkey' }).click();
  await page.getByRole('button', { name: 'Rename Laptop' }).click();
  await page.getByLabel('Name of the passkey').fill('Work laptop');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Remove Work laptop' })).toBeVisible();

  await page.context().clearCookies();
  await page.goto(`${product.url}/signin`);
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await page.waitForURL(`${product.url}/`);
  await page.goto(`${product.url}/settings/sessions`);
  await expect(page.getByText('This device')).toBeVisible();
  await page.goto(`${product.url}/settings/security`);
  await page.getByRole('button', { name: 'Remove Work laptop' }).click();
  await expect(page.getByText('None yet')).toBeVisible();
});
