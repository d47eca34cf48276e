import { auth } from '@autograph/auth';
import { collaboration } from '@autograph/collaboration';
import {
  addBlock,
  CanvasDataInput,
  createDiagram,
  duplicateDiagram,
  ErrorBody,
  getDiagram,
  listDiagrams,
  register,
  Session,
  updateBlock,
  updateDiagram,
} from '@autograph/contracts';
import { diagram } from '@autograph/diagram';
import { service as exporting } from '@autograph/export';
import type { Identity } from '@autograph/service-kit';
import { startTestServices, type TestServices } from '@autograph/service-kit/testing/index.ts';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

const password = 'SecurePass123!';

describe('accounts, files and rooms together', () => {
  let services: TestServices;
  let ada: Identity;
  beforeAll(async () => {
    services = await startTestServices([collaboration, diagram, auth, exporting]);
    const made = await services.call(null, register, { body: { email: 'ada@example.com', password, name: 'Ada' } });
    const { user, access_token } = Session.parse(made);
    ada = await services.platform.tokens.verifyAccessToken(access_token);
    expect(ada.user_id).toBe(user.id);
  });
  afterAll(() => services.close());

  it('greet the first account with three examples whose every part is a native shape', async () => {
    const { items } = await services.call(ada, listDiagrams, { query: {} });
    expect(items.map((item) => item.title)).toEqual([
      'Cloud architecture: web shop',
      'Sequence: OAuth code flow with PKCE',
      'ER schema: orders and stock',
    ]);
    const nodes = [
      ['shopper', 'cdn', 'waf', 'web', 'api', 'login', 'worker', 'orders', 'cache', 'invoices', 'payment', 'mail', 'edge', 'app'],
      ['User', 'App', 'Auth', 'API'],
      ['CUSTOMER', 'ADDRESS', 'ORDER', 'ORDER_LINE', 'PAYMENT', 'PRODUCT', 'CATEGORY', 'WAREHOUSE', 'STOCK'],
    ];
    for (const [at, { id, type }] of items.entries()) {
      const { canvas_data, note_content } = await services.call(ada, getDiagram, { params: { id } });
      expect(type).toBe('mixed');
      expect(note_content).toContain('How to use this file');
      expect(canvas_data.shapes.some((shape) => shape.type === 'text' && shape.parent_id === null)).toBe(true);
      const drawn = canvas_data.shapes.flatMap((shape) => shape.origin?.node_id ?? []);
      expect(drawn).toEqual(expect.arrayContaining(nodes[at] ?? []));
      expect(drawn.length).toBeGreaterThan(12);
    }
  });

  it('turn text into shapes, keep their places when the text changes, and refuse text that does not parse', async () => {
    const { id } = await services.call(ada, createDiagram, { body: { title: 'Flow', type: 'canvas' } });
    const first = await services.call(ada, addBlock, { params: { id }, body: { source: 'flowchart LR\n  a[Web] --> b[API]' } });
    const texts = (shapes: typeof first.shapes) => shapes.flatMap((shape) => (shape.type === 'node' ? (shape.text ?? '') : []));
    expect(texts(first.shapes)).toEqual(['Web', 'API']);
    const edge = first.shapes.find((shape) => shape.type === 'arrow');
    expect([edge?.start?.shape_id, edge?.end?.shape_id]).toEqual([`${first.block.id}/a`, `${first.block.id}/b`]);

    const params = { id, block_id: first.block.id };
    const second = await services.call(ada, updateBlock, { params, body: { source: 'flowchart LR\n  a[Web] --> b[API] --> c[(Store)]' } });
    expect(texts(second.shapes)).toEqual(['Web', 'API', 'Store']);
    const place = (shapes: typeof first.shapes, node: string) => {
      const shape = shapes.find((each) => each.origin?.node_id === node);
      return [shape?.x, shape?.y];
    };
    for (const node of ['a', 'b']) expect(place(second.shapes, node)).toEqual(place(first.shapes, node));

    const broken = services.call(ada, updateBlock, { params, body: { source: 'flowchart LR\n  a[Web --> b' } });
    const details = [{ path: 'body.source', line: 2, column: expect.any(Number), message: expect.any(String) }];
    await expect(broken).rejects.toMatchObject({ code: 'syntax_error', details });
    const after = await services.call(ada, getDiagram, { params: { id } });
    expect(after).toMatchObject({ version: second.version, canvas_data: { blocks: [second.block] } });
  });

  it('change content by version and copy it', async () => {
    const shapes = [
      { type: 'rectangle', x: 10, y: 20, w: 100, h: 50, text: 'Box' },
      { type: 'ellipse', x: 200, y: 20, w: 80, h: 80 },
    ];
    const made = await services.call(ada, createDiagram, { body: { title: 'Shapes', type: 'mixed', canvas_data: { shapes } } });
    expect(made.canvas_data.shapes).toMatchObject(shapes);
    const change = (version: number) =>
      services.call(ada, updateDiagram, {
        params: { id: made.id },
        headers: { 'if-match': `"${version}"` },
        body: { title: 'Renamed', note_content: '# Note' },
      });
    const changed = await change(made.version);
    expect(changed).toMatchObject({ title: 'Renamed', note_content: '# Note', canvas_data: made.canvas_data });
    expect(changed.version).toBe(made.version + 1);
    await expect(change(made.version)).rejects.toMatchObject({ code: 'version_conflict' });

    const copy = await services.call(ada, duplicateDiagram, { params: { id: made.id } });
    expect(copy.canvas_data).toEqual(changed.canvas_data);
    expect(copy).toMatchObject({ title: 'Renamed (Copy)', note_content: '# Note' });
  });

  it('take back the canvas that they gave, code and all, as it was', async () => {
    const shapes = [{ type: 'rectangle', x: -300, y: 0, w: 100, h: 50, text: 'Drawn' }];
    const blocks = [{ source: 'flowchart LR\n  a --> b' }, { source: 'erDiagram\n  A ||--o{ B : has' }];
    const made = await services.call(ada, createDiagram, { body: { title: 'Round', type: 'canvas', canvas_data: { shapes }, blocks } });
    const canvas_data = CanvasDataInput.parse(made.canvas_data);
    const headers = { 'if-match': String(made.version) };
    const same = await services.call(ada, updateDiagram, { params: { id: made.id }, headers, body: { canvas_data } });
    expect(same.canvas_data).toEqual(made.canvas_data);

    const moved = canvas_data.shapes.map((shape) => (shape.text === 'Drawn' ? { ...shape, x: -500 } : shape));
    const board = { background: '#20242c' as const, guides: [{ id: 'gd_1', axis: 'x' as const, at: 120 }] };
    const body = { canvas_data: { shapes: moved, blocks: canvas_data.blocks.slice(0, 1), board } };
    const changed = await services.call(ada, updateDiagram, { params: { id: made.id }, headers: { 'if-match': '*' }, body });
    expect(changed.canvas_data.blocks).toEqual(made.canvas_data.blocks.slice(0, 1));
    expect(changed.canvas_data.shapes.find((shape) => shape.text === 'Drawn')?.x).toBe(-500);
    expect(changed.canvas_data.shapes.some((shape) => shape.type === 'entity')).toBe(false);
    expect(changed.canvas_data.board).toEqual(board);

    const unsaid = { canvas_data: { shapes: moved } };
    const kept = await services.call(ada, updateDiagram, { params: { id: made.id }, headers: { 'if-match': '*' }, body: unsaid });
    expect(kept.canvas_data.board).toEqual(board);
    const copy = await services.call(ada, duplicateDiagram, { params: { id: made.id } });
    expect(copy.canvas_data.board).toEqual(board);
  });

  it('are found by the words inside of them [F145]', async () => {
    const draw = async (title: string, text: string) => {
      const shapes = [{ type: 'rectangle', x: 0, y: 0, w: 200, h: 80, text }];
      await services.call(ada, createDiagram, { body: { title, type: 'canvas', canvas_data: { shapes } } });
    };
    await draw('AWS', 'EC2 instances');
    await draw('Store', 'PostgreSQL tables');
    const found = async (q: string) => (await services.call(ada, listDiagrams, { query: { q } })).items.map(({ title }) => title);
    await vi.waitFor(async () => expect(await found('PostgreSQL tables')).toEqual(['Store']), { timeout: 30_000 });
    expect(await found('AWS')).toEqual(['AWS']);
    expect(await found('EC2 instances')).toEqual(['AWS']);
  });

  it('are pictured as they are drawn, again after each change [F144]', async () => {
    const filled = (fill: `#${string}`) => ({
      shapes: [{ id: 'sh_a', type: 'rectangle', x: 0, y: 0, w: 200, h: 200, fill, fill_style: 'solid' as const }],
    });
    const body = { title: 'Pictured', type: 'canvas' as const, canvas_data: filled('#cc0000') };
    const { id } = await services.call(ada, createDiagram, { body });
    /** The middle of the picture that is kept of the file: it is drawn for whoever sees the list. */
    const middle = async () => {
      await services.call(ada, listDiagrams, { query: {} });
      const png = await services.platform.storage.get('diagrams', `thumbnails/${id}.png`);
      const image = await loadImage(png ?? new Uint8Array());
      const context = createCanvas(256, 256).getContext('2d');
      context.drawImage(image, 0, 0);
      return { size: [image.width, image.height], colour: [...context.getImageData(128, 128, 1, 1).data].slice(0, 3) };
    };
    const shows = (colour: readonly number[]) =>
      vi.waitFor(async () => expect(await middle()).toEqual({ size: [256, 256], colour }), { timeout: 60_000, interval: 200 });
    await shows([0xcc, 0, 0]);
    const changed = { canvas_data: filled('#0000cc') };
    await services.call(ada, updateDiagram, { params: { id }, headers: { 'if-match': '*' }, body: changed });
    await shows([0, 0, 0xcc]);
  });

  it('take a connection without a box, and say of everything else what is missing', async () => {
    const boxes = ['a', 'b'].map((id, at) => ({ id, type: 'rectangle', x: at * 300, y: 0, w: 100, h: 50 }));
    const arrow = { type: 'arrow', start: { shape_id: 'a' }, end: { shape_id: 'b' } };
    const made = await services.call(ada, createDiagram, {
      body: { title: 'Joined', type: 'canvas', canvas_data: { shapes: [...boxes, arrow] } },
    });
    expect(made.canvas_data.shapes[2]).toMatchObject({ ...arrow, x: 0, y: 0, w: 0, h: 0 });
    const loose = {
      title: 'Loose',
      type: 'canvas' as const,
      canvas_data: { shapes: [{ ...arrow, end: { x: 5, y: 5 }, x: 0, y: 0, w: 5 }] },
    };
    await expect(services.call(ada, createDiagram, { body: loose })).rejects.toMatchObject({
      code: 'validation_failed',
      details: [{ path: 'body.canvas_data.shapes.0.h', message: 'h is missing' }],
    });
  });

  it('say in plain words which fields are wrong', async () => {
    const wrong = { type: 'drawing', title: 'x'.repeat(300), blocks: [{ source: 7 }] };
    const authorization = `Bearer ${await services.token(ada)}`;
    const answer = await services.host
      .app('diagram')
      .inject({ method: 'POST', url: createDiagram.path, headers: { authorization }, payload: wrong });
    expect([answer.statusCode, ErrorBody.parse(answer.json()).error.details]).toEqual([
      422,
      [
        { path: 'body.title', message: 'Use at most 200 characters.' },
        { path: 'body.type', message: 'type must be one of canvas, note, mixed' },
        { path: 'body.blocks.0.source', message: 'source must be text' },
      ],
    ]);
  });

  it('refuse shapes that no board knows, and make no file of them', async () => {
    const before = (await services.call(ada, listDiagrams, { query: {} })).total;
    const path = 'body.canvas_data.shapes.0.type';
    const unknown = { title: 'Bad', type: 'canvas' as const, canvas_data: { shapes: [{ type: 'nonsense', x: 0, y: 0, w: 1, h: 1 }] } };
    await expect(services.call(ada, createDiagram, { body: unknown })).rejects.toMatchObject({
      code: 'validation_failed',
      details: [{ path }],
    });
    expect((await services.call(ada, listDiagrams, { query: {} })).total).toBe(before);
  });
});
