import { CanvasDataInput, duplicateRoom, readRoom, writeRoom } from '@autograph/contracts';
import { documentUpdates, files } from '@autograph/database';
import { eq, sql } from '@autograph/database/query.ts';
import type { Shape } from '@autograph/document';
import { schemaOf } from '@autograph/shapes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { isSaved, startRooms, type TestRooms, until } from './testing/start-rooms.ts';

let rooms: TestRooms;
beforeAll(async () => {
  rooms = await startRooms();
});
afterAll(() => rooms.close());

const box = { x: 0, y: 0, w: 100, h: 50, rotation: 0, parent_id: null, index: 'a0' };
const bad: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  hologram: { ...box, id: 'hologram', type: 'hologram', glow: { at: [1, 2] } },
  nan: { ...box, id: 'nan', type: 'rectangle', x: Number.NaN },
  long: { ...box, id: 'long', type: 'rectangle', text: 'x'.repeat(200_000) },
  deep: { ...box, id: 'deep', type: 'rectangle', fill: JSON.parse('['.repeat(200) + ']'.repeat(200)) },
};

const badBlock = { id: 'code', language: 'mermaid', source: `flowchart LR\n${'%'.repeat(200_000)}`, x: 5, y: 6, index: 'a1', layout: {} };

/** A file that some other version of the product has left. */
async function oldFile() {
  const ada = await rooms.person();
  const file_id = await rooms.file(ada);
  const doc = new Y.Doc();
  for (const [id, record] of Object.entries(bad)) doc.getMap('shapes').set(id, new Y.Map(Object.entries(record)));
  doc.getMap('blocks').set('code', new Y.Map(Object.entries({ ...badBlock, source: new Y.Text(badBlock.source), layout: new Y.Map() })));
  const { db } = rooms.services.platform;
  await db.insert(documentUpdates).values({ fileId: file_id, update: Y.encodeStateAsUpdate(doc) });
  await db.update(files).set({ version: sql`version + 1` }).where(eq(files.id, file_id));
  return { ada, file_id, params: { file_id } };
}

const rawOf = (doc: Y.Doc) => doc.getMap('shapes').toJSON();
const byId = (shapes: readonly Shape[]) => Object.fromEntries(shapes.map((shape) => [shape.id, shape]));

/** As a caller gets it, and gives it back. */
const asSent = (canvas: object) => CanvasDataInput.parse(JSON.parse(JSON.stringify(canvas)));

describe('a file with shapes that this version cannot read', () => {
  it('answers placeholders that say why and keep all, and takes them back with nothing changed', async () => {
    const { ada, file_id, params } = await oldFile();
    const { canvas_data } = await rooms.call(readRoom, { params });
    expect(byId(canvas_data.shapes)).toMatchObject({
      hologram: { type: 'placeholder', kind: 'hologram', x: 0, w: 100, kept: expect.stringContaining('"glow":{"at":[1,2]}') },
      nan: { type: 'placeholder', problem: 'Its x cannot be read.', w: 100 },
      long: { type: 'placeholder', problem: 'Its text is too long: 200,000 characters.' },
      deep: { type: 'placeholder' },
      code: { type: 'placeholder', of: 'block', problem: 'Its source is too long: 200,013 characters.', x: 5 },
    });
    const seat = await rooms.enter(file_id, ada);
    const shapes = canvas_data.shapes.map((shape) => (shape.id === 'hologram' ? { ...shape, x: 70 } : shape));
    const one = { ...box, id: 'one', type: 'rectangle' };
    await rooms.call(writeRoom, { params, query: {}, body: { canvas_data: asSent({ shapes: [...shapes, one], blocks: [] }) } });
    await until(seat.room, () => seat.desk.document.shapes.has('one'));
    expect(rawOf(seat.room.doc)).toEqual({ ...bad, hologram: { ...bad.hologram, x: 70 }, one });
    expect(seat.room.doc.getMap('blocks').toJSON()).toEqual({ code: badBlock });
  });

  it('is edited by people with nothing of it changed', async () => {
    const { ada, file_id } = await oldFile();
    const seat = await rooms.enter(file_id, ada);
    const one = { ...box, id: 'one', type: 'rectangle' };
    seat.desk.document.apply({ shapes: [['one', one]] }, 'local');
    const shown = seat.desk.document.shapes.get('deep');
    if (shown) seat.desk.document.apply({ shapes: [['deep', { ...shown, y: 9 }]] }, 'local');
    await until(seat.room, isSaved(seat.room));
    expect(seat.room.problem).toBeNull();
    expect(rawOf(seat.room.doc)).toEqual({ ...bad, deep: { ...bad.deep, y: 9 }, one });
    const code = seat.desk.document.shapes.get('code');
    if (code) seat.desk.document.apply({ shapes: [['code', { ...code, x: 30 }]] }, 'local');
    await until(seat.room, isSaved(seat.room));
    expect(seat.room.doc.getMap('blocks').toJSON()).toEqual({ code: { ...badBlock, x: 30 } });
    seat.desk.document.apply({ shapes: [['code', null]] }, 'local');
    if (code) seat.desk.document.apply({ shapes: [['code', code]] }, 'local');
    await until(seat.room, isSaved(seat.room));
    expect(seat.room.problem).toBeNull();
    expect(seat.room.doc.getMap('shapes').toJSON().code).toEqual(code);
  });

  it('is copied with all that it keeps', async () => {
    const from = await oldFile();
    const to = await rooms.file(from.ada);
    const copy = await rooms.call(duplicateRoom, { params: { file_id: to }, query: {}, body: { from: from.file_id } });
    const { canvas_data } = await rooms.call(readRoom, { params: from.params });
    // What only lacks a place gets the one where it is shown.
    const { nan, ...others } = byId(copy.canvas_data.shapes);
    const { nan: before, ...originals } = byId(canvas_data.shapes);
    expect(others).toEqual(originals);
    expect(nan).toEqual({ ...box, id: 'nan', type: 'rectangle', x: before?.x });
  });

  it('takes no more of them from the API, and says which', async () => {
    const { params } = await oldFile();
    const write = (shape: object) =>
      rooms.call(writeRoom, {
        params,
        query: {},
        body: { canvas_data: { shapes: [{ ...box, type: 'rectangle', ...shape }], blocks: [] } },
      });
    await expect(write({ id: 'new', type: 'hologram' })).rejects.toMatchObject({ code: 'validation_failed' });
    await expect(write({ id: 'new', text_spans: 7 })).rejects.toMatchObject({ code: 'validation_failed' });
  });

  it('lets in the kinds of a newer version, which those who know them see', async () => {
    const ada = await rooms.person();
    const file_id = await rooms.file(ada);
    const newer = await rooms.enter(file_id, ada);
    newer.desk.document.apply({ shapes: [['h', { ...box, id: 'h', type: 'hologram' }]] }, 'local');
    await until(newer.room, isSaved(newer.room));
    expect(newer.room.problem).toBeNull();
    const older = await rooms.enter(file_id, ada, rooms.url, schemaOf);
    await until(older.room, () => older.desk.document.shapes.has('h'));
    expect(older.desk.document.shapes.get('h')?.type).toBe('placeholder');
    const placeholder = older.desk.document.shapes.get('h');
    if (placeholder) older.desk.document.apply({ shapes: [['h', { ...placeholder, x: 30 }]] }, 'local');
    await until(newer.room, () => newer.desk.document.shapes.get('h')?.x === 30);
    expect(newer.desk.document.shapes.get('h')).toEqual({ ...box, id: 'h', type: 'hologram', x: 30 });
  });
});
