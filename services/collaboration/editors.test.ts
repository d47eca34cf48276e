import { createShapeId } from '@autograph/document';
import { Editor } from '@autograph/editor';
import { createBlockDeriver, watchBlocks } from '@autograph/languages';
import { createLayouter } from '@autograph/layout';
import { createTextMeasurer } from '@autograph/render';
import { shapeDefinitions } from '@autograph/shapes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isSaved, type Seat, startRooms, type TestRooms, until } from './testing/start-rooms.ts';

let rooms: TestRooms;
beforeAll(async () => {
  rooms = await startRooms();
});
afterAll(() => rooms.close());

const measure = createTextMeasurer();
const layouter = createLayouter();

function desk(): Editor {
  const editor = new Editor({ shapes: shapeDefinitions, blocks: createBlockDeriver(measure), measure });
  watchBlocks(editor, layouter, measure);
  return editor;
}

async function two(): Promise<Seat<Editor>[]> {
  const ada = await rooms.person();
  const bob = await rooms.person({ name: 'Bob' });
  const fileId = await rooms.file(ada);
  await rooms.share(fileId, bob, 'edit');
  return Promise.all([rooms.sit(fileId, ada, desk()), rooms.sit(fileId, bob, desk())]);
}

const rectangle = (id: string, x: number) => ({ id, type: 'rectangle', x, y: 0, w: 100, h: 50, rotation: 0, parent_id: null, index: 'a0' });
const has = (seat: Seat<Editor>, id: string) => () => seat.desk.document.shapes.has(id);

describe('two editors in one room', () => {
  it('undo only what their own person did [F413]', async () => {
    const [a, b] = await two();
    if (!a || !b) throw new Error('nobody came');
    const [mine, theirs] = [createShapeId(), createShapeId()];
    a.desk.createShapes([rectangle(mine, 0)]);
    b.desk.createShapes([rectangle(theirs, 300)]);
    await Promise.all([until(a.room, has(a, theirs)), until(b.room, has(b, mine))]);
    a.desk.undo();
    await until(b.room, () => !b.desk.document.shapes.has(mine));
    expect(b.desk.document.shapes.has(theirs)).toBe(true);
    expect(a.desk.canUndo).toBe(false);
    expect(b.desk.canUndo).toBe(true);
    a.desk.redo();
    await until(b.room, has(b, mine));
  });

  it('show a text while it is typed, a few stored updates a second, and take it back in one', async () => {
    const [a, b] = await two();
    if (!a || !b) throw new Error('nobody came');
    const id = createShapeId();
    a.desk.createShapes([rectangle(id, 0)]);
    await until(b.room, has(b, id));
    const textAt = (seat: Seat<Editor>) => seat.desk.document.shapes.get(id)?.text;
    let updates = 0;
    a.room.doc.on('update', () => {
      updates += 1;
    });
    const began = performance.now();
    a.desk.startEditing(id);
    for (const letter of 'Words as they are typed') a.desk.changeText(`${a.desk.editing?.text}${letter}`);
    await until(b.room, () => textAt(b) === 'Words as they are typed');
    expect(a.desk.editing?.shape_id).toBe(id);
    expect(updates).toBeLessThanOrEqual(2 + (performance.now() - began) / 300);
    await until(a.room, isSaved(a.room));
    a.desk.commitText();
    a.desk.undo();
    await until(b.room, () => textAt(b) === undefined);
    expect(has(b, id)()).toBe(true);
  });

  it('show a label of a diagram as code while it is typed, and take it back in one', async () => {
    const [a, b] = await two();
    if (!a || !b) throw new Error('nobody came');
    const source = 'flowchart LR\n  api --> db[(Orders)]';
    const id = a.desk.createBlock({ language: 'mermaid', source }) ?? '';
    const node = `${id}/db`;
    const labelAt = (seat: Seat<Editor>) => seat.desk.scene.get(node)?.text;
    await until(b.room, () => labelAt(b) === 'Orders');
    a.desk.startEditing(node);
    for (const letter of ' and invoices') a.desk.changeText(`${a.desk.editing?.text}${letter}`);
    await until(b.room, () => labelAt(b) === 'Orders and invoices');
    expect(a.desk.editing?.shape_id).toBe(node);
    a.desk.changeText('Orders and more');
    a.desk.commitText();
    await until(b.room, () => labelAt(b) === 'Orders and more');
    expect(b.desk.document.blocks.get(id)?.source).toBe('flowchart LR\n  api --> db[(Orders and more)]');
    a.desk.undo();
    await until(b.room, () => labelAt(b) === 'Orders');
    expect(b.desk.document.blocks.get(id)?.source).toBe(source);
  });

  it('show code typed by one as native shapes to the other, and undo the typing in one line with the canvas', async () => {
    const [a, b] = await two();
    if (!a || !b) throw new Error('nobody came');
    const id = a.desk.createBlock({ language: 'mermaid', source: 'erDiagram\n  CUSTOMER ||--o{ ORDER : places' }) ?? '';
    const shown = (seat: Seat<Editor>, node: string) => () => seat.desk.scene.get(`${id}/${node}`) !== undefined;
    await until(b.room, shown(b, 'ORDER'));

    const text = a.room.blockText(id);
    const binding = {};
    a.room.typing.addTrackedOrigin(binding);
    a.room.doc.transact(() => text?.insert(text.length, '\n  ORDER ||--|{ LINE : holds'), binding);
    await until(b.room, shown(b, 'LINE'));
    expect(b.desk.document.blocks.get(id)).toEqual(a.desk.document.blocks.get(id));
    expect(b.desk.document.blocks.get(id)?.layout.LINE).toBeDefined();

    a.desk.undo();
    await until(b.room, () => b.desk.document.blocks.get(id)?.source.includes('LINE') === false);
    expect(shown(b, 'LINE')()).toBe(false);
    a.desk.redo();
    await until(b.room, shown(b, 'LINE'));
    await until(a.room, isSaved(a.room));
  });

  it('keep the picture of a text that is broken for now, for who opens the file later too', async () => {
    const [a, b] = await two();
    if (!a || !b) throw new Error('nobody came');
    const id = a.desk.createBlock({ language: 'mermaid', source: 'erDiagram\n  CUSTOMER ||--o{ ORDER : places' }) ?? '';
    await until(b.room, () => b.desk.scene.get(`${id}/ORDER`) !== undefined);
    a.desk.setBlockSource(id, 'erDiagram\n  CUSTOMER ||--o{');
    await until(b.room, () => b.desk.document.blocks.get(id)?.valid_source !== undefined);
    expect(b.desk.scene.get(`${id}/ORDER`)).toBeDefined();
  });
});
