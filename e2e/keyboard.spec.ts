import { AxeBuilder } from '@axe-core/playwright';
import type { CDPSession, Page } from '@playwright/test';
import { expect, makeFile, openFile, readFile, test } from './product.ts';

interface Spoken {
  readonly role: string;
  readonly name: string;
  readonly properties: ReadonlyMap<string, unknown>;
  readonly id: string;
}

/** What the browser tells assistive technology: the computed tree, not our elements. */
async function accessibilityTree(client: CDPSession): Promise<readonly Spoken[]> {
  const { nodes } = await client.send('Accessibility.getFullAXTree');
  return nodes
    .filter(({ ignored }) => !ignored)
    .map(({ nodeId, role, name, properties = [] }) => ({
      id: nodeId,
      role: String(role?.value ?? ''),
      name: String(name?.value ?? ''),
      properties: new Map(properties.map((property) => [property.name, property.value.value ?? property.value.relatedNodes?.[0]?.idref])),
    }));
}

async function listen(page: Page) {
  const client = await page.context().newCDPSession(page);
  await client.send('Accessibility.enable');
  const items = async () => (await accessibilityTree(client)).filter(({ role }) => role === 'treeitem');
  return {
    shapes: async () => (await items()).map(({ name }) => name),
    /** The shape that the board's active descendant is, as a screen reader would say it. */
    async current() {
      const tree = await accessibilityTree(client);
      const board = tree.find(({ role, name }) => role === 'application' && name === 'Board');
      expect(board?.properties.get('focused')).toBe(true);
      return tree.find(({ role, properties }) => role === 'treeitem' && properties.get('selected') === true)?.name;
    },
  };
}

const voice = (page: Page) => page.getByRole('application', { name: 'Board' }).locator('[aria-live="polite"]');

test.describe('keyboard alone', () => {
  test('builds, connects, moves and undoes a diagram, and the accessibility tree says what is there', async ({
    page,
    product,
    complaints,
  }) => {
    const id = await makeFile(product.url);
    await openFile(page, product.url, id);
    const { shapes, current } = await listen(page);
    await page.getByRole('application', { name: 'Board' }).focus();
    const keys = async (...chords: readonly string[]) => {
      for (const chord of chords) await page.keyboard.press(chord);
    };

    await keys('r', 'Enter');
    await expect(voice(page)).toHaveText('Rectangle created');
    await keys('Enter');
    await page.keyboard.type('API');
    await keys('Escape', 'o', 'Enter', 'Enter');
    await page.keyboard.type('Postgres');
    await keys('Escape');
    await expect.poll(shapes).toEqual(['Rectangle, API', 'Ellipse, Postgres']);
    await expect.poll(current).toBe('Ellipse, Postgres');

    await keys('Tab');
    await keys('Shift+Tab');
    await keys('Escape', 'Tab');
    await expect.poll(current).toBe('Rectangle, API');
    await keys('c');
    await expect(voice(page)).toHaveText('Connect to Postgres, 1 of 1');
    await keys('Enter');
    await expect(voice(page)).toHaveText('Connected API to Postgres');
    await expect.poll(async () => (await shapes()).includes('Arrow, from API to Postgres')).toBe(true);
    await keys('.');
    await expect.poll(current).toBe('Arrow, from API to Postgres');
    await keys('.');
    await expect.poll(current).toBe('Ellipse, Postgres');
    await page.screenshot({ path: 'test-results/focus-light.png' });

    await keys('Shift+ArrowDown', 'Alt+Shift+ArrowRight', 'Alt+r');
    await expect(voice(page)).toHaveText('Rotated to 15 degrees');
    await keys('Delete');
    await expect(voice(page)).toHaveText('Deleted Postgres');
    await keys('Control+z');
    await expect(voice(page)).toContainText('Undone');
    await expect
      .poll(async () =>
        (await readFile(product.url, id)).canvas_data.shapes.map(
          ({ type, text, rotation }: { type: string; text?: string; rotation: number }) => [type, text, rotation],
        ),
      )
      .toEqual([
        ['rectangle', 'API', 0],
        ['ellipse', 'Postgres', 15],
        ['arrow', undefined, 0],
      ]);
    expect(complaints).toEqual([]);
  });

  test('leaves the board with F6, and comes back', async ({ page, product }) => {
    await openFile(page, product.url, await makeFile(product.url));
    const board = page.getByRole('application', { name: 'Board' });
    await board.focus();
    await page.keyboard.press('F6');
    await expect(board).not.toBeFocused();
    await page.keyboard.press('Shift+F6');
    await expect(board).toBeFocused();
    await page.keyboard.press('Control+f');
    const words = page.getByRole('textbox', { name: 'Find on the canvas' });
    await expect(words).toBeFocused();
    await page.keyboard.press('F6');
    await expect(words).not.toBeFocused();
  });

  test('goes through thousands of shapes with a handful of elements', async ({ page, product }) => {
    const shape = (n: number) => ({
      id: `sh_${n}`,
      type: 'rectangle',
      x: (n % 100) * 160,
      y: Math.floor(n / 100) * 110,
      w: 120,
      h: 60,
      text: `Box ${n}`,
    });
    const id = await makeFile(product.url, { canvas_data: { shapes: Array.from({ length: 3_000 }, (_, n) => shape(n)), blocks: [] } });
    await openFile(page, product.url, id);
    const { current } = await listen(page);
    await page.getByRole('application', { name: 'Board' }).focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await expect.poll(current).toBe('Rectangle, Box 1');
    expect(await page.getByRole('treeitem').count()).toBeLessThan(50);
    const item = page.getByRole('treeitem', { name: 'Rectangle, Box 1', exact: true });
    await expect(item).toHaveAttribute('aria-setsize', '3000');
    await expect(item).toHaveAttribute('aria-posinset', '2');
  });

  for (const colorScheme of ['light', 'dark'] as const)
    test(`has no serious flaw for axe, ${colorScheme} [F665]`, async ({ page, product }) => {
      await page.emulateMedia({ colorScheme });
      const shape = (id: string, x: number) => ({ id, type: 'rectangle', x, y: 0, w: 120, h: 80, text: id });
      await openFile(
        page,
        product.url,
        await makeFile(product.url, { canvas_data: { shapes: [shape('sh_a', 0), shape('sh_b', 300)], blocks: [] } }),
      );
      await page.getByRole('application', { name: 'Board' }).focus();
      await page.keyboard.press('Tab');
      await expect(page.getByRole('treeitem', { selected: true })).toHaveCount(1);
      await page.screenshot({ path: `test-results/focus-${colorScheme}.png` });
      const { violations } = await new AxeBuilder({ page }).analyze();
      const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      expect(serious.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
      await page.goto(`${product.url}/settings/shortcuts`);
      await expect(page.getByRole('button', { name: 'Reset all' })).toBeVisible();
      const settings = await new AxeBuilder({ page }).analyze();
      expect(settings.violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id)).toEqual([]);
    });
});
