import type { Locator, Page } from '@playwright/test';
import { expect, makeFile, openFile, readFile, signInByApi, test } from './product.ts';

const board = (page: Page) => page.getByRole('application', { name: 'Board' });

interface Stored {
  readonly type: string;
  readonly icon?: string;
  readonly text?: string;
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

async function shapesOf(url: string, id: string): Promise<readonly Stored[]> {
  return (await readFile(url, id)).canvas_data.shapes;
}

async function openLibrary(page: Page): Promise<Locator> {
  await board(page).focus();
  await page.keyboard.press('i');
  const panel = page.getByRole('complementary', { name: 'Icons' });
  await expect(panel.getByRole('gridcell').first()).toBeVisible();
  return panel;
}

const tile = (panel: Locator, name: string) => panel.getByRole('gridcell', { name, exact: true }).first();

async function choose(page: Page, panel: Locator, label: string, option: string) {
  await panel.getByRole('combobox', { name: label }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

test.describe('inserting by name', () => {
  test('puts a rectangle at the pointer, then lists AWS icons [F204]', async ({ page, product, complaints }) => {
    const id = await makeFile(product.url);
    await openFile(page, product.url, id);
    await board(page).focus();
    await page.mouse.move(600, 350);
    await page.keyboard.press('/');
    const menu = page.getByRole('dialog', { name: 'Insert' });
    await expect(menu.getByRole('combobox')).toBeFocused();
    await page.keyboard.type('rectangle');
    await expect(menu.getByRole('option').first()).toContainText('Rectangle');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await shapesOf(product.url, id)).map(({ type }) => type)).toEqual(['rectangle']);
    const area = await board(page).boundingBox();
    const [shape] = await shapesOf(product.url, id);
    if (!area || !shape) throw new Error('nothing on the board');
    // The camera of a new file shows one page px as one px of the screen, so places compare by their distance.
    const second = { x: 900, y: 500 };
    await page.mouse.move(second.x, second.y);
    await page.keyboard.press('/');
    await page.keyboard.type('cylinder');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await shapesOf(product.url, id)).length).toBe(2);
    const other = (await shapesOf(product.url, id))[1];
    const centre = ({ x, y, w, h }: Stored) => ({ x: x + w / 2, y: y + h / 2 });
    expect(centre(other ?? shape).x - centre(shape).x).toBeCloseTo(second.x - 600, 0);
    expect(centre(other ?? shape).y - centre(shape).y).toBeCloseTo(second.y - 350, 0);

    await page.keyboard.press('/');
    await page.keyboard.type('AWS');
    await expect(menu.getByRole('option', { name: /AWS Lambda|AWS WAF|AWS Batch|AWS Glue/ }).first()).toBeVisible();
    await expect(menu.getByRole('group', { name: 'Icons' }).getByRole('option').nth(12)).toBeAttached();
    await page.keyboard.press('Escape');
    await expect(menu).toBeHidden();
    await expect(board(page)).toBeFocused();
    expect(complaints).toEqual([]);
  });

  test('inserts an icon with its name, fetched when it is first shown, which exports carry in themselves', async ({ page, product }) => {
    const id = await makeFile(product.url);
    const fetched: string[] = [];
    page.on('request', (request) => {
      const { pathname } = new URL(request.url());
      if (pathname.startsWith('/api/icons')) fetched.push(pathname);
    });
    await openFile(page, product.url, id);
    expect(fetched).toEqual([]);
    await board(page).focus();
    await page.mouse.move(640, 360);
    await page.keyboard.press('/');
    await page.keyboard.type('postgres');
    await expect(page.getByRole('dialog', { name: 'Insert' }).getByRole('option').first()).toContainText('PostgreSQL');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await shapesOf(product.url, id))[0]).toMatchObject({ icon: 'tech:postgresql', text: 'PostgreSQL' });
    expect(fetched).toContain('/api/icons/tech%3Apostgresql');
    expect(fetched.length).toBeLessThan(100);
    const { call } = await signInByApi(product.url);
    const { bytes } = await call(`/api/diagrams/${id}/export?format=svg`);
    const svg = new TextDecoder().decode(bytes);
    const data = /href="data:image\/svg\+xml[^"]*?,([^"]+)"/.exec(svg)?.[1] ?? '';
    const inline = data.startsWith('%3C') ? decodeURIComponent(data) : Buffer.from(data, 'base64').toString();
    expect(inline).toContain('<svg');
    expect(inline.toLowerCase()).toContain('#336791');
    expect(svg).not.toMatch(/href="\/|https?:\/\/(?!www\.w3\.org)/);
  });
});

test.describe('icon library', () => {
  test('shows every set, and every icon in view loads [F205]', async ({ page, product, complaints }) => {
    const id = await makeFile(product.url);
    await openFile(page, product.url, id);
    const panel = await openLibrary(page);
    for (const vendor of ['AWS', 'Azure', 'Google Cloud', 'Technologies', 'Brands', 'General']) {
      await choose(page, panel, 'Vendor', vendor);
      const grid = panel.getByRole('grid');
      await grid.hover();
      for (const down of [0, 6000, 30_000]) {
        await page.mouse.wheel(0, down);
        await expect(grid.locator('img').nth(3)).toBeAttached();
        const pictures = await grid.locator('img').all();
        for (const picture of pictures.slice(0, 12)) await expect(picture).toHaveJSProperty('complete', true);
        for (const picture of pictures.slice(0, 12)) await expect(picture).not.toHaveJSProperty('naturalWidth', 0);
      }
    }
    expect(complaints).toEqual([]);
  });

  test('finds icons by partial names [F206]', async ({ page, product }) => {
    const id = await makeFile(product.url);
    await openFile(page, product.url, id);
    const panel = await openLibrary(page);
    const field = panel.getByRole('combobox', { name: 'Search icons' });
    await field.fill('ec2');
    await expect(panel.getByRole('gridcell').first()).toHaveAccessibleName('Amazon EC2');
    await field.fill('postgre');
    await expect(tile(panel, 'PostgreSQL')).toBeVisible();
    await field.fill('react');
    await expect(panel.getByRole('gridcell', { name: 'React', exact: true })).toHaveCount(2);
  });

  test('filters by vendor and by kind [F207]', async ({ page, product }) => {
    const id = await makeFile(product.url);
    await openFile(page, product.url, id);
    const panel = await openLibrary(page);
    await choose(page, panel, 'Vendor', 'AWS');
    const shows = async (kind: string, query: string, names: readonly string[], absent: readonly string[]) => {
      await choose(page, panel, 'Kind', kind);
      await panel.getByRole('combobox', { name: 'Search icons' }).fill(query);
      for (const name of names) await expect(tile(panel, name)).toBeVisible();
      for (const name of absent) await expect(panel.getByRole('gridcell', { name, exact: true })).toHaveCount(0);
    };
    await shows('Compute', 'ec2', ['Amazon EC2'], []);
    await shows('Compute', 'lambda', ['AWS Lambda'], []);
    await shows('Compute', 'rds', [], ['Amazon RDS']);
    await shows('Database', 'rds', ['Amazon RDS'], []);
    await shows('Database', 'dynamodb', ['Amazon DynamoDB'], []);
    await shows('Database', 'ec2', [], ['Amazon EC2']);
    await shows('Storage', 's3', ['Amazon Simple Storage Service'], []);
    await shows('Storage', 'vpc', [], ['Amazon Virtual Private Cloud']);
    await shows('Networking', 'vpc', ['Amazon Virtual Private Cloud'], []);
    await shows('Networking', 's3', [], ['Amazon Simple Storage Service']);
  });

  test('keeps what was used last, one click from the board [F208]', async ({ page, product }) => {
    const id = await makeFile(product.url);
    await openFile(page, product.url, id);
    const panel = await openLibrary(page);
    const field = panel.getByRole('combobox', { name: 'Search icons' });
    for (const [query, name] of [
      ['ec2', 'Amazon EC2'],
      ['azure vm', 'Virtual Machine'],
      ['gcp compute', 'Compute Engine'],
    ] as const) {
      await field.fill(query);
      await expect(panel.getByRole('gridcell').first()).toHaveAccessibleName(name);
      await field.press('Enter');
    }
    await field.fill('');
    await expect(panel.getByRole('row').first()).toContainText('Recent');
    const recent = panel.getByRole('row').nth(1).getByRole('gridcell');
    await expect(recent).toHaveCount(3);
    for (const [at, name] of ['Compute Engine', 'Virtual Machine', 'Amazon EC2'].entries())
      await expect(recent.nth(at)).toHaveAccessibleName(name);
    await recent.nth(2).getByRole('button', { name: 'Amazon EC2', exact: true }).click();
    await expect.poll(async () => (await shapesOf(product.url, id)).filter(({ icon }) => icon === 'aws:amazon-ec2').length).toBe(2);
  });

  test('collects starred icons under Favorites, reloads included [F209]', async ({ page, product }) => {
    const id = await makeFile(product.url);
    await openFile(page, product.url, id);
    let panel = await openLibrary(page);
    for (const [query, name] of [
      ['ec2', 'Amazon EC2'],
      ['postgres', 'PostgreSQL'],
    ] as const) {
      await panel.getByRole('combobox', { name: 'Search icons' }).fill(query);
      await tile(panel, name).hover();
      await tile(panel, name)
        .getByRole('button', { name: `Add ${name} to favorites` })
        .click();
    }
    await panel.getByRole('combobox', { name: 'Search icons' }).fill('');
    await panel.getByRole('radio', { name: 'Favorites' }).click();
    await expect(panel.getByRole('gridcell')).toHaveCount(2);
    await tile(panel, 'Amazon EC2').getByRole('button', { name: 'Remove Amazon EC2 from favorites' }).click();
    await expect(panel.getByRole('gridcell')).toHaveCount(1);
    await page.reload();
    await expect(page.getByText('Saved', { exact: true })).toBeVisible();
    panel = await openLibrary(page);
    await panel.getByRole('radio', { name: 'Favorites' }).click();
    await expect(panel.getByRole('gridcell')).toHaveCount(1);
    await expect(tile(panel, 'PostgreSQL')).toBeVisible();
  });

  test('is worked from the keyboard, and by dragging', async ({ page, product }) => {
    const id = await makeFile(product.url);
    await openFile(page, product.url, id);
    const panel = await openLibrary(page);
    const field = panel.getByRole('combobox', { name: 'Search icons' });
    await expect(field).toBeFocused();
    await page.keyboard.type('lambda');
    await expect(panel.getByRole('gridcell').first()).toHaveAccessibleName('AWS Lambda');
    await expect(panel.getByRole('gridcell').first()).toHaveAttribute('aria-selected', 'true');
    // Sideways keys belong to the words until one has gone down to the icons.
    for (const key of ['ArrowDown', 'ArrowUp', 'ArrowRight']) await page.keyboard.press(key);
    const second = panel.getByRole('gridcell').nth(1);
    await expect(second).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await shapesOf(product.url, id)).length).toBe(1);
    await panel
      .getByRole('button', { name: 'AWS Lambda', exact: true })
      .first()
      .dragTo(board(page), { targetPosition: { x: 900, y: 500 } });
    await expect.poll(async () => (await shapesOf(product.url, id)).map(({ icon }) => icon)).toContain('aws:aws-lambda');
    await page.keyboard.press('i');
    await expect(panel).toBeHidden();
  });
});
