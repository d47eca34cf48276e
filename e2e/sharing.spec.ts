import type { Browser, Page } from '@playwright/test';
import { expect, makeFile, openFile, readFile, signIn, test } from './product.ts';

const grace = { name: 'Grace Hopper', email: 'grace@example.com', password: 'Compiler-Engine-9' };

/** Another person's browser, signed in. */
async function graceAt(url: string, browser: Browser): Promise<Page> {
  const answer = await fetch(`${url}/api/auth/register`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(grace),
  });
  expect([201, 409]).toContain(answer.status);
  const page = await (await browser.newContext()).newPage();
  await signIn(page, url, grace);
  return page;
}

const board = (page: Page) => page.getByRole('application', { name: 'Board' });

async function draw(page: Page, x: number, y: number): Promise<void> {
  await page.keyboard.press('r');
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 120, y + 80, { steps: 4 });
  await page.mouse.up();
}

test('two people with accounts of their own work on one file, and it is taken back [F418, F563]', async ({ page, product, browser }) => {
  const id = await makeFile(product.url, { title: 'Payments' });
  const other = await graceAt(product.url, browser);
  await other.goto(`${product.url}/f/${id}`);
  await expect(other.getByText(/no access/i).first()).toBeVisible();

  await openFile(page, product.url, id);
  await page.getByRole('button', { name: 'Share' }).click();
  await page.getByLabel('E-mail').fill('nobody@example.com');
  await page.getByRole('dialog').getByRole('button', { name: 'Share' }).click();
  await expect(page.getByRole('alert')).toContainText('Nobody has an account');
  await page.getByLabel('E-mail').fill(grace.email);
  await page.getByRole('dialog').getByRole('button', { name: 'Share' }).click();
  await expect(page.getByRole('list', { name: 'People with access' })).toContainText('Grace Hopper');
  await page.screenshot({ path: test.info().outputPath('dialog.png') });
  await page.keyboard.press('Escape');

  await other.goto(`${product.url}/shared`);
  const card = other.getByRole('listitem').filter({ hasText: 'Payments' });
  await expect(card).toContainText('Ada Lovelace · Can edit');
  await card.getByRole('link', { name: 'Payments' }).click();
  await expect(board(other)).toBeVisible();
  await expect(page.getByLabel('Also here')).toBeVisible();
  await board(other).click({ position: { x: 60, y: 300 } });
  await draw(other, 500, 300);
  await expect.poll(async () => (await readFile(product.url, id)).canvas_data.shapes.length).toBe(1);
  await board(page).click({ position: { x: 60, y: 300 } });
  await page.keyboard.press('Control+a');
  await expect(page.getByLabel('Properties')).toBeVisible();

  await page.getByRole('button', { name: 'Share' }).click();
  await page.getByRole('combobox', { name: 'What Grace Hopper may do' }).click();
  await page.getByRole('option', { name: 'Can view' }).click();
  await expect(other.getByRole('button', { name: 'Rectangle' })).toBeHidden();
  await page.getByRole('combobox', { name: 'What Grace Hopper may do' }).click();
  await page.getByRole('option', { name: 'Remove' }).click();
  await expect(other.getByText('You have no access to this file any more')).toBeVisible();
  await other.screenshot({ path: test.info().outputPath('taken-back.png') });
  await expect(page.getByText('Grace Hopper has no access any more')).toBeVisible();
  await other.context().close();
});
