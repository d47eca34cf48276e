import type { Block } from '@autograph/document';
import { DocumentStore, patchText } from '@autograph/editor';
import { createLayouter } from '@autograph/layout';
import { createTextMeasurer } from '@autograph/render';
import { describe, expect, it } from 'vitest';
import { arrange, checkSource, createBlockDeriver, tidy, watchBlocks } from './index.ts';

const measure = createTextMeasurer();
const layouter = createLayouter();

const blockOf = (source: string): Block => ({ id: 'bl_1', language: 'mermaid', source, x: 10, y: 20, index: 'a0', layout: {} });

async function placed(source: string): Promise<Block> {
  const block = blockOf(source);
  return { ...block, layout: await arrange(block, layouter, measure) };
}

describe('blocks of diagrams as code', () => {
  it('encloses what the text shows in a container at the block’s place', async () => {
    const { shapes } = createBlockDeriver(measure).derive(await placed('flowchart LR\n A --> B --> C'));
    const [container, ...contents] = shapes;
    expect(container).toMatchObject({ id: 'bl_1', type: 'block', x: 10, y: 20 });
    for (const { x, y, w, h } of contents) {
      expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
      expect(x + w).toBeLessThanOrEqual(container?.w ?? 0);
      expect(y + h).toBeLessThanOrEqual(container?.h ?? 0);
    }
  });

  it('remembers what it derived, and derives contents anew only when text or layout change', async () => {
    const deriver = createBlockDeriver(measure);
    const block = await placed('flowchart LR\n A --> B');
    const first = deriver.derive(block);
    expect(deriver.derive(block)).toBe(first);
    const moved = deriver.derive({ ...block, x: 500 });
    expect(moved.shapes[0]?.x).toBe(500);
    expect(moved.shapes[1]).toBe(first.shapes[1]);
  });

  it('keeps the last good picture while the text is broken, and says what is wrong [F278]', async () => {
    const block = await placed('flowchart LR\n A --> B');
    const broken = { ...block, source: 'flowchart LR\n A --> B[', valid_source: block.source };
    const { shapes, diagnostics } = createBlockDeriver(measure).derive(broken);
    expect(shapes).toHaveLength(4);
    expect(diagnostics).toMatchObject([{ severity: 'error', line: 2 }]);
  });

  it('leaves what has a place when the text gains something', async () => {
    const before = await placed('flowchart TD\n A --> B\n A --> C');
    const source = `${before.source}\n B --> D\n C --> D`;
    expect(Object.keys(await arrange({ ...before, source }, layouter, measure)).sort()).toEqual(['B->D', 'C->D', 'D']);
  });

  it('places only what is new once something was moved by hand, near what it is linked to and on free ground', async () => {
    const first = await placed('flowchart TD\n A --> B\n A --> C\n B --> D');
    const before = { ...first, layout: { ...first.layout, A: { x: 40, y: 30, ...first.layout.A, pinned: true } } };
    const after = { ...before, source: `${before.source}\n B --> E\n subgraph late\n  F --> G\n end\n C --> F` };
    const fresh = await arrange(after, layouter, measure);
    expect(Object.keys(fresh).sort()).toEqual(expect.arrayContaining(['B->E', 'C->F', 'E', 'F', 'F->G', 'G', 'late']));
    expect(Object.keys(fresh)).not.toContain('A');
    const { shapes } = createBlockDeriver(measure).derive({ ...after, layout: { ...after.layout, ...fresh } });
    const nodes = shapes
      .filter((shape) => shape.type === 'node')
      .map((shape) => {
        const frame = shapes.find(({ id }) => id === shape.parent_id && id !== 'bl_1');
        return { x: shape.x + (frame?.x ?? 0), y: shape.y + (frame?.y ?? 0), w: shape.w, h: shape.h };
      });
    for (const [i, a] of nodes.entries()) {
      for (const b of nodes.slice(i + 1)) expect(a.x + a.w <= b.x || b.x + b.w <= a.x || a.y + a.h <= b.y || b.y + b.h <= a.y).toBe(true);
    }
  });

  it('tidies everything but what is pinned', async () => {
    const block = await placed('flowchart TD\n A --> B --> C');
    const layout = { ...block.layout, B: { x: 700, y: 300, pinned: true }, C: { x: 900, y: 900 } };
    const tidied = await tidy({ ...block, layout }, layouter, measure);
    expect(tidied.B).toEqual(layout.B);
    expect(tidied.C).not.toEqual(layout.C);
  });

  it('lays out after local changes, in the same history entry, until nothing is missing', async () => {
    const document = new DocumentStore();
    const deriver = createBlockDeriver(measure);
    const derivation = (id: string) => {
      const block = document.blocks.get(id);
      return block && deriver.derive(block);
    };
    const stop = watchBlocks({ document, readOnly: false, derivation, notify: () => {} }, layouter, measure);
    const arranged = () =>
      new Promise<void>((resolve) => {
        const off = document.subscribe(({ origin }) => {
          if (origin !== 'layout' || derivation('bl_1')?.unplaced.length !== 0) return;
          off();
          resolve();
        });
      });
    const first = arranged();
    document.apply({ blocks: [['bl_1', blockOf('flowchart TD\n A --> B')]] }, 'local');
    await first;
    const kept = document.blocks.get('bl_1')?.layout.A;
    const second = arranged();
    const now = document.blocks.get('bl_1') ?? blockOf('');
    document.apply({ blocks: [['bl_1', { ...now, source: `${now.source} --> C` }]] }, 'local');
    await second;
    expect(document.blocks.get('bl_1')?.layout).toMatchObject({ A: kept, C: { x: expect.any(Number) } });
    const third = arranged();
    const then = document.blocks.get('bl_1') ?? blockOf('');
    document.apply({ blocks: [['bl_1', { ...then, source: `${then.source}\n A --> D\n A --> E` }]] }, 'local');
    await third;
    const after = document.blocks.get('bl_1') ?? then;
    expect(after.layout.E).toMatchObject({ x: expect.any(Number) });
    for (const id of ['A', 'B', 'C']) {
      expect((after.layout[id]?.x ?? 0) + after.x).toBe((then.layout[id]?.x ?? 0) + then.x);
      expect((after.layout[id]?.y ?? 0) + after.y).toBe((then.layout[id]?.y ?? 0) + then.y);
    }
    stop();
  });

  it('shows other Mermaid types as pictures without a place to be found', () => {
    const { shapes, unplaced, diagnostics } = createBlockDeriver(measure).derive(blockOf('pie title Pets\n "Dogs" : 3\n "Cats" : 1'));
    expect([unplaced, diagnostics]).toEqual([[], []]);
    expect(shapes[1]).toMatchObject({ type: 'picture', parent_id: 'bl_1' });
    const svg = String(Reflect.get(shapes[1] ?? {}, 'svg'));
    expect(svg).toMatch(/^<svg/);
    expect(svg).not.toContain('var(');
  });

  it('says what is wrong in any family and type', () => {
    expect(checkSource('mermaid', 'flowchart TD\n A --> B')).toEqual([]);
    expect(checkSource('mermaid', 'hello')).toMatchObject([
      { severity: 'error', line: 1, message: expect.stringContaining('no diagram type') },
    ]);
    expect(checkSource('mermaid', 'pie\n nonsense here')).toMatchObject([{ severity: 'error', line: 2 }]);
    expect(checkSource('cobol', '')).toMatchObject([{ message: expect.stringContaining('cobol') }]);
  });

  it.each([
    ['a hundred thousand edges', 'mermaid', `flowchart LR\n${'a --> b\n'.repeat(100_000)}`],
    ['lists joined to lists', 'mermaid', `flowchart LR\n${'a & '.repeat(2_000)}b --> ${'c & '.repeat(2_000)}d`],
    ['lists of resources joined to lists', 'eraser', `// cloud\n${'a, '.repeat(2_000)}b > ${'c, '.repeat(2_000)}d`],
    ['twenty thousand messages', 'mermaid', `sequenceDiagram\n${'A->>B: hi\n'.repeat(20_000)}`],
  ])('says that %s are too much, and draws nothing', (_, language, source) => {
    const { shapes, diagnostics } = createBlockDeriver(measure).derive({ ...blockOf(source), language });
    expect(shapes).toHaveLength(1);
    expect(diagnostics).toMatchObject([{ severity: 'error', message: expect.stringContaining('more than 10,000') }]);
  });

  it('goes on showing the last text that was not too much', async () => {
    const before = await placed('flowchart LR\n A --> B');
    const after = { ...before, source: `sequenceDiagram\n${'A->>B: hi\n'.repeat(20_000)}`, valid_source: before.source };
    const { shapes, diagnostics } = createBlockDeriver(measure).derive(after);
    expect(shapes.map(({ id }) => id)).toEqual(
      createBlockDeriver(measure)
        .derive(before)
        .shapes.map(({ id }) => id),
    );
    expect(diagnostics).toMatchObject([{ code: 'too_large', line: 1 }]);
  });

  it.each([
    ['is a megabyte of words', `flowchart LR\n${'hello world '.repeat(90_000)}`],
    ['nests without end', `flowchart LR\n${'subgraph a\n'.repeat(5000)}`],
    ['opens every bracket', `flowchart LR\n a${'[({'.repeat(30_000)}`],
    ['holds control characters', `flowchart LR\n a[\u0000\u0007\u001b] --> b`],
    ['is binary', Array.from({ length: 50_000 }, (_, i) => String.fromCharCode((i * 7919) % 65_536)).join('')],
  ])('stands a text that %s', (_, source) => {
    const { diagnostics, unplaced } = createBlockDeriver(measure).derive(blockOf(source));
    expect(diagnostics.length + unplaced.length).toBeGreaterThan(0);
  });

  it('applies patches that were counted in the text before them', () => {
    const patches = [
      { from: 0, to: 1, insert: 'AA' },
      { from: 3, to: 3, insert: '!' },
    ];
    expect(patchText('abcd', patches)).toBe('AAbc!d');
  });
});
