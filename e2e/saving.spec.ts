import type { Page } from '@playwright/test';
import { test as base, expect, makeFile, openFile, signIn } from './product.ts';
import { withStoredProduct } from './stored.ts';

interface Worker {
  /** A product whose database the tests can look into, past every service. */
  stored: { url: string; canvas: (id: string) => Promise<{ shapes: readonly unknown[] }> };
}

const test = base.extend<object, Worker>({
  stored: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern
    async ({}, use) => {
      await withStoredProduct(({ url, client }) =>
        use({
          url,
          canvas: async (id) =>
            (await client.query('select canvas_data from files where id = $1', [id])).rows[0].canvas_data ?? { shapes: [] },
        }),
      );
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});

async function draw(page: Page, x: number): Promise<void> {
  await page.keyboard.press('r');
  await page.mouse.move(x, 250);
  await page.mouse.down();
  await page.mouse.move(x + 100, 320, { steps: 3 });
  await page.mouse.up();
}

test.describe('saving', () => {
  test('Ctrl+S says saving, then saved, and the row in the database holds the shapes [F235]', async ({ browser, stored }) => {
    const page = await (await browser.newContext()).newPage();
    await signIn(page, stored.url);
    const id = await makeFile(stored.url);
    await openFile(page, stored.url, id);
    await page.getByRole('application', { name: 'Board' }).focus();
    await page.evaluate(`{
      window.seen = [];
      const status = [...document.querySelectorAll('[role=status]')].find(({ textContent }) => textContent === 'Saved');
      new MutationObserver(() => window.seen.push(status.textContent)).observe(status, { characterData: true, childList: true, subtree: true });
    }`);
    for (const x of [300, 450, 600]) await draw(page, x);
    await page.keyboard.press('Control+s');
    await expect(page.getByText('Everything is saved')).toBeVisible();
    expect((await stored.canvas(id)).shapes).toHaveLength(3);
    await expect(page.getByText('Saved', { exact: true })).toBeVisible();
    expect(await page.evaluate('window.seen')).toContain('Saving…');
    await page.context().close();
  });
});
