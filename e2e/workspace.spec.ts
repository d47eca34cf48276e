import { test as bare } from '@playwright/test';
import { expect, owner, signInByApi, test } from './product.ts';
import { startServer } from './server.ts';

bare.describe('first visit', () => {
  bare('makes the first account, which administers the instance, and three examples', async ({ page }) => {
    const product = await startServer();
    try {
      await page.goto(product.url);
      await page.waitForURL(/\/setup/);
      await page.getByLabel('Name').fill(owner.name);
      await page.getByLabel('E-mail').fill(owner.email);
      await page.getByLabel('Password', { exact: true }).fill(owner.password);
      await page.getByRole('button', { name: /create/i }).click();
      await page.waitForURL(`${product.url}/`);
      await expect(
        page
          .getByRole('article')
          .or(page.getByRole('listitem'))
          .filter({ has: page.getByRole('link') }),
      ).toHaveCount(3, { timeout: 20_000 });
      const { call } = await signInByApi(product.url);
      expect((await call('/api/auth/me')).json()).toMatchObject({ user: { role: 'admin' } });
    } finally {
      await product.dispose();
    }
  });
});

test.describe('workspace', () => {
  test('finds a file by its title as it is typed', async ({ page, product }) => {
    const { call } = await signInByApi(product.url);
    await call('/api/diagrams', { body: { title: 'Warehouse robots', type: 'canvas' } });
    await page.goto(product.url);
    await expect(page.getByText('Warehouse robots')).toBeVisible();
    await page.getByRole('searchbox', { name: /search/i }).fill('warehose');
    await expect(page.getByText('Warehouse robots')).toBeVisible();
    await expect(page.getByText('Sequence: OAuth code flow with PKCE')).toBeHidden();
  });

  test('moves a file to the trash and takes that back', async ({ page, product }) => {
    const { call } = await signInByApi(product.url);
    const { id } = (await call('/api/diagrams', { body: { title: 'Short-lived', type: 'note' } })).json();
    await page.goto(product.url);
    await page.getByRole('button', { name: 'Actions for Short-lived' }).click();
    await page.getByRole('menuitem', { name: /trash/i }).click();
    const card = page.getByRole('heading', { name: 'Short-lived' });
    await expect(card).toBeHidden();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(card).toBeVisible();
    expect((await call(`/api/diagrams/${id}`)).json()).toMatchObject({ is_deleted: false });
  });
});
