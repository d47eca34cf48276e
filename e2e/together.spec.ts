import type { Page } from '@playwright/test';
import { expect, makeFile, openFile, readFile, registerOwner, signIn, signInByApi, test } from './product.ts';

/** All that a page and its rooms say to each other takes 150 ms, as from another continent, so that what two do at once crosses. */
async function farAway(page: Page): Promise<void> {
  const latency = 150;
  await page.routeWebSocket(/\/collab/, (socket) => {
    const server = socket.connectToServer();
    socket.onMessage((message) => void setTimeout(() => server.send(message), latency));
    server.onMessage((message) => void setTimeout(() => socket.send(message), latency));
  });
}

/** Selects everything once there is something, which may be under way. */
async function selectAll(page: Page): Promise<void> {
  await expect(async () => {
    await page.keyboard.press('Control+a');
    await expect(page.getByLabel('Properties')).toBeVisible({ timeout: 1000 });
  }).toPass();
}

test.describe('together', () => {
  test('two browsers see each other draw, and a REST write arrives live', async ({ page, product, browser }) => {
    const id = await makeFile(product.url);
    await farAway(page);
    await openFile(page, product.url, id);
    const other = await (await browser.newContext()).newPage();
    await farAway(other);
    await signIn(other, product.url);
    await openFile(other, product.url, id);
    await expect(page.getByLabel('Also here')).toBeVisible();

    await page.getByRole('application', { name: 'Board' }).click({ position: { x: 60, y: 300 } });
    await page.keyboard.press('r');
    await page.mouse.move(500, 300);
    await page.mouse.down();
    await page.mouse.move(620, 380, { steps: 4 });
    await page.mouse.up();
    await other.getByRole('application', { name: 'Board' }).click({ position: { x: 60, y: 300 } });
    await selectAll(other);
    await other.keyboard.press('Delete');
    await expect.poll(async () => (await readFile(product.url, id)).canvas_data.shapes).toEqual([]);

    const { call } = await signInByApi(product.url);
    await call(`/api/diagrams/${id}`, { method: 'PATCH', body: { title: 'Renamed elsewhere' }, headers: { 'if-match': '*' } });
    await expect(other.getByRole('heading', { name: 'Renamed elsewhere' })).toBeVisible();
    const added = await call(`/api/diagrams/${id}/blocks`, { body: { language: 'mermaid', source: 'flowchart LR\n  a --> b' } });
    expect(added.status).toBe(201);
    await page.getByRole('application', { name: 'Board' }).click({ position: { x: 60, y: 300 } });
    await selectAll(page);

    // Two write in one diagram at once, each with the other's caret in sight.
    const code = (tab: Page) => tab.getByRole('textbox', { name: /^Code of/ });
    for (const tab of [page, other]) {
      await tab.getByRole('button', { name: 'Code', exact: true }).click();
      await code(tab).focus();
      await tab.keyboard.press(tab === page ? 'Control+Home' : 'Control+End');
    }
    await page.keyboard.press('End');
    for (const tab of [page, other]) await expect(code(tab).locator('.cm-ySelectionCaret')).toHaveCount(1);
    const typeSlowly = { delay: 30 };
    await Promise.all([page.keyboard.type('\nfirst --> a', typeSlowly), other.keyboard.type('\nb --> last', typeSlowly)]);
    for (const tab of [page, other]) {
      await expect(code(tab)).toContainText('first --> a');
      await expect(code(tab)).toContainText('b --> last');
      await expect(tab.getByText('In step with the canvas')).toBeVisible();
      await expect(code(tab).locator('.cm-ySelectionInfo')).toHaveText('Ada Lovelace');
    }
    await page.screenshot({ path: 'test-results/two-carets.png' });
    const source = async () => (await readFile(product.url, id)).canvas_data.blocks[0].source;
    await expect.poll(source).toMatch(/^flowchart LR\s+first --> a\s+a --> b\s+b --> last$/);
    await other.context().close();
  });

  test('others see words while they are typed, and what was called saved of them survives kill -9', async ({
    browser,
    ownProduct: product,
  }) => {
    await registerOwner(product.url);
    const id = await makeFile(product.url);
    const [page, other] = await Promise.all([browser.newContext(), browser.newContext()].map(async (context) => (await context).newPage()));
    if (!page || !other) throw new Error('no pages');
    for (const tab of [page, other]) {
      await signIn(tab, product.url);
      await openFile(tab, product.url, id);
    }
    await page.getByRole('application', { name: 'Board' }).focus();
    await page.keyboard.press('s');
    await page.mouse.click(500, 400);
    await page.keyboard.type('Ship it on Friday');
    await other.getByRole('application', { name: 'Board' }).focus();
    await other.keyboard.press('Tab');
    await expect(other.getByRole('treeitem', { name: 'Sticky note, Ship it on Friday' })).toHaveCount(1);
    await other.screenshot({ path: 'test-results/typing-elsewhere.png' });
    await expect(page.getByRole('textbox', { name: /^Text of / })).toBeFocused();
    await expect(page.getByText('Saved', { exact: true })).toBeVisible();
    await product.kill();
    await product.start();
    const [note] = (await readFile(product.url, id)).canvas_data.shapes;
    expect(note.text).toBe('Ship it on Friday');
    await page.keyboard.type(', or later');
    await page.keyboard.press('Escape');
    await expect(page.getByText('Saved', { exact: true })).toBeVisible({ timeout: 30_000 });
    expect((await readFile(product.url, id)).canvas_data.shapes[0].text).toBe('Ship it on Friday, or later');
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await readFile(product.url, id)).canvas_data.shapes[0].text).toBeUndefined();
    for (const tab of [page, other]) await tab.context().close();
  });

  test('an edit that was called saved survives kill -9', async ({ browser, ownProduct: product }) => {
    await registerOwner(product.url);
    const page = await (await browser.newContext()).newPage();
    await signIn(page, product.url);
    const id = await makeFile(product.url);
    await openFile(page, product.url, id);
    await page.getByRole('application', { name: 'Board' }).click({ position: { x: 60, y: 300 } });
    for (let i = 0; i < 5; i++) {
      await page.keyboard.press('r');
      await page.mouse.move(400 + i * 60, 250);
      await page.mouse.down();
      await page.mouse.move(440 + i * 60, 300, { steps: 3 });
      await page.mouse.up();
    }
    await expect(page.getByText('Saved', { exact: true })).toBeVisible();
    await product.kill();
    await expect(page.getByText('Offline', { exact: true })).toBeVisible();
    await page.keyboard.press('r');
    await page.mouse.move(400, 400);
    await page.mouse.down();
    await page.mouse.move(460, 450, { steps: 3 });
    await page.mouse.up();
    await product.start();
    await expect(page.getByText('Saved', { exact: true })).toBeVisible({ timeout: 30_000 });
    expect((await readFile(product.url, id)).canvas_data.shapes).toHaveLength(6);
    await page.context().close();
  });
});
