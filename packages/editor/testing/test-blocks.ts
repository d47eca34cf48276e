import type { Block, Shape } from '@autograph/document';
import type { BlockDeriver } from '../block-deriver.ts';

const base = { rotation: 0, w: 100, h: 50, parent_id: null };

/**
 * A toy language for tests: each line is `id` or `id=label`, a box at its placement; `a->b` is an arrow. A line with `!` does
 * not parse. A change of text patches the line's label, a move its placement; sizes are refused. What is connected or added becomes new
 * lines; groups and an order there are none. A drawing is written as one line a box and an arrow.
 */
export const testBlocks: BlockDeriver = {
  recognise: (text) => (text.startsWith('test\n') ? { language: 'test', source: text } : undefined),
  derive(block) {
    const broken = block.source.includes('!');
    const source = broken ? (block.valid_source ?? '') : block.source;
    const lines = linesOf(source);
    const container: Shape = {
      ...base,
      id: block.id,
      type: 'block',
      x: block.x,
      y: block.y,
      w: 400,
      h: Math.max(300, 60 * lines.length),
      index: block.index,
    };
    const ids = new Set(lines.map(({ id }) => id));
    const shapes = lines.flatMap(({ id, label }, i): Shape[] => {
      const [from, to] = id.split('->');
      const origin = { block_id: block.id, node_id: id };
      const index = `a${i.toString(36).padStart(3, '1')}`;
      const common = { ...base, id: `${block.id}/${id}`, parent_id: block.id, index, origin };
      if (to !== undefined) {
        if (!ids.has(from ?? '') || !ids.has(to) || !block.layout[from ?? ''] || !block.layout[to]) return [];
        const ends = { start: { shape_id: `${block.id}/${from}` }, end: { shape_id: `${block.id}/${to}` } };
        return [{ ...common, type: 'arrow', x: 0, y: 0, ...ends }];
      }
      const place = block.layout[id];
      return place ? [{ ...common, type: 'rectangle', x: place.x, y: place.y, text: label ?? id }] : [];
    });
    const problem = { severity: 'error' as const, message: 'No "!"', line: 1, column: 1, from: 0, to: 1 };
    return {
      shapes: [container, ...shapes],
      diagnostics: broken ? [problem] : [],
      unplaced: lines.map(({ id }) => id).filter((id) => !id.includes('->') && !block.layout[id]),
      ranges: new Map(lines.map(({ id, from, to }) => [id, { from, to }])),
      offers: new Set(broken ? [] : ['connect', 'add']),
    };
  },
  idsOf: (block) => new Set(testBlocks.derive(block).shapes.map(({ id }) => id)),
  edit(block, edits) {
    const layout: Record<string, { x: number; y: number; pinned: boolean } | null> = {};
    const patches = [];
    for (const edit of edits) {
      const line = linesOf(block.source).find(({ id }) => id === edit.node_id);
      if (!line) return { refused: 'This is not in the text.' };
      if (edit.kind === 'remove') {
        patches.push({ from: line.from, to: Math.min(block.source.length, line.to + 1), insert: '' });
        continue;
      }
      const { change } = edit;
      if (change.w !== undefined && change.w !== base.w) return { refused: 'Sizes follow the text.' };
      if (typeof change.x === 'number' || typeof change.y === 'number') layout[line.id] = placed(block, line.id, change);
      if (typeof change.text === 'string') patches.push({ from: line.from, to: line.to, insert: `${line.id}=${change.text}` });
    }
    return { patches: patches.sort((a, b) => a.from - b.from), layout };
  },
  restructure(block, edit) {
    const end = block.source.length;
    if (block.source.includes('!')) return { refused: 'Correct the text first.' };
    if (edit.kind === 'connect') {
      const made = `${edit.from}->${edit.to}`;
      return { patches: [{ from: end, to: end, insert: `\n${made}` }], layout: {}, made };
    }
    if (edit.kind !== 'add') return { refused: 'Groups and an order there are none.' };
    const made = `n${linesOf(block.source).length}`;
    const lines = [made, ...(edit.from === undefined ? [] : [`${edit.from}->${made}`])];
    const place = { x: edit.at.x - base.w / 2, y: edit.at.y - base.h / 2, pinned: true };
    return { patches: [{ from: end, to: end, insert: lines.map((line) => `\n${line}`).join('') }], layout: { [made]: place }, made };
  },
  write({ nodes, edges }) {
    const ids = new Map(nodes.map(({ id }, i) => [id, `n${i}`]));
    const lines = [
      ...nodes.map(({ id, text }) => `${ids.get(id)}=${text}`),
      ...edges.map(({ from, to }) => `${ids.get(from)}->${ids.get(to)}`),
    ];
    return { language: 'toy', source: lines.join('\n'), ids };
  },
};

function placed(block: Block, id: string, change: { readonly x?: number | null; readonly y?: number | null }) {
  const before = block.layout[id];
  return { x: change.x ?? before?.x ?? 0, y: change.y ?? before?.y ?? 0, pinned: true };
}

function linesOf(source: string) {
  let at = 0;
  const known = new Set<string>();
  return source.split('\n').flatMap((line) => {
    const from = at;
    at += line.length + 1;
    const [id = '', label] = line.split('=');
    if (id === '' || known.has(id)) return [];
    known.add(id);
    return [{ id, label, from, to: from + line.length }];
  });
}
