import { duplicateRoom, listMembers, readRoom, seedRoom, writeRoom } from '@autograph/contracts';
import { files } from '@autograph/database';
import { eq } from '@autograph/database/query.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startRooms, type TestRooms, until } from './testing/start-rooms.ts';

let rooms: TestRooms;
beforeAll(async () => {
  rooms = await startRooms();
});
afterAll(() => rooms.close());

const er = 'erDiagram\n  CUSTOMER ||--o{ ORDER : places';

async function file() {
  const ada = await rooms.person();
  const file_id = await rooms.file(ada);
  return { ada, file_id, params: { file_id } };
}

const box = (id: string, x = 0) => ({ id, type: 'rectangle', x, y: 0, w: 100, h: 50, rotation: 0, parent_id: null });

describe('writing into a room over HTTP', () => {
  it('seeds a file, lays its code out, and stores what readers and search need', async () => {
    const { ada, file_id, params } = await file();
    const content = await rooms.call(seedRoom, {
      params,
      query: { by: ada.user_id },
      body: {
        note_content: '# Shop',
        canvas_data: { shapes: [box('one'), box('two', 200)], blocks: [] },
        blocks: [{ language: 'mermaid', source: er }],
      },
    });
    expect(content.version).toBe(2);
    const { shapes, blocks } = content.canvas_data;
    expect(shapes.slice(0, 2).map((shape) => shape.id)).toEqual(['one', 'two']);
    expect(blocks).toHaveLength(1);
    const derived = shapes.filter((shape) => shape.origin?.block_id === blocks[0]?.id);
    expect(derived.length).toBeGreaterThan(2);
    const [row] = await rooms.services.platform.db.select().from(files).where(eq(files.id, file_id));
    expect(row).toMatchObject({ noteContent: '# Shop', version: 2, updatedBy: ada.user_id });
    expect(row?.searchText).toContain('CUSTOMER');
    expect(row?.canvasData).toMatchObject({ blocks: [{ source: er }] });
    expect(await rooms.call(readRoom, { params })).toEqual(content);
    await expect(rooms.call(seedRoom, { params, query: {}, body: { note_content: 'again' } })).rejects.toMatchObject({
      code: 'version_conflict',
    });
  });

  it('appears at once in an open editor, and keeps what is being typed there [F127]', async () => {
    const { ada, file_id, params } = await file();
    const seat = await rooms.enter(file_id, ada);
    seat.room.note.insert(0, 'Ada writes here. The end.');
    const answer = await rooms.call(writeRoom, { params, query: {}, body: { add_block: { language: 'mermaid', source: er } } });
    await until(seat.room, () => seat.desk.document.blocks.size === 1);
    expect(seat.desk.document.blocks.get(answer.block_id ?? '')?.source).toBe(er);
    expect(Object.keys(seat.desk.document.blocks.get(answer.block_id ?? '')?.layout ?? {})).toEqual(
      expect.arrayContaining(['CUSTOMER', 'ORDER']),
    );
    expect(answer.shapes?.length).toBeGreaterThan(2);

    seat.room.note.insert(11, '(still) ');
    await until(seat.room, () => seat.room.saved === 'saved');
    const note = seat.room.note.toString().replace('The end.', 'The END.');
    await rooms.call(writeRoom, { params, query: {}, body: { note_content: note } });
    await until(seat.room, () => seat.room.note.toString().endsWith('END.'));
    expect(seat.room.note.toString()).toBe('Ada writes (still) here. The END.');
  });

  it('replaces the text of a block without moving what has a place', async () => {
    const { params } = await file();
    const added = await rooms.call(writeRoom, { params, query: {}, body: { add_block: { language: 'mermaid', source: er } } });
    const set = { id: added.block_id ?? '', source: `${er}\n  ORDER ||--|{ LINE : holds` };
    const changed = await rooms.call(writeRoom, { params, query: {}, body: { set_block: set } });
    expect(changed.block?.source).toBe(set.source);
    expect(changed.block?.layout).toMatchObject({ CUSTOMER: added.block?.layout.CUSTOMER, ORDER: added.block?.layout.ORDER });
    expect(changed.block?.layout.LINE).toBeDefined();
  });

  it('names the line of a syntax error and changes nothing', async () => {
    const { params } = await file();
    const bad = { language: 'mermaid', source: 'erDiagram\n  CUSTOMER ||--o{' };
    await expect(rooms.call(writeRoom, { params, query: {}, body: { note_content: 'x', add_block: bad } })).rejects.toMatchObject({
      code: 'syntax_error',
      details: [{ line: expect.any(Number), column: expect.any(Number) }],
    });
    expect(await rooms.call(readRoom, { params })).toMatchObject({ version: 1, note_content: '', canvas_data: { shapes: [], blocks: [] } });
  });

  it('refuses a write that is based on an old version, and shapes that are none', async () => {
    const { params } = await file();
    const first = await rooms.call(writeRoom, {
      params,
      query: {},
      body: { if_version: 1, canvas_data: { shapes: [box('one')], blocks: [] } },
    });
    expect(first.version).toBe(2);
    await expect(rooms.call(writeRoom, { params, query: {}, body: { if_version: 1, note_content: 'late' } })).rejects.toMatchObject({
      code: 'version_conflict',
    });
    const odd = { ...box('odd'), type: 'trojan' };
    await expect(rooms.call(writeRoom, { params, query: {}, body: { canvas_data: { shapes: [odd], blocks: [] } } })).rejects.toMatchObject({
      code: 'validation_failed',
    });
    const second = await rooms.call(writeRoom, {
      params,
      query: {},
      body: { if_version: 2, canvas_data: { shapes: [box('two')], blocks: [] } },
    });
    expect(second.canvas_data.shapes.map((shape) => shape.id)).toEqual(['two']);
  });

  it('copies a file without its history', async () => {
    const from = await file();
    const to = await file();
    await rooms.call(seedRoom, {
      params: from.params,
      query: {},
      body: { note_content: 'n', blocks: [{ language: 'mermaid', source: er }] },
    });
    const copy = await rooms.call(duplicateRoom, { params: to.params, query: {}, body: { from: from.file_id } });
    const original = await rooms.call(readRoom, { params: from.params });
    expect(copy.canvas_data).toEqual(original.canvas_data);
    await rooms.call(writeRoom, { params: to.params, query: {}, body: { note_content: 'changed' } });
    expect((await rooms.call(readRoom, { params: from.params })).note_content).toBe('n');
  });

  it('lists who is in a room [F386]', async () => {
    const { ada, file_id, params } = await file();
    await rooms.enter(file_id, ada);
    await rooms.enter(file_id, ada);
    const { room, members } = await rooms.call(listMembers, { params });
    expect(room).toBe(`file:${file_id}`);
    expect(members.map((member) => member.user_id)).toEqual([ada.user_id, ada.user_id]);
  });

  it('answers for a file that does not exist', async () => {
    const params = { file_id: crypto.randomUUID() };
    await expect(rooms.call(readRoom, { params })).rejects.toMatchObject({ code: 'not_found' });
    await expect(rooms.call(writeRoom, { params, query: {}, body: { note_content: 'x' } })).rejects.toMatchObject({ code: 'not_found' });
  });
});
