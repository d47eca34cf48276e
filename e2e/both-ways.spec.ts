import type { Shape } from '@autograph/document';
import type { Page } from '@playwright/test';
import { expect, makeFile, openFile, readFile, test } from './product.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

const flowchart = `flowchart TD
    %% how an order goes
    A[Order] --> B{Paid?}
    B -->|yes| C[Ship]
    subgraph store [Store room]
        D[Pick]
    end
`;
const flowPlaces = {
  A: { x: 60, y: 40, pinned: true },
  B: { x: 60, y: 160, pinned: true },
  C: { x: 60, y: 320, pinned: true },
  store: { x: 320, y: 120, w: 240, h: 160, pinned: true },
  D: { x: 360, y: 180, pinned: true },
  'A->B': { x: 60, y: 40 },
  'B->C': { x: 60, y: 160 },
};

const sequence = `sequenceDiagram
    %% buying
    participant Shop
    participant Bank
    Shop->>Bank: charge
    alt enough money
        Bank-->>Shop: done
    end
    Shop->>Shop: pack
`;

const er = `erDiagram
    CUSTOMER ||--o{ ORDER : places
    CUSTOMER {
        string name
    }
`;
const erPlaces = {
  CUSTOMER: { x: 60, y: 40, pinned: true },
  ORDER: { x: 360, y: 60, pinned: true },
  'CUSTOMER -> ORDER': { x: 60, y: 40 },
};

/** A board that shows one diagram at 100 %, in the middle. */
async function openDiagram(page: Page, url: string, source: string, layout: object = {}) {
  const id = await makeFile(url, { blocks: [{ language: 'mermaid', source, layout }] });
  await openFile(page, url, id);
  const board = page.getByRole('application', { name: 'Board' });
  await board.focus();
  await page.keyboard.press('Shift+1');
  const frame = await board.boundingBox();
  const shapes = async (): Promise<readonly Shape[]> => (await readFile(url, id)).canvas_data.shapes;
  await expect.poll(async () => (await shapes()).length).toBeGreaterThan(1);
  const block = (await shapes()).find(({ type }) => type === 'block');
  if (!frame || !block) throw new Error('no board');
  const middle = { x: block.x + block.w / 2, y: block.y + block.h / 2 };
  /** Where on the screen a point of a shape is, in shares of its box. */
  const spot = async (node: string, share: Point = { x: 0.5, y: 0.5 }): Promise<Point> => {
    const byId = new Map((await shapes()).map((shape) => [shape.id, shape]));
    const shape = byId.get(`${block.id}/${node}`);
    if (!shape) throw new Error(`no ${node}`);
    let [x, y] = [shape.x + shape.w * share.x, shape.y + shape.h * share.y];
    for (let up = byId.get(shape.parent_id ?? ''); up; up = byId.get(up.parent_id ?? '')) [x, y] = [x + up.x, y + up.y];
    return { x: frame.x + frame.width / 2 + x - middle.x, y: frame.y + frame.height / 2 + y - middle.y };
  };
  const text = async (): Promise<string> => (await readFile(url, id)).canvas_data.blocks[0].source;
  return { spot, text, shapes, texts: async () => (await shapes()).flatMap((shape) => (shape.text ? [shape.text] : [])) };
}

async function drag(page: Page, from: Point, to: Point): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 5 });
  await page.mouse.move(to.x, to.y, { steps: 5 });
  await page.mouse.up();
}

const look = (page: Page, name: string) => page.screenshot({ path: `test-results/both-ways-${name}.png` });

test.describe('text and canvas are one diagram', () => {
  test('an arrow drawn between two nodes is written into the text, and one undo takes both back', async ({ page, product, complaints }) => {
    const { spot, text } = await openDiagram(page, product.url, flowchart, flowPlaces);
    await page.keyboard.press('a');
    await drag(page, await spot('C'), await spot('D'));
    const written = flowchart.replace('    end\n', '    end\n    C --> D\n');
    await expect.poll(text).toBe(written);
    await look(page, 'connect');
    await page.keyboard.press('Control+z');
    await expect.poll(text).toBe(flowchart);
    await page.keyboard.press('Control+y');
    await expect.poll(text).toBe(written);
    expect(complaints).toEqual([]);
  });

  test('a drag from the dot beside a node makes a node and its arrow; a node dragged over a subgraph goes into it', async ({
    page,
    product,
  }) => {
    const { spot, text } = await openDiagram(page, product.url, flowchart, flowPlaces);
    const c = await spot('C', { x: 1, y: 0.5 });
    await page.mouse.click(c.x - 30, c.y);
    await drag(page, { x: c.x + 22, y: c.y }, { x: c.x + 260, y: c.y + 10 });
    const withNode = flowchart.replace('[Ship]\n', '[Ship]\n    C --> E\n');
    await expect.poll(text).toBe(withNode);
    await page.keyboard.press('Escape');
    await look(page, 'drag-out');

    await drag(page, await spot('E'), await spot('store', { x: 0.75, y: 0.8 }));
    await expect.poll(text).toBe(withNode.replace('D[Pick]\n', 'D[Pick]\n        E\n'));
    await look(page, 'into-group');
    await page.keyboard.press('Control+z');
    await expect.poll(text).toBe(withNode);
    await page.keyboard.press('Control+z');
    await expect.poll(text).toBe(flowchart);
  });

  test('an end of an arrow goes to another node, and a form is picked in the panel', async ({ page, product }) => {
    const { spot, text } = await openDiagram(page, product.url, flowchart, flowPlaces);
    const c = await spot('C', { x: 0.5, y: 0 });
    await page.mouse.click(c.x, c.y - 20);
    await drag(page, { x: c.x, y: c.y - 4 }, await spot('D'));
    const rerouted = flowchart.replace('|yes| C[Ship]', '|yes| D\n    C[Ship]');
    await expect.poll(text).toBe(rerouted);

    const a = await spot('A');
    await page.mouse.click(a.x, a.y);
    await page.getByRole('button', { name: 'Form: Rectangle' }).click();
    await look(page, 'forms');
    await page.getByRole('radio', { name: 'Cylinder', exact: true }).click();
    await expect.poll(text).toBe(rerouted.replace('A[Order]', 'A[(Order)]'));
    await look(page, 'form');
  });

  test('messages are drawn at their height and dragged into another order, also into a frame', async ({ page, product }) => {
    const { spot, text } = await openDiagram(page, product.url, sequence);
    const message = await spot('message:Shop>Bank:1');
    const frame = await spot('alt:1', { x: 0.5, y: 1 });
    await drag(page, { x: message.x, y: message.y + 10 }, { x: message.x, y: frame.y - 18 });
    const moved = sequence
      .replace('    Shop->>Bank: charge\n', '')
      .replace('Bank-->>Shop: done\n', 'Bank-->>Shop: done\n        Shop->>Bank: charge\n');
    await expect.poll(text).toBe(moved);
    await look(page, 'reorder');

    await page.keyboard.press('a');
    const [shop, bank] = [await spot('Shop', { x: 0.5, y: 1 }), await spot('Bank', { x: 0.5, y: 1 })];
    await drag(page, { x: bank.x, y: bank.y - 3 }, { x: shop.x, y: shop.y - 3 });
    await expect.poll(text).toBe(`${moved}    Bank->>Shop: Message\n`);
    await look(page, 'message');

    const right = await spot('Bank', { x: 0.5, y: 0.02 });
    await drag(page, await spot('Shop', { x: 0.5, y: 0.02 }), { x: right.x + 90, y: right.y });
    await expect.poll(text).toContain('participant Bank\n    participant Shop\n');
  });

  test('columns are added to a table in the panel and by keys', async ({ page, product }) => {
    const { spot, text } = await openDiagram(page, product.url, er, erPlaces);
    const customer = await spot('CUSTOMER');
    await page.mouse.click(customer.x, customer.y);
    await page.getByRole('button', { name: 'Add a column' }).click();
    await page.keyboard.type('int age UK');
    await page.keyboard.press('Enter');
    await expect.poll(text).toBe(er.replace('string name\n', 'string name\n        int age UK\n'));
    await expect(page.getByRole('textbox', { name: 'Columns, 3' })).toBeFocused();
    await page.keyboard.press('Escape');
    await page.getByRole('textbox', { name: 'Columns, 1' }).fill('uuid id PK');
    await page.keyboard.press('Tab');
    await expect.poll(text).toBe(er.replace('string name\n', 'uuid id PK\n        int age UK\n'));
    await look(page, 'columns');

    const order = await spot('ORDER');
    await page.mouse.click(order.x, order.y);
    await page.keyboard.press('Control+Enter');
    await expect.poll(text).toMatch(/ORDER \{\n\s+string column\n\s+\}/);
  });

  test('keys alone connect and grow a diagram', async ({ page, product }) => {
    const { text } = await openDiagram(page, product.url, flowchart, flowPlaces);
    const voice = page.getByRole('application', { name: 'Board' }).locator('[aria-live="polite"]');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('c');
    await expect(voice).toContainText('Connect to');
    for (let i = 0; i < 6 && !(await voice.textContent())?.includes('Connect to Ship'); i++) {
      const said = await voice.textContent();
      await page.keyboard.press('Tab');
      await expect(voice).not.toHaveText(said ?? '');
    }
    await page.keyboard.press('Enter');
    const joined = flowchart.replace('C[Ship]\n', 'C[Ship]\n    A --> C\n');
    await expect.poll(text).toBe(joined);
    await page.keyboard.press('Control+ArrowLeft');
    await page.keyboard.type('Refund');
    await page.keyboard.press('Escape');
    await expect.poll(text).toBe(joined.replace('A --> C\n', 'A --> C\n    A --> E[Refund]\n'));
    await look(page, 'keys');
  });
});
