import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, makeFile, openFile, readFile, signInByApi, test } from './product.ts';

const sizes = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
];

/** What axe finds seriously wrong with what is on screen, which is kept as a picture. */
async function look(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `test-results/pages/${name}.png` });
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(serious.map(({ id, nodes }) => `${name}: ${id} ${nodes[0]?.html}`)).toEqual([]);
}

for (const colorScheme of ['light', 'dark'] as const) {
  for (const viewport of sizes) {
    test(`pages are accessible and quiet at ${viewport.width} px, ${colorScheme} [F595, F596, F664]`, async ({
      page,
      product,
      complaints,
    }) => {
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme });
      const { call } = await signInByApi(product.url);
      const { items } = (await call('/api/diagrams?q=cloud%20architecture')).json();
      await page.goto(`${product.url}/`);
      await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
      await look(page, `workspace-${viewport.width}-${colorScheme}`);
      await openFile(page, product.url, items[0].id);
      await look(page, `file-${viewport.width}-${colorScheme}`);
      await page.goto(`${product.url}/settings`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await look(page, `settings-${viewport.width}-${colorScheme}`);
      expect((await readFile(product.url, items[0].id)).id).toBe(items[0].id);
      expect(complaints).toEqual([]);
    });
  }
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`everything that opens is accessible too, ${colorScheme} [F664]`, async ({ page, product, browser, complaints }) => {
    test.setTimeout(180_000);
    await page.emulateMedia({ colorScheme });
    const see = (name: string) => look(page, `${name}-${colorScheme}`);
    const { call } = await signInByApi(product.url);
    for (const { id, title } of (await call('/api/diagrams?per_page=3&sort=created_at&order=asc')).json().items) {
      await openFile(page, product.url, id);
      await see(`example-${title}`);
    }
    await page.getByRole('button', { name: 'Code', exact: true }).click();
    await see('code');
    for (const [button, role] of [
      ['Export', 'menu'],
      ['Insert a pattern', 'menu'],
      ['Share', 'dialog'],
    ] as const) {
      await page.getByRole('button', { name: button }).click();
      await expect(page.getByRole(role)).toBeVisible();
      await see(button);
      await page.keyboard.press('Escape');
    }
    for (const path of ['shared', 'trash', 'settings/shortcuts']) {
      await page.goto(`${product.url}/${path}`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await see(path.replace('/', '-'));
    }
    const visitor = await (await browser.newContext({ colorScheme })).newPage();
    for (const path of ['signin', 'signup']) {
      await visitor.goto(`${product.url}/${path}`);
      await expect(visitor.getByRole('heading', { level: 1 })).toBeVisible();
      await look(visitor, `${path}-${colorScheme}`);
    }
    await visitor.context().close();
    expect(complaints).toEqual([]);
  });
}

/** Run in the page: names of the board's buttons of which the middle belongs to something else. */
const coveredButtons = `[...document.querySelectorAll('section[aria-label="Canvas"] button')].flatMap((button) => {
  const { x, y, width, height } = button.getBoundingClientRect();
  const top = width > 0 ? document.elementFromPoint(x + width / 2, y + height / 2) : button;
  return top && (button.contains(top) || top.contains(button)) ? [] : [button.getAttribute('aria-label') ?? button.textContent];
})`;

test('no tool of the board lies under another, whatever the width and whichever panels are open', async ({ page, product }) => {
  await openFile(page, product.url, await makeFile(product.url));
  const covered = () => page.evaluate<string[]>(coveredButtons);
  for (const code of [false, true]) {
    if (code) await page.getByRole('button', { name: 'Code', exact: true }).click();
    for (const width of [1440, 1366, 1280, 1100, 1024, 900]) {
      await page.setViewportSize({ width, height: 800 });
      await expect.poll(covered, { message: `${width} px, code ${code ? 'open' : 'closed'}` }).toEqual([]);
    }
  }
});

test('the documentation of the API is ours alone and quiet', async ({ page, product, complaints }) => {
  await page.goto(`${product.url}/api/docs`);
  await expect(page.getByRole('heading', { name: 'AutoGraph API' })).toBeVisible({ timeout: 30_000 });
  for (const name of ['Ask AI', 'Configure', 'Generate SDK', /Deploy/]) await expect(page.getByRole('button', { name })).toHaveCount(0);
  expect(await page.evaluate(async () => (await fetch('/favicon.ico')).headers.get('content-type'))).toContain('image/svg+xml');
  expect(complaints).toEqual([]);
});
