import type { Page } from '@playwright/test';
import { expect, makeFile, openFile, readFile, test } from './product.ts';

const box = (id: string, x: number, more: Record<string, unknown> = {}) => ({
  id,
  type: 'rectangle',
  x,
  y: 0,
  w: 120,
  h: 80,
  ...more,
});

interface Stored {
  readonly id: string;
  readonly [property: string]: unknown;
}

async function shapeOf(url: string, file: string, id: string): Promise<Stored | undefined> {
  const { canvas_data } = await readFile(url, file);
  return canvas_data.shapes.find((shape: Stored) => shape.id === id);
}

const boardOf = (page: Page) => page.getByRole('application', { name: 'Board', exact: true });

/** Opens a file with shapes and selects all of them. */
async function openWith(page: Page, url: string, shapes: readonly object[], select = true): Promise<string> {
  const id = await makeFile(url, { canvas_data: { shapes, blocks: [] } });
  await openFile(page, url, id);
  await boardOf(page).focus();
  if (select) await page.keyboard.press('Control+a');
  return id;
}

/** The colour that the board's canvas shows at a spot, `r,g,b`. */
const pixelAt = (page: Page, x: number, y: number) =>
  page.evaluate<string>(
    `[...document.querySelector('canvas[data-layer="board"]').getContext('2d').getImageData(${x} * devicePixelRatio, ${y} * devicePixelRatio, 1, 1).data].slice(0, 3).join()`,
  );

test.describe('properties panel', () => {
  test('changes place and size as they are typed, with sums, and both of one ratio [F210]', async ({ page, product }) => {
    const id = await openWith(page, product.url, [box('sh_a', 0)]);
    const panel = page.getByRole('complementary', { name: 'Properties' });
    for (const name of ['X, px', 'Y, px', 'Width, px', 'Height, px', 'Rotation, degrees', 'Stroke width, px'])
      await expect(panel.getByRole('textbox', { name, exact: true })).toBeVisible();
    for (const name of ['Fill', 'Stroke']) await expect(panel.getByRole('radiogroup', { name, exact: true })).toBeVisible();
    await panel.getByRole('textbox', { name: 'X, px', exact: true }).fill('100');
    await expect.poll(async () => (await shapeOf(product.url, id, 'sh_a'))?.x).toBe(100);
    await panel.getByRole('textbox', { name: 'Width, px', exact: true }).fill('200');
    await expect.poll(async () => (await shapeOf(product.url, id, 'sh_a'))?.w).toBe(200);
    await panel.getByRole('button', { name: 'Keep proportions' }).click();
    await panel.getByRole('textbox', { name: 'Width, px', exact: true }).fill('*2');
    await page.keyboard.press('Enter');
    await expect.poll(async () => shapeOf(product.url, id, 'sh_a')).toMatchObject({ x: 100, w: 400, h: 160 });
    await panel.getByRole('button', { name: 'Keep proportions' }).click();
  });

  test('changes nothing of what is locked, shows that, and unlocks it', async ({ page, product }) => {
    const id = await openWith(page, product.url, [box('sh_a', 0, { locked: true, text: 'Vault' })], false);
    await page.keyboard.press('Control+f');
    await page.getByRole('textbox', { name: 'Find on the canvas' }).fill('Vault');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    const panel = page.getByRole('complementary', { name: 'Properties' });
    const red = panel.getByRole('radiogroup', { name: 'Fill', exact: true }).getByRole('radio', { name: 'red' });
    await expect(panel.getByRole('textbox', { name: 'X, px', exact: true })).toBeDisabled();
    await expect(red).toBeDisabled();
    await expect(red).toHaveCSS('opacity', '0.4');
    await panel.getByRole('button', { name: 'Unlock', exact: true }).first().click();
    await red.click();
    await expect.poll(async () => shapeOf(product.url, id, 'sh_a')).toMatchObject({ fill: 'red' });
    expect(await shapeOf(product.url, id, 'sh_a')).not.toHaveProperty('locked');
  });

  test('offers eight swatches, each stored as it is clicked [F198]', async ({ page, product }) => {
    const id = await openWith(page, product.url, [box('sh_a', 0)]);
    const swatches = page.getByRole('radiogroup', { name: 'Fill', exact: true }).getByRole('radio');
    await expect(swatches).toHaveCount(8);
    for (const name of ['black', 'grey', 'red', 'orange', 'yellow', 'green', 'blue', 'purple']) {
      await swatches.and(page.getByLabel(name)).click();
      await expect.poll(async () => (await shapeOf(product.url, id, 'sh_a'))?.fill).toBe(name);
    }
  });

  test('takes any colour by its code and remembers it [F199]', async ({ page, product }) => {
    const id = await openWith(page, product.url, [box('sh_a', 0)]);
    const trigger = page.getByRole('button', { name: 'Fill: custom colour' });
    await trigger.click();
    await page.getByRole('textbox', { name: 'Fill: hex code' }).fill('#3498db');
    await expect.poll(async () => (await shapeOf(product.url, id, 'sh_a'))?.fill).toBe('#3498db');
    await page.keyboard.press('Escape');
    await trigger.click();
    await expect(page.getByRole('region', { name: 'Recent colours' }).getByRole('button', { name: '#3498db' })).toBeVisible();

    await page.evaluate(`{
      const input = document.querySelector('input[aria-label="Fill: pick"]');
      const value = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
      for (const color of ['#aa0000', '#bb0000', '#cc0000']) {
        value.set.call(input, color);
        input.dispatchEvent(new Event('input', { bubbles: true }));
      }
      input.dispatchEvent(new Event('change', { bubbles: true }));
    }`);
    await expect.poll(async () => (await shapeOf(product.url, id, 'sh_a'))?.fill).toBe('#cc0000');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(async () => (await shapeOf(product.url, id, 'sh_a'))?.fill).toBe('#3498db');
  });

  test('says where several shapes differ, and sets them all', async ({ page, product }) => {
    const id = await openWith(page, product.url, [box('sh_a', 0, { fill: 'red' }), box('sh_b', 300, { fill: 'blue' })]);
    const panel = page.getByRole('complementary', { name: 'Properties' });
    await expect(panel.getByRole('textbox', { name: 'X, px', exact: true })).toHaveAttribute('placeholder', 'Mixed');
    await expect(panel.getByRole('radiogroup', { name: 'Fill, mixed' })).toBeVisible();
    await panel.getByRole('textbox', { name: 'Height, px' }).fill('50');
    for (const shape of ['sh_a', 'sh_b']) await expect.poll(async () => (await shapeOf(product.url, id, shape))?.h).toBe(50);
    await panel.getByRole('button', { name: 'Align left' }).click();
    for (const shape of ['sh_a', 'sh_b']) await expect.poll(async () => (await shapeOf(product.url, id, shape))?.x).toBe(0);
  });

  test('casts a shadow and changes it [F252]', async ({ page, product }) => {
    const id = await openWith(page, product.url, [box('sh_a', 0, { fill: '#ffffff', fill_style: 'solid' })]);
    await page.getByRole('switch', { name: 'Shadow' }).click();
    await expect.poll(async () => (await shapeOf(product.url, id, 'sh_a'))?.shadow).toBeTruthy();
    await page.getByRole('textbox', { name: 'Shadow to the right, px' }).fill('12');
    await page.getByRole('textbox', { name: 'Shadow blur, px' }).fill('0');
    await page.getByRole('radiogroup', { name: 'Shadow colour' }).getByLabel('red').click();
    await expect.poll(async () => (await shapeOf(product.url, id, 'sh_a'))?.shadow).toMatchObject({ x: 12, blur: 0, color: 'red' });
    const svg = async () => {
      const response = await page.request.get(`${product.url}/api/diagrams/${id}/export?format=svg`);
      return response.text();
    };
    await expect.poll(svg).toMatch(/fill="#d92d3a" fill-opacity="0.4" transform="translate\(12 4\)"/);
    await page.getByRole('switch', { name: 'Shadow' }).click();
    await expect.poll(svg).not.toContain('fill-opacity="0.4"');
  });
});

test.describe('board settings', () => {
  test('colour the background for everyone, exports included [F253]', async ({ page, product }) => {
    const id = await openWith(page, product.url, [box('sh_a', 0)], false);
    await page.getByRole('button', { name: 'Board settings' }).click();
    const settings = page.getByRole('dialog', { name: 'Board settings' });
    const spot = { x: 700, y: 60 };
    for (const [name, pixel, hex] of [
      ['white', '255,255,255', '#ffffff'],
      ['light grey', '241,243,245', '#f1f3f5'],
      ['dark', '30,33,40', '#1e2128'],
    ] as const) {
      await settings.getByRole('button', { name: `Background: ${name}` }).click();
      await expect.poll(() => pixelAt(page, spot.x, spot.y)).toBe(pixel);
      await expect.poll(async () => (await readFile(product.url, id)).canvas_data.board).toEqual({ background: hex });
    }
    await settings.getByRole('button', { name: 'Background: custom colour' }).click();
    await page.getByRole('textbox', { name: 'Background: hex code' }).fill('#fde68a');
    await expect.poll(() => pixelAt(page, spot.x, spot.y)).toBe('253,230,138');
    await expect.poll(async () => (await readFile(product.url, id)).canvas_data.board).toEqual({ background: '#fde68a' });
    const svg = await page.request.get(`${product.url}/api/diagrams/${id}/export?format=svg`);
    expect(await svg.text()).toContain('fill="#fde68a"');
  });

  test('make the board dark apart from the app, and remember it [F203]', async ({ page, product }) => {
    const id = await openWith(page, product.url, [box('sh_a', 0, { text: 'API' })], false);
    const spot = { x: 700, y: 60 };
    await expect.poll(() => pixelAt(page, spot.x, spot.y)).toBe('251,251,252');
    await page.getByRole('button', { name: 'Board settings' }).click();
    await page.getByRole('radio', { name: 'Dark', exact: true }).click();
    await expect.poll(() => pixelAt(page, spot.x, spot.y)).toBe('18,20,25');
    const state = await page.context().storageState();
    const later = await page.context().browser()?.newContext({ storageState: state });
    if (!later) throw new Error('no browser');
    const again = await later.newPage();
    await openFile(again, product.url, id);
    await expect.poll(() => pixelAt(again, spot.x, spot.y)).toBe('18,20,25');
    await later.close();
  });
});

test.describe('layers', () => {
  const five = ['One', 'Two', 'Three', 'Four', 'Five'].map((text, at) => box(`sh_${at}`, at * 160, { text }));

  test('list the uppermost first, reorder by dragging, and hide [F248, F222]', async ({ page, product }) => {
    const id = await openWith(page, product.url, five, false);
    await page.keyboard.press('Control+Alt+l');
    const tree = page.getByRole('tree', { name: 'Layers' });
    await expect(tree.getByRole('treeitem')).toHaveText(['Five', 'Four', 'Three', 'Two', 'One']);
    const [top, bottom] = await Promise.all(['Five', 'One'].map((name) => tree.getByRole('treeitem', { name }).boundingBox()));
    if (!top || !bottom) throw new Error('no rows');
    await page.mouse.move(bottom.x + 80, bottom.y + 14);
    await page.mouse.down();
    await page.mouse.move(top.x + 80, top.y + 20, { steps: 5 });
    await page.mouse.move(top.x + 80, top.y + 4, { steps: 3 });
    await page.mouse.up();
    await expect(tree.getByRole('treeitem')).toHaveText(['One', 'Five', 'Four', 'Three', 'Two']);
    await expect
      .poll(async () => (await readFile(product.url, id)).canvas_data.shapes.map((shape: Stored) => shape.text))
      .toEqual(['Two', 'Three', 'Four', 'Five', 'One']);

    await tree.getByRole('treeitem', { name: 'Three' }).hover();
    await tree.getByRole('button', { name: 'Hide Three' }).click();
    await expect.poll(async () => (await shapeOf(product.url, id, 'sh_2'))?.hidden).toBe(true);
    await expect(tree.getByRole('treeitem')).toHaveCount(5);
    await tree.getByRole('button', { name: 'Show Three' }).click();
    await expect.poll(async () => (await shapeOf(product.url, id, 'sh_2'))?.hidden).toBeUndefined();

    await tree.getByRole('treeitem', { name: 'Four' }).hover();
    await tree.getByRole('button', { name: 'Lock Four' }).click();
    await expect.poll(async () => (await shapeOf(product.url, id, 'sh_3'))?.locked).toBe(true);
    await tree.getByRole('button', { name: 'Unlock Four' }).click();
    await expect.poll(async () => (await shapeOf(product.url, id, 'sh_3'))?.locked).toBeUndefined();

    await tree.getByRole('treeitem', { name: 'Four' }).click();
    await tree.getByRole('treeitem', { name: 'Two' }).click({ modifiers: ['Shift'] });
    await boardOf(page).focus();
    await page.keyboard.press('Control+Shift+h');
    for (const shape of ['sh_1', 'sh_2', 'sh_3']) await expect.poll(async () => (await shapeOf(product.url, id, shape))?.hidden).toBe(true);

    const drag = async (name: string, onto: string, y: number) => {
      const [from, to] = await Promise.all([name, onto].map((row) => tree.getByRole('treeitem', { name: row }).boundingBox()));
      if (!from || !to) throw new Error('no rows');
      await page.mouse.move(from.x + 80, from.y + 14);
      await page.mouse.down();
      await page.mouse.move(to.x + 80, to.y + y, { steps: 5 });
      await page.mouse.up();
      await expect(tree.getByRole('treeitem', { selected: true })).toHaveCount(3);
    };
    await drag('Three', 'One', 4);
    await expect(tree.getByRole('treeitem')).toHaveText(['Four', 'Three', 'Two', 'One', 'Five']);
    await drag('Three', 'Three', 22);
    await expect(tree.getByRole('treeitem')).toHaveText(['Four', 'Three', 'Two', 'One', 'Five']);
  });

  test('are renamed in place [F249]', async ({ page, product }) => {
    const id = await openWith(page, product.url, five, false);
    await page.keyboard.press('Control+Alt+l');
    const tree = page.getByRole('tree', { name: 'Layers' });
    await tree.getByRole('treeitem', { name: 'Two' }).dblclick();
    await page.keyboard.type('API Gateway');
    await page.keyboard.press('Enter');
    await expect(tree.getByRole('treeitem', { name: 'API Gateway' })).toBeVisible();
    await expect.poll(async () => (await shapeOf(product.url, id, 'sh_1'))?.name).toBe('API Gateway');
    await page.keyboard.press('F2');
    await page.keyboard.type('Never kept');
    await page.keyboard.press('Escape');
    await expect(tree.getByRole('treeitem', { name: 'API Gateway' })).toBeVisible();
    await page.reload();
    await expect(tree.getByRole('treeitem', { name: 'API Gateway' })).toBeVisible();
  });

  test('follow the selection, move by keys, and are found by name', async ({ page, product }) => {
    await openWith(page, product.url, five);
    await page.keyboard.press('Control+Alt+l');
    const tree = page.getByRole('tree', { name: 'Layers' });
    await expect(tree.getByRole('treeitem', { selected: true })).toHaveCount(5);
    await tree.getByRole('treeitem', { name: 'Five' }).click();
    await page.keyboard.press('ArrowDown');
    await expect(tree.getByRole('treeitem', { selected: true })).toHaveText(['Four']);
    await page.keyboard.press('Alt+ArrowUp');
    await expect(tree.getByRole('treeitem').first()).toHaveText('Four');
    await page.getByRole('searchbox', { name: 'Search layers' }).fill('thr');
    await expect(tree.getByRole('treeitem')).toHaveText(['Three']);
  });
});

test.describe('around the board', () => {
  test('the mini-map goes where it is pressed and pans as its frame is dragged [F220]', async ({ page, product }) => {
    await openWith(page, product.url, [box('sh_a', 0), box('sh_b', 8000, { y: 5000 })], false);
    const map = page.getByRole('region', { name: 'Mini-map' });
    const frame = map.getByTestId('minimap-frame');
    await page.keyboard.press('Control+0');
    const area = await map.boundingBox();
    if (!area) throw new Error('no map');
    const centre = async () => {
      const at = await frame.boundingBox();
      return { x: (at?.x ?? 0) + (at?.width ?? 0) / 2, y: (at?.y ?? 0) + (at?.height ?? 0) / 2 };
    };
    const spot = { x: area.x + area.width - 40, y: area.y + area.height - 40 };
    await page.mouse.click(spot.x, spot.y);
    await expect.poll(async () => Math.hypot((await centre()).x - spot.x, (await centre()).y - spot.y)).toBeLessThan(6);
    const before = await centre();
    await page.mouse.move(before.x, before.y);
    await page.mouse.down();
    await page.mouse.move(before.x - 50, before.y - 20, { steps: 5 });
    await page.mouse.up();
    await expect.poll(async () => before.x - (await centre()).x).toBeGreaterThan(30);
  });

  test('find goes from one text to the next', async ({ page, product }) => {
    await openWith(
      page,
      product.url,
      [box('sh_a', 0, { text: 'Order API' }), box('sh_b', 6000, { text: 'orders' }), box('sh_c', 300)],
      false,
    );
    await page.keyboard.press('Control+f');
    const find = page.getByRole('textbox', { name: 'Find on the canvas' });
    await find.fill('ORDER');
    await expect(page.getByRole('search').getByRole('status')).toHaveText('1 of 2');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('search').getByRole('status')).toHaveText('2 of 2');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('search').getByRole('status')).toHaveText('1 of 2');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.press('Escape');
    await expect(find).toBeHidden();
    await expect(page.getByRole('textbox', { name: 'X, px', exact: true })).toHaveValue('6000');
  });

  test('the context menu offers what fits the shape or the blank board [F211]', async ({ page, product }) => {
    const id = await openWith(page, product.url, [box('sh_a', 0), box('sh_b', 160)]);
    await page.keyboard.press('Shift+F10');
    const menu = page.getByRole('menu', { name: 'Board menu' });
    for (const name of ['Copy', 'Paste', 'Duplicate', 'Delete', 'Group', 'Bring to front', 'Send to back'])
      await expect(menu.getByRole('menuitem', { name: new RegExp(`^${name}`) }).first()).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(boardOf(page)).toBeFocused();
    await page.keyboard.press('Escape');
    const board = await boardOf(page).boundingBox();
    if (!board) throw new Error('no board');
    await page.mouse.click(board.x + board.width / 2 - 80, board.y + board.height / 2, { button: 'right' });
    await menu.getByRole('menuitem', { name: /^Duplicate/ }).click();
    await expect.poll(async () => (await readFile(product.url, id)).canvas_data.shapes.length).toBe(3);
    await page.mouse.click(board.x + board.width / 2, board.y + 90, { button: 'right' });
    await expect(menu.getByRole('menuitem', { name: /^Paste/ })).toBeVisible();
    await expect(menu.getByRole('menuitem', { name: /^Select all/i })).toBeVisible();
    await expect(menu.getByRole('menuitem', { name: /^Duplicate/ })).toHaveCount(0);
  });

  test('a presentation shows the board alone, frame by frame [F224]', async ({ page, product }) => {
    const frame = (id: string, x: number) => ({ id, type: 'frame', x, y: 0, w: 400, h: 300, name: id });
    const shapes = [frame('sh_one', 0), frame('sh_two', 2000), box('sh_a', 2050, { y: 110, w: 300, fill: 'red', fill_style: 'solid' })];
    const id = await openWith(page, product.url, shapes, false);
    await page.keyboard.press('Control+Alt+p');
    for (const hidden of [
      page.getByRole('banner'),
      page.getByRole('toolbar', { name: 'Tools' }),
      page.getByRole('region', { name: 'Mini-map' }),
    ])
      await expect(hidden).toBeHidden();
    const slides = page.getByRole('navigation', { name: 'Slides' });
    await expect(slides).toContainText('1 of 2');
    await page.keyboard.press('ArrowRight');
    await expect(slides).toContainText('2 of 2');
    const middle = { x: 720, y: 450 };
    await expect.poll(() => pixelAt(page, middle.x, middle.y)).toBe('217,45,58');
    // What lies beside the slide is not shown, and nothing is moved, nor by the keys after a click on it.
    await page.mouse.click(middle.x, middle.y);
    await page.keyboard.press('Delete');
    await page.keyboard.press('ArrowLeft');
    await expect(slides).toContainText('1 of 2');
    await expect.poll(() => pixelAt(page, middle.x, middle.y)).not.toBe('217,45,58');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => pixelAt(page, middle.x, middle.y)).toBe('217,45,58');
    await page.screenshot({ path: 'test-results/slide.png' });
    await page.keyboard.press('Escape');
    await expect(page.getByRole('banner')).toBeVisible();
    await expect(page.getByRole('toolbar', { name: 'Tools' })).toBeVisible();
    expect((await readFile(product.url, id)).canvas_data.shapes).toContainEqual(expect.objectContaining({ id: 'sh_a', x: 2050, y: 110 }));
  });

  test('full screen by key and by button [F223]', async ({ page, product }) => {
    await openWith(page, product.url, [box('sh_a', 0)], false);
    const full = () => page.evaluate<boolean>('document.fullscreenElement !== null');
    for (const toggle of [() => page.keyboard.press('F11'), () => page.getByRole('button', { name: /full screen/i }).click()]) {
      await toggle();
      await expect.poll(full).toBe(true);
      await expect(page.getByRole('banner')).toBeHidden();
      await page.getByRole('button', { name: 'Hand', exact: true }).click();
      await toggle();
      await expect.poll(full).toBe(false);
      await expect(page.getByRole('banner')).toBeVisible();
    }
  });
});
