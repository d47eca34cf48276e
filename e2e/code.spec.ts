import type { Shape } from '@autograph/document';
import { expect, makeFile, openFile, readFile, test } from './product.ts';

const flowchart = 'flowchart LR\n  %% the way in\n  a[Web app] --> b[(Postgres)]\n';

async function nodes(url: string, id: string): Promise<Shape[]> {
  return (await readFile(url, id)).canvas_data.shapes.filter((shape: Shape) => shape.type === 'node');
}

test.describe('diagrams as code', () => {
  test('what is typed becomes native shapes, and stays while the text is broken [F259, F260, F276]', async ({
    page,
    product,
    complaints,
  }) => {
    const id = await makeFile(product.url, { blocks: [{ language: 'mermaid', source: flowchart }] });
    await openFile(page, product.url, id);
    await page.getByRole('button', { name: 'Code', exact: true }).click();
    const code = page.getByRole('textbox', { name: /code|mermaid|source/i });
    await code.click();
    await page.keyboard.press('Control+End');
    const picture = () => page.evaluate<string>("document.querySelector('canvas[data-layer=board]').toDataURL()");
    const before = await picture();
    await page.keyboard.type('  b --> c[Cache]');
    await expect.poll(async () => (await picture()) === before).toBe(false);
    await expect(page.getByRole('treeitem', { name: /^Diagram node, Cache/ })).toBeAttached();
    await expect.poll(async () => (await nodes(product.url, id)).map((node) => node.text)).toEqual(['Web app', 'Postgres', 'Cache']);

    await page.keyboard.type('\n  c -->');
    await expect(
      page
        .getByText(/line 5/i)
        .or(page.locator('.cm-lintRange-error'))
        .first(),
    ).toBeVisible();
    expect(await nodes(product.url, id)).toHaveLength(3);
    expect(complaints).toEqual([]);
  });

  test('a renamed and moved node survive the next edit of the text [F289]', async ({ page, product }) => {
    const id = await makeFile(product.url, { blocks: [{ language: 'mermaid', source: flowchart }] });
    await openFile(page, product.url, id);
    const board = page.getByRole('application', { name: 'Board' });
    await board.click({ position: { x: 60, y: 300 } });
    await page.keyboard.press('Shift+1');
    const box = await board.boundingBox();
    if (!box) throw new Error('no board');
    const file = await readFile(product.url, id);
    const block = file.canvas_data.shapes.find((shape: Shape) => shape.type === 'block');
    const first = (await nodes(product.url, id))[0];
    if (!first) throw new Error('no node');
    // The diagram is centred at 100 %: from the block's own geometry follows where its first node is on the screen.
    const at = { x: box.x + box.width / 2 - block.w / 2 + first.x + 30, y: box.y + box.height / 2 - block.h / 2 + first.y + 20 };
    await page.mouse.move(at.x, at.y);
    await page.mouse.down();
    await page.mouse.move(at.x, at.y + 90, { steps: 6 });
    await page.mouse.up();
    await expect.poll(async () => (await nodes(product.url, id))[0]?.y).toBeCloseTo(first.y + 90, -1);
    const moved = (await nodes(product.url, id))[0];

    await page.mouse.dblclick(at.x, at.y + 90);
    await page.keyboard.press('Control+a');
    await page.keyboard.type('Shop front');
    await page.keyboard.press('Escape');
    await expect
      .poll(async () => (await readFile(product.url, id)).canvas_data.blocks[0].source)
      .toBe(flowchart.replace('Web app', 'Shop front'));

    await page.getByRole('button', { name: 'Code', exact: true }).click();
    await page.getByRole('textbox', { name: /code|mermaid|source/i }).click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type('  a --> d[Search]');
    await expect.poll(async () => (await nodes(product.url, id)).length).toBe(3);
    expect((await nodes(product.url, id))[0]).toMatchObject({ x: moved?.x, y: moved?.y, text: 'Shop front' });
  });
});
