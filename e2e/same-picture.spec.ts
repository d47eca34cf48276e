import { differingShare } from './compare-pixels.ts';
import { expect, makeFile, openFile, signInByApi, test } from './product.ts';

const at = (i: number) => ({ x: (i % 4) * 220, y: Math.floor(i / 4) * 160 });
const shapes = [
  { type: 'rectangle', w: 160, h: 90, text: 'Web app', fill: 'blue' },
  { type: 'ellipse', w: 160, h: 90, text: 'Ελλάδα', fill: 'green', fill_style: 'hatch', stroke: 'green' },
  { type: 'diamond', w: 160, h: 100, text: 'Ready?', fill: 'yellow', fill_style: 'solid' },
  { type: 'sticky', w: 150, h: 120, text: 'Remember the milk' },
  { type: 'text', w: 160, h: 24, text: 'Только текст' },
  { type: 'frame', w: 180, h: 110, text: 'Frame' },
  {
    type: 'pen',
    w: 80,
    h: 40,
    points: [
      [0, 0, 0.5],
      [30, 40, 0.9],
      [80, 10, 0.3],
    ],
  },
  { type: 'icon', w: 64, h: 64, icon: 'tech:postgresql', text: 'Postgres' },
  { type: 'rectangle', w: 160, h: 90, text: 'مرحبا 你好 🎉', stroke_style: 'dashed', stroke_width: 3, stroke: 'red' },
  { type: 'rectangle', w: 160, h: 90, shadow: { x: 2, y: 6, blur: 12, color: 'black' }, rotation: 20 },
].map((shape, i) => ({ id: `sh_${i}`, ...at(i), ...shape }));
const arrow = (id: string, from: string, to: string, more: object) => ({
  id,
  type: 'arrow',
  x: 0,
  y: 0,
  w: 0,
  h: 0,
  start: { shape_id: from },
  end: { shape_id: to },
  ...more,
});
const arrows = [
  arrow('sh_p', 'sh_0', 'sh_1', { text: 'asks' }),
  arrow('sh_q', 'sh_1', 'sh_2', { route: 'curved', start_head: 'circle', end_head: 'one_or_many' }),
  arrow('sh_r', 'sh_2', 'sh_8', { route: 'orthogonal', stroke_style: 'dotted', end_head: 'diamond' }),
];
const blocks = [
  'flowchart LR\n  a[(Store)] -->|reads| b{{Hex}}\n  subgraph g [Group]\n    b --> c([Pill])\n  end',
  'sequenceDiagram\n  Ada->>+Bob: ask\n  loop often\n    Bob-->>-Ada: answer\n  end',
  'erDiagram\n  A ||--o{ B : has\n  A {\n    int id PK\n  }',
  'classDiagram\n  class Port {\n    <<interface>>\n    +run() void\n  }\n  Port <|.. Adapter',
].map((source, i) => ({ language: 'mermaid', source, x: i * 520, y: 520 }));

/** Run in the page: the picture on the clipboard, base64. */
const copied = `navigator.clipboard.read().then(async ([item]) => {
  const bytes = new Uint8Array(await (await item.getType('image/png')).arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
})`;

test('a picture made in the browser and one made by the server show the same', async ({ page, product }) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const id = await makeFile(product.url, { canvas_data: { shapes: [...shapes, ...arrows], blocks: [] }, blocks });
  await openFile(page, product.url, id);
  const board = page.getByRole('application', { name: 'Board' });
  await board.focus();
  await page.keyboard.press('Shift+1');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Copy as' }).press('ArrowRight');
  await page.getByRole('menuitem', { name: 'PNG picture' }).click();
  await expect(page.getByText('Copied as a picture')).toBeVisible();
  const browser = Buffer.from(await page.evaluate<string>(copied), 'base64');
  const { call } = await signInByApi(product.url);
  const server = await call(`/api/diagrams/${id}/export?format=png&scale=2&background=%23ffffff`);
  expect(server.status).toBe(200);
  await test.info().attach('browser.png', { body: browser, contentType: 'image/png' });
  await test.info().attach('server.png', { body: Buffer.from(server.bytes), contentType: 'image/png' });
  // Exports leave 8 px more around the board, here at twice the size.
  expect(await differingShare(browser, server.bytes, 16)).toBeLessThan(0.005);
});
