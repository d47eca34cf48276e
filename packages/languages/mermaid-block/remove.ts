import type { TextPatch } from '@autograph/editor';
import type { Range } from '../mermaid/cursor.ts';
import { wholeLine } from '../mermaid/lines.ts';
import { edgeNode } from './derive.ts';
import { allBlocks, type BlockModel, type BlockNode, type Edge, type Mention, type Styling } from './model.ts';

/** What goes with blocks: all that is in them, and edges that lose an end. */
export function goneWith(model: BlockModel, ids: ReadonlySet<string>): ReadonlySet<string> {
  const blocks = allBlocks(model.children).filter(({ nodeId }) => ids.has(nodeId));
  const inside = blocks.flatMap((block) => [block, ...allBlocks(block.children)]);
  const named = new Set(inside.map(({ id }) => id));
  const edges = model.edges.filter(({ id, from, to }) => ids.has(edgeNode(id)) || named.has(from) || named.has(to));
  return new Set([...inside.map(({ nodeId }) => nodeId), ...edges.map(({ id }) => edgeNode(id))]);
}

/** Takes blocks out where they are named, edges with their lines, and lines that style what is gone. What else an edge declares stays. */
export function takenOut(model: BlockModel, source: string, gone: ReadonlySet<string>): readonly TextPatch[] {
  const blocks = allBlocks(model.children).filter(({ nodeId }) => gone.has(nodeId));
  const names = new Set(blocks.flatMap(({ id }) => id ?? []));
  const composite = blocks.filter(({ bodyFrom }) => bodyFrom !== undefined);
  const within = (range: Range) => composite.some((outer) => range.from > outer.range.from && range.to <= outer.range.to);
  const edges = model.edges.filter(({ id, range }) => gone.has(edgeNode(id)) && !within(range));
  const kept = (mention: Mention, id: string) => !gone.has(id) && isDeclaredBy(model, id, mention);
  return [
    ...composite.filter(({ range }) => !within(range)).map(({ range }) => withBlanks(source, range)),
    ...edges.map((edge) => withoutEdge(source, edge, kept)),
    ...blocks.flatMap((block) => standalone(block, within).map((range) => withBlanks(source, range))),
    ...model.stylings.filter(({ range }) => !within(range)).flatMap((styling) => fewer(styling, source, names)),
  ];
}

/** Where statements of their own name a block. */
function standalone({ mentions, bodyFrom, type, range }: BlockNode, within: (range: Range) => boolean): readonly Range[] {
  if (bodyFrom !== undefined || type === 'space') return bodyFrom === undefined && !within(range) ? [range] : [];
  return mentions
    .filter(({ inEdge }) => !inEdge)
    .map(({ from, to, size }) => ({ from, to: size?.to ?? to }))
    .filter((place) => !within(place));
}

/** Whether an edge is where a block is named first, or given its words. */
function isDeclaredBy(model: BlockModel, id: string, mention: Mention): boolean {
  const block = allBlocks(model.children).find((found) => found.id === id);
  return block?.mentions[0] === mention || mention.brackets !== undefined;
}

function withoutEdge(source: string, { range, ends, from, to }: Edge, kept: (mention: Mention, id: string) => boolean): TextPatch {
  const left = [kept(ends[0], from) ? ends[0] : undefined, kept(ends[1], to) ? ends[1] : undefined].flatMap((end) => end ?? []);
  if (left.length === 0) return withBlanks(source, range);
  return { ...range, insert: left.map((end) => source.slice(end.from, end.size?.to ?? end.to)).join(' ') };
}

/** A statement with its whole line when nothing else stands there, else with the blanks before or behind it. */
function withBlanks(source: string, range: Range): TextPatch {
  const whole = wholeLine(source, range);
  if (whole.from < range.from || whole.to > range.to) return whole;
  const before = /[\t ]+$/.exec(source.slice(0, range.from))?.[0].length ?? 0;
  const isFirst = /(?:^|\n)[\t ]*$/.test(source.slice(0, range.from));
  if (!isFirst) return { from: range.from - before, to: range.to, insert: '' };
  return { from: range.from, to: range.to + (/^[\t ]+/.exec(source.slice(range.to))?.[0].length ?? 0), insert: '' };
}

function fewer({ names, range }: Styling, source: string, gone: ReadonlySet<string>): readonly TextPatch[] {
  const out = names.filter(({ text }) => gone.has(text));
  if (out.length === 0) return [];
  if (out.length === names.length) return [wholeLine(source, range)];
  return out.map(({ from, to }) => {
    const after = /^\s*,\s*/.exec(source.slice(to))?.[0];
    if (after !== undefined) return { from, to: to + after.length, insert: '' };
    return { from: from - (/,\s*$/.exec(source.slice(0, from))?.[0].length ?? 0), to, insert: '' };
  });
}
