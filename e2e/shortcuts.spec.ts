import type { Page } from '@playwright/test';
import { expect, makeFile, openFile, test } from './product.ts';

async function board(page: Page, url: string, content: Record<string, unknown> = {}) {
  await openFile(page, url, await makeFile(url, content));
  const found = page.getByRole('application', { name: 'Board' });
  await found.focus();
  return found;
}

const tool = (page: Page, name: string) => page.getByRole('toolbar', { name: 'Tools' }).getByRole('button', { name, exact: true });

const two = {
  canvas_data: {
    shapes: [
      { id: 'sh_a', type: 'rectangle', x: 0, y: 0, w: 120, h: 80, text: 'API' },
      { id: 'sh_b', type: 'rectangle', x: 300, y: 0, w: 120, h: 80, text: 'Store' },
    ],
    blocks: [],
  },
};

test.describe('shortcuts', () => {
  test('are listed by category behind the question mark, more than fifty of them, and can be searched [F196, F592]', async ({
    page,
    product,
    complaints,
  }) => {
    await board(page, product.url);
    await page.keyboard.press('?');
    const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await expect(sheet.getByRole('heading', { name: 'Tools' })).toBeVisible();
    expect(await sheet.locator('dt').count()).toBeGreaterThan(50);
    for (const name of ['Edit', 'Select', 'Arrange', 'View', 'Page'])
      await expect(sheet.getByRole('heading', { name, exact: true })).toBeVisible();
    await page.screenshot({ path: 'test-results/sheet-light.png' });
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.screenshot({ path: 'test-results/sheet-dark.png' });
    await page.keyboard.type('zoom');
    await expect(sheet.getByText('Undo', { exact: true })).toBeHidden();
    for (const text of await sheet.locator('dt').allTextContents()) expect(text.toLowerCase()).toContain('zoom');
    await page.keyboard.press('Escape');
    await expect(sheet).toBeHidden();
    await page.keyboard.press('Control+?');
    await expect(sheet).toBeVisible();
    await page.keyboard.press('Escape');
    await page.goto(product.url);
    await expect(page.getByRole('heading', { name: 'All files' })).toBeVisible();
    await page.keyboard.press('Control+?');
    await expect(sheet.getByRole('heading', { name: 'Tools' })).toBeVisible();
    expect(complaints).toEqual([]);
  });

  test('do what they are listed for: tools, delete, group, copy, paste, duplicate, undo, redo [F196, F590]', async ({
    page,
    product,
    context,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await board(page, product.url, two);
    for (const [key, name] of [
      ['v', 'Select'],
      ['r', 'Rectangle'],
      ['o', 'Ellipse'],
      ['a', 'Arrow'],
      ['t', 'Text'],
      ['p', 'Pen'],
      ['l', 'Line'],
    ] as const) {
      await page.keyboard.press(key);
      await expect(tool(page, name)).toHaveAttribute('aria-pressed', 'true');
    }
    await page.keyboard.press('v');
    const count = (n: number) => expect(page.getByRole('treeitem')).toHaveCount(n);
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Control+g');
    await expect(page.getByRole('treeitem', { name: /^Group, 2 shapes/ })).toHaveCount(1);
    await page.keyboard.press('Control+c');
    await page.keyboard.press('Control+v');
    await count(2);
    await page.keyboard.press('Control+d');
    await count(3);
    await page.keyboard.press('Delete');
    await count(2);
    await page.keyboard.press('Control+z');
    await count(3);
    await page.keyboard.press('Control+y');
    await count(2);
  });

  test('can be given to other actions on the settings page, with a word about who had them, for every device [F197, F591]', async ({
    page,
    product,
    browser,
  }) => {
    await page.goto(`${product.url}/settings/shortcuts`);
    const row = (label: string) => page.getByRole('listitem').filter({ hasText: label });
    await page.getByRole('button', { name: 'Change keys of Rectangle tool' }).click();
    await page.screenshot({ path: 'test-results/shortcuts-light.png' });
    await page.keyboard.press('o');
    await expect(page.getByText('Used for “Ellipse tool”')).toBeVisible();
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.screenshot({ path: 'test-results/shortcuts-dark.png' });
    await page.keyboard.press('q');
    await expect(page.getByText('Used for')).toBeHidden();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(row('Rectangle tool').getByText('Q', { exact: true })).toBeVisible();
    await expect(page.getByText('New keys for “Rectangle tool” saved')).toBeVisible();

    await board(page, product.url);
    await page.keyboard.press('r');
    await expect(tool(page, 'Select')).toHaveAttribute('aria-pressed', 'true');
    await page.keyboard.press('q');
    await expect(tool(page, 'Rectangle')).toHaveAttribute('aria-pressed', 'true');
    await tool(page, 'Rectangle').hover();
    await expect(page.getByRole('tooltip')).toContainText('Q');

    const state = await page.context().storageState();
    const other = await (await browser.newContext({ storageState: { ...state, origins: [] } })).newPage();
    await board(other, product.url);
    await other.keyboard.press('q');
    await expect(tool(other, 'Rectangle')).toHaveAttribute('aria-pressed', 'true');
    await other.context().close();

    await page.goto(`${product.url}/settings/shortcuts`);
    await page.getByRole('button', { name: 'Reset all' }).click();
    await expect(row('Rectangle tool').getByText('R', { exact: true })).toBeVisible();
    await board(page, product.url);
    await page.keyboard.press('r');
    await expect(tool(page, 'Rectangle')).toHaveAttribute('aria-pressed', 'true');
  });

  test('are changed on a page that leads back to the file', async ({ page, product }) => {
    await board(page, product.url);
    const file = page.url();
    await page.keyboard.press('?');
    await page.getByRole('link', { name: 'Change keys' }).click();
    await expect(page.getByRole('heading', { name: 'Keyboard shortcuts' })).toBeVisible();
    await page.getByRole('link', { name: 'Back to the file' }).click();
    await expect(page.getByRole('application', { name: 'Board' })).toBeVisible();
    expect(page.url()).toBe(file);
  });

  test('mean another thing on the list of files [F594]', async ({ page, product }) => {
    await page.goto(product.url);
    await expect(page.getByRole('heading', { name: 'All files' })).toBeVisible();
    // The page shows before it listens.
    await expect(async () => {
      const asked = page.waitForRequest((request) => request.url().includes('/api/diagrams?'), { timeout: 1000 });
      await page.keyboard.press('r');
      await asked;
    }).toPass();
  });
});

test.describe('the keys of the board', () => {
  test('go on while the keyboard is at a button of a panel or of the header, or nowhere, and come back when a panel closes', async ({
    page,
    product,
  }) => {
    await board(page, product.url, {
      canvas_data: { shapes: [{ id: 'sh_a', type: 'rectangle', x: 0, y: 0, w: 120, h: 80 }], blocks: [] },
    });
    await page.keyboard.press('Control+a');
    const panel = page.getByRole('complementary', { name: 'Properties' });
    await panel.getByRole('radiogroup', { name: 'Fill', exact: true }).getByRole('radio', { name: 'red' }).click();
    await page.keyboard.press('a');
    await expect(tool(page, 'Arrow')).toHaveAttribute('aria-pressed', 'true');
    await page.getByRole('radio', { name: 'Canvas', exact: true }).click();
    await page.keyboard.press('r');
    await expect(tool(page, 'Rectangle')).toHaveAttribute('aria-pressed', 'true');
    await page.keyboard.press('v');

    await page.keyboard.press('Escape');
    await page.keyboard.press('o');
    const area = await page.getByRole('application', { name: 'Board', exact: true }).boundingBox();
    const [x, y] = [(area?.x ?? 0) + 300, (area?.y ?? 0) + 500];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 100, y + 60, { steps: 3 });
    await page.mouse.up();
    await expect(page.getByRole('treeitem')).toHaveCount(2);
    await panel.getByRole('radiogroup', { name: 'Fill', exact: true }).getByRole('radio', { name: 'blue' }).click();
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await expect(page.getByRole('treeitem')).toHaveCount(1);
    await expect(page.getByRole('application', { name: 'Board', exact: true })).toBeFocused();
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+y');
    await page.keyboard.press('Control+y');
    await expect(page.getByRole('treeitem')).toHaveCount(2);
  });
});
