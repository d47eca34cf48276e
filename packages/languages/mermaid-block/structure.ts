import type { Block, Placement } from '@autograph/document';
import type { AddEdit, ConnectEdit, RegroupEdit, StructureChange, TextPatch } from '@autograph/editor';
import type { TextMeasurer } from '@autograph/geometry';
import type { Refusal } from '../language.ts';
import { firstThatFits } from '../mermaid/first-that-fits.ts';
import { indentAt, lineEndOf, lineOf, newLine } from '../mermaid/lines.ts';
import { newName } from '../new-name.ts';
import { edgeNode } from './derive.ts';
import { parentsOf } from './holding.ts';
import { layoutBlocks } from './layout.ts';
import { allBlocks, type BlockModel, type BlockNode } from './model.ts';
import { parseBlocks } from './parse.ts';
import { takenOut } from './remove.ts';
import { shapes } from './view.ts';

const cannot: Refusal = { refused: 'This does not fit into the text as it is. Write it there.' };
const reserved: ReadonlySet<string> = new Set(['block', 'space', 'end', 'columns', 'style', 'class', 'default', 'root', 'x', 'o']);

/** Writes a new edge after the last one. */
export function connectBlocks(model: BlockModel, block: Block, { from, to }: ConnectEdit): StructureChange | Refusal {
  const [start, end] = [from, to].map((nodeId) => allBlocks(model.children).find((found) => found.nodeId === nodeId)?.id);
  if (start === undefined || end === undefined) return { refused: 'An edge joins two named blocks of its own diagram.' };
  const edges = model.edges.length;
  const fit = firstThatFits(
    block.source,
    parseBlocks,
    [[edgeLine(model, block.source, `${start} --> ${end}`)]],
    (after) => after.edges.length === edges + 1 && allBlocks(after.children).length === allBlocks(model.children).length,
  );
  const made = fit?.model.edges.find(({ id }) => !model.edges.some((edge) => edge.id === id));
  return fit && made ? { patches: fit.patches, layout: {}, made: edgeNode(made.id) } : cannot;
}

/** Writes a new block at the end of the one where it was dropped, with the edge from what it was dragged out of. */
export function addBlock(model: BlockModel, block: Block, edit: AddEdit, measure: TextMeasurer): StructureChange | Refusal {
  const all = allBlocks(model.children);
  const from = all.find(({ nodeId }) => nodeId === edit.from)?.id;
  if (edit.from !== undefined && from === undefined) return { refused: 'An edge joins two named blocks of its own diagram.' };
  const ids = all.flatMap(({ id }) => id ?? []);
  const name = newName({ ids, taken: new Set(ids), reserved, noun: 'part' });
  const group = all.find(({ nodeId, bodyFrom }) => nodeId === edit.group && bodyFrom !== undefined);
  const [, opening = '[', closing = ']'] = Object.values(shapes).find(([outline]) => outline === edit.outline) ?? [];
  const words = `${name}${opening}"New block"${closing}`;
  const edge = from === undefined ? [] : [edgeLine(model, block.source, `${from} --> ${name}`)];
  const ways = places(model, block.source, group, words).map((patch) => together([patch, ...edge]));
  const fit = firstThatFits(block.source, parseBlocks, ways, (after) => {
    const found = allBlocks(after.children).find(({ id }) => id === name);
    return found !== undefined && parentsOf(after).get(name) === group?.nodeId && allBlocks(after.children).length === all.length + 1;
  });
  const box = fit && layoutBlocks(fit.model, block.layout, measure).get(name);
  if (!fit || !box) return cannot;
  const place: Placement = { x: Math.round(edit.at.x - box.w / 2), y: Math.round(edit.at.y - box.h / 2), pinned: true };
  return { patches: fit.patches, layout: { [name]: place }, made: name };
}

/** Moves a block's own words to the end of another block, or of the diagram. */
export function regroup(model: BlockModel, block: Block, { node_id, group }: RegroupEdit): StructureChange | Refusal {
  const all = allBlocks(model.children);
  const moved = all.find(({ nodeId }) => nodeId === node_id);
  const holder = all.find(({ nodeId, bodyFrom }) => nodeId === group && bodyFrom !== undefined);
  if (!moved || moved.type === 'space') return { refused: 'That is no longer in the text.' };
  if (parentsOf(model).get(node_id) === holder?.nodeId) return { patches: [], layout: {} };
  const first = moved.mentions[0];
  if (moved.bodyFrom === undefined && (!first || first.inEdge))
    return { refused: 'An edge is where this block is declared. Move it in the text.' };
  const range = moved.bodyFrom === undefined && first ? { from: first.from, to: first.size?.to ?? first.to } : moved.range;
  const words = block.source.slice(range.from, range.to);
  const alone: BlockModel = {
    children: [{ ...moved, mentions: first && moved.bodyFrom === undefined ? [first] : moved.mentions }],
    edges: [],
    classDefs: new Map(),
    stylings: [],
  };
  const cut = takenOut(alone, block.source, new Set([node_id]));
  const ways = places(model, block.source, holder, words).map((patch) => [...cut, patch]);
  const fit = firstThatFits(block.source, parseBlocks, ways, (after) => {
    const parents = parentsOf(after);
    const stays = all.every(
      ({ nodeId, id }) =>
        id === undefined ||
        (nodeId === node_id ? parents.get(nodeId) === holder?.nodeId : parents.get(nodeId) === parentsOf(model).get(nodeId)),
    );
    return stays && after.edges.length === model.edges.length && allBlocks(after.children).length === all.length;
  });
  return fit
    ? { patches: fit.patches, layout: {} }
    : { refused: 'This cannot go there without changing more of the text. Move its words there.' };
}

/** Where words for a new block may go: behind the last one of its holder in the same line, or in a line of their own. */
function places(model: BlockModel, source: string, holder: BlockNode | undefined, words: string): readonly TextPatch[] {
  const siblings = (holder ?? model).children;
  const last = siblings
    .filter(({ type, mentions }) => type === 'space' || !mentions[0]?.inEdge)
    .toSorted((a, b) => a.range.to - b.range.to)
    .at(-1);
  if (!last) return holder ? [] : [newLine(source, 'block', words)];
  const { to } = last.range;
  const line = lineOf(source, last.range);
  const others = source.slice(line.from, last.range.from).trim();
  const shares = others !== '' && last.bodyFrom === undefined && !/^block\b/.test(others);
  const own = { from: to, to, insert: `${lineEndOf(source)}${indentAt(source, last.range.from) || indentAt(source, line.from)}${words}` };
  return shares ? [{ from: to, to, insert: ` ${words}` }, own] : [own, { from: to, to, insert: ` ${words}` }];
}

/** A new edge behind the last one, else at the end. */
function edgeLine({ edges }: BlockModel, source: string, words: string): TextPatch {
  const last = edges.toSorted((a, b) => a.range.to - b.range.to).at(-1);
  if (!last) return newLine(source, 'block', words);
  const line = lineOf(source, last.range);
  return {
    from: last.range.to,
    to: last.range.to,
    insert: `${lineEndOf(source)}${indentAt(source, line.from) || /^[\t ]*/.exec(source.slice(line.from))?.[0] || ''}${words}`,
  };
}

/** In order; what goes to one place becomes one addition. */
function together(patches: readonly TextPatch[]): readonly TextPatch[] {
  const [first, second] = patches;
  if (first && second && first.from === second.from && first.to === second.to) return [{ ...first, insert: first.insert + second.insert }];
  return patches;
}
