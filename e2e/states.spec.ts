import { expect, makeFile, openFile, readFile, test } from './product.ts';

const states =
  'stateDiagram-v2\n  %% a door\n  [*] --> Closed\n  Closed --> Open : push\n  state Open {\n    [*] --> Wide\n    Wide --> Ajar\n  }\n';

interface WireShape {
  readonly id: string;
  readonly type: string;
  readonly text?: string;
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  readonly parent_id: string | null;
}

test('states are renamed in place and connected by an arrow, in their text [F270, F271]', async ({ page, product, complaints }) => {
  const id = await makeFile(product.url, { blocks: [{ language: 'mermaid', source: states }] });
  await openFile(page, product.url, id);
  const board = page.getByRole('application', { name: 'Board' });
  const box = await board.boundingBox();
  if (!box) throw new Error('no board');
  const read = async () => (await readFile(product.url, id)).canvas_data;
  await expect.poll(async () => (await read()).shapes.filter(({ type }: WireShape) => type === 'simple-state')).toHaveLength(3);
  const shapes: readonly WireShape[] = (await read()).shapes;
  const source = async () => (await read()).blocks[0].source;

  /** Where a shape's middle is on the screen: the diagram is shown centred, at 100 %. */
  await board.click({ position: { x: 30, y: box.height - 60 } });
  await page.keyboard.press('Shift+1');
  const named = (text: string) => shapes.find((shape) => shape.text === text);
  const inBlock = (shape: WireShape): { x: number; y: number } => {
    const holder = shapes.find(({ id: other }) => other === shape.parent_id);
    const outer = holder && holder.type !== 'block' ? inBlock(holder) : { x: 0, y: 0 };
    return { x: outer.x + shape.x, y: outer.y + shape.y };
  };
  const block = shapes.find(({ type }) => type === 'block');
  const middle = (text: string) => {
    const shape = named(text);
    if (!shape || !block) throw new Error(`no state ${text}`);
    const at = inBlock(shape);
    return {
      x: box.x + box.width / 2 - block.w / 2 + at.x + shape.w / 2,
      y: box.y + box.height / 2 - block.h / 2 + at.y + shape.h / 2,
    };
  };

  const wide = middle('Wide');
  await page.mouse.dblclick(wide.x, wide.y);
  await page.keyboard.press('Control+A');
  await page.keyboard.type('Swung');
  await page.keyboard.press('Escape');
  await expect.poll(source).toBe(states.replaceAll('Wide', 'Swung'));

  const [from, to] = [middle('Ajar'), middle('Closed')];
  await page.keyboard.press('Escape');
  await page.keyboard.press('a');
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 8 });
  await page.mouse.up();
  await expect.poll(source).toBe(`${states.replaceAll('Wide', 'Swung')}  Ajar --> Closed\n`);
  await page.screenshot({ path: test.info().outputPath('states.png') });
  expect(complaints).toEqual([]);
});
