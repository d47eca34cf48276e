import type { Block, ShapeChange } from '@autograph/document';
import type { DerivedShapeEdit, StructureEdit } from '@autograph/editor';
import { createLayouter } from '@autograph/layout';
import { createTextMeasurer } from '@autograph/render';
import { describe, expect, it } from 'vitest';
import { applyBlockEdit } from '../apply-block-edit.ts';
import { arrange } from '../arrange.ts';
import { createBlockDeriver } from '../block-deriver.ts';

const measure = createTextMeasurer();
const deriver = createBlockDeriver(measure);
const source = [
  'architecture-beta',
  '    group api(cloud)[API] %% ours',
  '    group old[Old]',
  '    service db(database)[Database] in api',
  '    service web(server) in api',
  '    service out(internet)[Clients]',
  '    junction j',
  '    db:L -- R:web',
  '    %% by hand',
  '    out:R -[calls]-> L:web{group}',
  '    align row db web out',
  '',
].join('\n');

async function blockOf(text = source): Promise<Block> {
  const empty: Block = { id: 'b', language: 'mermaid', source: text, x: 0, y: 0, index: 'a0', layout: {} };
  return { ...empty, layout: await arrange(empty, createLayouter(), measure) };
}

async function edited(...edits: readonly DerivedShapeEdit[]) {
  const block = await blockOf();
  const result = deriver.edit(block, edits);
  if ('refused' in result) throw new Error(result.refused);
  return { text: applyBlockEdit(block, result).source, layout: result.layout };
}

const changed = (node_id: string, change: ShapeChange) => edited({ kind: 'change', node_id, change });
const removed = (...ids: readonly string[]) => edited(...ids.map((node_id) => ({ kind: 'remove', node_id }) as const));
const call = 'out:R - L:web';

async function restructured(edit: StructureEdit) {
  const block = await blockOf();
  const result = deriver.restructure(block, edit);
  if ('refused' in result) throw new Error(result.refused);
  return { text: applyBlockEdit(block, result).source, made: result.made, layout: result.layout };
}

describe('edits of an architecture diagram on the canvas', () => {
  it('change titles where they stand, and give one where there was none', async () => {
    expect((await changed('db', { text: 'Main [1]' })).text).toBe(source.replace('[Database]', '["Main [1]"]'));
    expect((await changed('web', { text: 'Web' })).text).toBe(source.replace('web(server) in', 'web(server)[Web] in'));
    expect((await changed('api', { text: 'Our API' })).text).toBe(source.replace('[API]', '[Our API]'));
    expect((await changed('db', { text: '' })).text).toBe(source.replace('[Database]', ''));
    await expect(changed('j', { text: 'x' })).rejects.toThrow('no name');
    await expect(changed('db', { fill: 'red' })).rejects.toThrow('no styles');
  });

  it('change words, heads and ends of edges', async () => {
    expect((await changed(call, { text: '' })).text).toBe(source.replace('-[calls]-', '--'));
    expect((await changed('db:L - R:web', { text: 'x' })).text).toBe(source.replace('L -- R', 'L -[x]- R'));
    expect((await changed(call, { start_head: 'triangle', end_head: 'none' })).text).toBe(source.replace('-[calls]->', '<-[calls]-'));
    expect((await changed(call, { end: { shape_id: 'b/j', anchor: { x: 0.5, y: 0 } } })).text).toBe(source.replace('L:web{group}', 'T:j'));
    await expect(changed(call, { end: { shape_id: 'b/old' } })).rejects.toThrow('joins services');
  });

  it('pin what is dragged, and leave the text alone', async () => {
    const { text, layout } = await changed('out', { x: 300, y: 400 });
    expect(text).toBe(source);
    expect(layout).toMatchObject({ out: { x: 300, y: 400, pinned: true } });
    expect(Object.keys(layout)).toEqual(['out']);
  });

  it('take what is deleted out, with what needs it; remarks stay', async () => {
    expect((await removed('db')).text).toBe(
      source
        .replace(/ {4}service db.*\n/, '')
        .replace(/ {4}db:L.*\n/, '')
        .replace('row db web', 'row web'),
    );
    const { text } = await removed('api');
    expect(text).toContain('%% by hand');
    expect(text).not.toMatch(/\b(db|web|align)\b/);
  });

  it('write new edges and services in the manner of the text', async () => {
    expect(await restructured({ kind: 'connect', from: 'j', to: 'db', at: { x: 0, y: 0 } })).toMatchObject({
      text: expect.stringMatching(/web\{group\}\n {4}j:[LRTB] --> [LRTB]:db\n {4}align/),
    });
    const { text, made, layout } = await restructured({ kind: 'add', from: 'db', at: { x: 2000, y: 100 }, group: 'api' });
    expect(text).toBe(
      source
        .replace('[Clients]\n', '[Clients]\n    service unit(server)[New service] in api\n')
        .replace('{group}\n', '{group}\n    db:R --> L:unit\n'),
    );
    expect(made).toBe('unit');
    expect(layout.unit).toMatchObject({ pinned: true });
  });

  it('write what goes into a group or out of it', async () => {
    const regroup = (node_id: string, group: string | null) => restructured({ kind: 'regroup', node_id, group });
    expect((await regroup('out', 'old')).text).toBe(source.replace('[Clients]', '[Clients] in old'));
    expect((await regroup('db', null)).text).toBe(source.replace('[Database] in api', '[Database]'));
    expect((await regroup('old', 'api')).text).toBe(source.replace('[Old]', '[Old] in api'));
    // A group has to stand below the one that holds it.
    expect((await regroup('api', 'old')).text).toBe(
      source.replace(
        '    group api(cloud)[API] %% ours\n    group old[Old]\n',
        '     %% ours\n    group old[Old]\n    group api(cloud)[API] in old\n',
      ),
    );
  });
});

describe('a service that is added in the text', () => {
  it('finds its place where its edge says; all else stays', async () => {
    const before = await blockOf('architecture-beta\nservice a\nservice b\na:R -- L:b');
    const after = { ...before, source: `${before.source}\nservice c\nb:B -- T:c` };
    const found = await arrange(after, createLayouter(), measure);
    expect([found.a, found.b]).toEqual([before.layout.a, before.layout.b]);
    expect(found.c?.x).toBe(found.b?.x);
    const left = { ...before, source: `${before.source}\nservice c\na:L -- R:c` };
    expect((await arrange(left, createLayouter(), measure)).a).toEqual(before.layout.a);
  });
});
