import type { Block, Placement } from '@autograph/document';
import { DocumentStore } from '@autograph/editor';
import { type Box, boxBetween, boxesIntersect } from '@autograph/geometry';
import { createLayouter, type Layouter } from '@autograph/layout';
import { createTextMeasurer } from '@autograph/render';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { arrange, createBlockDeriver, placedSource, takePlaces, watchBlocks } from './index.ts';

const measure = createTextMeasurer();
const layouter = createLayouter();

/** A tree of 25 nodes, three below each. */
const tree = (direction: string) =>
  [`flowchart ${direction}`, ...Array.from({ length: 24 }, (_, i) => `  n${Math.floor(i / 3)} --> n${i + 1}`)].join('\n');

async function placed(source: string): Promise<Block> {
  const block: Block = { id: 'bl_1', language: 'mermaid', source, x: 0, y: 0, index: 'a0', layout: {} };
  return { ...block, layout: await arrange(block, layouter, measure) };
}

/** A board with one diagram that is kept laid out, by a layouter that answers only when it is let. */
function desk(block: Block) {
  const document = new DocumentStore();
  const deriver = createBlockDeriver(measure);
  const derivation = (id: string) => {
    const found = document.blocks.get(id);
    return found && deriver.derive(found);
  };
  const asked: (() => void)[] = [];
  const patient: Layouter = (graph) => new Promise((resolve) => asked.push(() => resolve(layouter(graph))));
  document.apply({ blocks: [[block.id, block]] }, 'remote');
  const awaited = new Set<() => void>();
  const after = (_: number, act: () => void) => {
    awaited.add(act);
    return () => void awaited.delete(act);
  };
  const stop = watchBlocks({ document, readOnly: false, derivation, notify: () => {} }, patient, measure, { after });
  const settled = () => new Promise<void>((resolve) => setTimeout(resolve));
  return {
    get block() {
      return document.blocks.get(block.id) ?? block;
    },
    /** Of the nodes, on the page. */
    boxes() {
      const corner = this.block;
      const shapes = derivation(block.id)?.shapes.filter(({ type }) => type === 'node') ?? [];
      return new Map(
        shapes.map(({ origin, x, y, w, h }): [string, Box] => [origin?.node_id ?? '', { x: x + corner.x, y: y + corner.y, w, h }]),
      );
    },
    type(source: string) {
      document.apply({ blocks: [[block.id, { ...this.block, source }]] }, 'typed');
      return settled();
    },
    /** Another person has typed, and perhaps placed what is new. */
    receive(change: Partial<Block>) {
      document.apply({ blocks: [[block.id, { ...this.block, ...change }]] }, 'remote');
    },
    move(id: string, placement: Placement) {
      document.apply({ blocks: [[block.id, { ...this.block, layout: { ...this.block.layout, [id]: placement } }]] }, 'local');
      return settled();
    },
    othersHadTime() {
      for (const act of awaited) act();
      return settled();
    },
    asked,
    async layOut() {
      const told = new Promise<void>((resolve) => {
        const off = document.subscribe(() => {
          off();
          resolve();
        });
      });
      asked.shift()?.();
      await told;
    },
    stop,
  };
}

describe('keeping diagrams laid out while their text is typed', () => {
  it('leaves all where a file tells that it stands, and leads the arrows there', async () => {
    const file = 'flowchart LR\n  A --> B\n  B --> C\n%% autograph: A=300,200! B=40,60 C=40,300\n';
    const board = desk({ id: 'bl_1', language: 'mermaid', x: 0, y: 0, index: 'a0', ...takePlaces('mermaid', file) });
    await vi.waitFor(() => expect(board.block.layout['A->B']).toBeDefined());
    const places = [...board.boxes()].map(([id, { x, y }]) => [id, x, y]);
    expect(places).toEqual([
      ['A', 300, 200],
      ['B', 40, 60],
      ['C', 40, 300],
    ]);
    expect(takePlaces('mermaid', placedSource(board.block)).layout).toMatchObject({
      A: { x: 300, y: 200, pinned: true },
      B: { x: 40, y: 60 },
    });
    board.stop();
  });

  it('takes a pasted line that tells where things stand by its word, and leaves one alone that is being typed', async () => {
    const board = desk(await placed('flowchart LR\n a --> b'));
    await board.type('flowchart LR\n A --> B\n%% autograph: A=300,200! B=40,60\n');
    expect(board.block.source).toBe('flowchart LR\n A --> B\n');
    expect(board.block.layout).toMatchObject({ A: { x: 300, y: 200, pinned: true }, B: { x: 40, y: 60 } });
    for (const typed of ['%% autograph:', '%% autograph: A=1,', '%% autograph: A=1,2']) {
      await board.type(`flowchart LR\n A --> B\n${typed}`);
      expect(board.block.source).toContain(typed);
    }
    board.stop();
  });

  it('keeps a node that is renamed in the text where it was, and asks for no layout', async () => {
    const board = desk(await placed('flowchart LR\n A --> B\n B -->|next| C'));
    const { x, y, w, h } = board.boxes().get('B') ?? { x: 0, y: 0, w: 0, h: 0 };
    const others = board.boxes();
    await board.type('flowchart LR\n A --> Bo\n Bo -->|next| C');
    const now = board.boxes().get('Bo') ?? { x: 0, y: 0, w: 0, h: 0 };
    expect([now.x + now.w / 2, now.y + now.h / 2]).toEqual([expect.closeTo(x + w / 2, 0), expect.closeTo(y + h / 2, 0)]);
    expect([board.boxes().get('A'), board.boxes().get('C')]).toEqual([others.get('A'), others.get('C')]);
    expect(Object.keys(board.block.layout).sort()).toEqual(['A', 'A->Bo', 'Bo', 'Bo->C', 'C']);
    expect(board.asked).toEqual([]);
    board.stop();
  });

  it('keeps what a person did to a node through its renaming', async () => {
    const block = await placed('flowchart LR\n A --> B');
    const board = desk({ ...block, layout: { ...block.layout, B: { x: 400, y: 300, w: 210, h: 90, pinned: true } } });
    await board.type('flowchart LR\n A --> Bee');
    expect(board.block.layout.Bee).toEqual({ x: 400, y: 300, w: 210, h: 90, pinned: true });
    board.stop();
  });

  it('makes room for a name that is too long for its place, and moves nothing else', async () => {
    const source = 'flowchart TD\n R --> A\n R --> B\n R --> C';
    const board = desk(await placed(source));
    const before = board.boxes();
    await board.type(source.replace('B', 'Bartholomew_the_third'));
    const { Bartholomew_the_third: grown, ...others } = Object.fromEntries(board.boxes());
    expect([others.R, others.A?.y, others.C?.y]).toEqual([before.get('R'), before.get('A')?.y, before.get('C')?.y]);
    for (const box of Object.values(others)) expect(grown && boxesIntersect(box, grown)).toBe(false);
    expect(board.asked).toEqual([]);
    board.stop();
  });

  it.each(['TD', 'BT', 'LR', 'RL'])(
    'shows what is typed in a chart that runs %s at once, clear of everything, moving nothing, and asks for no layout',
    async (direction) => {
      const start = await placed(tree(direction));
      await fc.assert(
        fc.asyncProperty(fc.nat(24), fc.boolean(), async (at, onward) => {
          const board = desk(start);
          const before = board.boxes();
          await board.type(`${start.source}\n  ${onward ? `n${at} --> new` : `new --> n${at}`}`);
          const { new: added, ...others } = Object.fromEntries(board.boxes());
          expect(others).toEqual(Object.fromEntries(before));
          for (const box of before.values()) expect(added && boxesIntersect(box, added)).toBe(false);
          expect(board.asked).toEqual([]);
          board.stop();
        }),
        { numRuns: 8 },
      );
    },
  );

  it('puts a newcomer one rank on from what it is linked to', async () => {
    const start = await placed(tree('TD'));
    const board = desk(start);
    await board.type(`${start.source}\n  n24 --> new`);
    const [leaf, added] = [board.boxes().get('n24'), board.boxes().get('new')];
    expect(added?.y).toBeGreaterThan((leaf?.y ?? 0) + (leaf?.h ?? 0));
    expect(Math.abs((added?.x ?? 0) - (leaf?.x ?? 0))).toBeLessThan(100);
    board.stop();
  });

  it('lays out as a whole a text of which most is new, as long as nobody has placed anything', async () => {
    const start = await placed('flowchart TD\n A --> B');
    const board = desk(start);
    await board.type(`${start.source}\n B --> C --> D\n C --> E`);
    expect(board.asked).toHaveLength(1);
    await board.layOut();
    expect(board.block.layout).toEqual((await placed(board.block.source)).layout);
    board.stop();
  });

  it('leaves what a person has moved while the layout ran', async () => {
    const start = await placed('flowchart TD\n A --> B');
    const board = desk(start);
    await board.type(`${start.source}\n B --> C --> D\n C --> E`);
    await board.move('B', { x: 900, y: 700, pinned: true });
    await board.layOut();
    expect(board.block.layout.B).toEqual({ x: 900, y: 700, pinned: true });
    expect([...board.boxes().keys()].sort()).toEqual(['A', 'B', 'C', 'D', 'E']);
    board.stop();
  });

  it('leads the edges of a node that a person has moved around what lies between', async () => {
    const board = desk(await placed('flowchart LR\n A --> B --> C --> D'));
    const before = board.boxes();
    const { x, y } = before.get('A') ?? { x: 0, y: 0 };
    await board.move('D', { x: x - 200, y, pinned: true });
    const after = board.boxes();
    for (const id of ['A', 'B', 'C']) expect(after.get(id)).toEqual(before.get(id));
    const route = (board.block.layout['C->D']?.points ?? []).map(([px = 0, py = 0]) => ({ x: px + board.block.x, y: py + board.block.y }));
    expect(route.length).toBeGreaterThan(3);
    for (const id of ['A', 'B']) {
      const box = after.get(id) ?? { x: 0, y: 0, w: 0, h: 0 };
      for (const [i, to] of route.entries()) expect(boxesIntersect(boxBetween(route[i - 1] ?? to, to), box)).toBe(false);
    }
    board.stop();
  });

  describe('that others type', () => {
    it('places what nobody else does, since it was whole only in what two typed together', async () => {
      const start = await placed(tree('LR'));
      const board = desk(start);
      const before = board.boxes();
      board.receive({ source: `${start.source}\n  n5 --> last` });
      expect(board.boxes().has('last')).toBe(false);
      await board.othersHadTime();
      const { last, ...others } = Object.fromEntries(board.boxes());
      expect(last).toBeDefined();
      expect(others).toEqual(Object.fromEntries(before));
      board.stop();
    });

    it('leaves it to them while they do it', async () => {
      const start = await placed(tree('LR'));
      const board = desk(start);
      const source = `${start.source}\n  n5 --> last`;
      board.receive({ source });
      const { layout } = await placed(source);
      board.receive({ layout });
      await board.othersHadTime();
      expect(board.block.layout).toEqual(layout);
      board.stop();
    });

    it('places nothing once it has been stopped', async () => {
      const start = await placed(tree('LR'));
      const board = desk(start);
      board.receive({ source: `${start.source}\n  n5 --> last` });
      board.stop();
      await board.othersHadTime();
      expect(board.block.layout).toEqual(start.layout);
    });
  });
});
