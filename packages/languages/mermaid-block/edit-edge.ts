import type { Block, ShapeChange, Terminal } from '@autograph/document';
import type { TextPatch } from '@autograph/editor';
import type { Patches } from '../collect-edits.ts';
import { quotedSource } from '../mermaid/label.ts';
import { allBlocks, type BlockModel, type Edge } from './model.ts';
import { edgeText } from './view.ts';

const sayable: ReadonlySet<string> = new Set(['text', 'start', 'end', 'start_head', 'end_head', 'stroke_style', 'stroke_width', 'route']);

interface Arrow {
  readonly start: string;
  readonly line: 'solid' | 'thick' | 'dotted';
  readonly end: string;
}

/** Other words on an edge, another line or other heads, or other ends. */
export function changeEdge(model: BlockModel, block: Block, edge: Edge, said: ShapeChange): Patches {
  if (Object.keys(said).some((key) => !sayable.has(key)))
    return { refused: 'Mermaid knows no such styles for the edges of a block diagram.' };
  const text = said.text === undefined ? edgeText(edge) : (said.text ?? '').trim();
  const before = arrowOf(edge.arrow);
  const after: Arrow = {
    start: headSource(said.start_head, before.start, '<'),
    line: lineOf(said, before.line),
    end: headSource(said.end_head, before.end, '>'),
  };
  const patches: TextPatch[] = [];
  const same = before.start === after.start && before.line === after.line && before.end === after.end;
  if (same && edge.labelRange && text !== '' && text !== edgeText(edge)) patches.push({ ...edge.labelRange, insert: quotedSource(text) });
  else if (!same || text !== edgeText(edge)) patches.push({ ...edge.link, insert: linkSource(after, text) });
  for (const [at, terminal] of [said.start, said.end].entries()) {
    const moved = moveEnd(model, block, edge, at, terminal);
    if ('refused' in moved) return moved;
    patches.push(...moved);
  }
  return patches;
}

function arrowOf(arrow: string): Arrow {
  const start = /^[xo<]/.exec(arrow)?.[0] ?? '';
  const end = /[xo>]$/.exec(arrow)?.[0] ?? '';
  return { start, line: arrow.includes('==') ? 'thick' : arrow.includes('.-') ? 'dotted' : 'solid', end };
}

/** Only a pointed head may begin an arrow: x and o would be read as names. */
function headSource(head: ShapeChange['start_head'], before: string, pointed: string): string {
  if (head === undefined) return before;
  if (head === null || head === 'none') return '';
  if (pointed === '>' && head === 'cross') return 'x';
  return pointed === '>' && head.startsWith('circle') ? 'o' : pointed;
}

function lineOf({ stroke_style, stroke_width }: ShapeChange, before: Arrow['line']): Arrow['line'] {
  if (stroke_style === 'dashed' || stroke_style === 'dotted') return 'dotted';
  if (typeof stroke_width === 'number') return stroke_width >= 3 ? 'thick' : before === 'thick' ? 'solid' : before;
  return stroke_style === 'solid' && before === 'dotted' ? 'solid' : before;
}

/** An arrow as a text writes it, with its words. */
export function linkSource({ start, line, end }: Arrow, text: string): string {
  const [opening, closing, plain] = { solid: ['--', '--', '---'], thick: ['==', '==', '==='], dotted: ['-.', '.-', '-.-'] }[line];
  const last = end === '' && line !== 'dotted' ? (line === 'thick' ? '=' : '-') : end;
  if (text !== '') return `${start}${opening} "${quotedSource(text)}" ${line === 'dotted' ? '-' : ''}${closing}${last}`;
  return `${start}${line === 'dotted' ? plain : opening}${last}`;
}

function moveEnd(model: BlockModel, block: Block, edge: Edge, at: number, terminal: Terminal | null | undefined): Patches {
  const before = at === 0 ? edge.from : edge.to;
  const mention = edge.ends[at];
  if (!terminal || !mention || terminal.shape_id === `${block.id}/${before}`) return [];
  const target = allBlocks(model.children).find(({ nodeId, id }) => id !== undefined && terminal.shape_id === `${block.id}/${nodeId}`);
  if (target?.id === undefined) return { refused: 'An edge joins two named blocks of its own diagram.' };
  const own = allBlocks(model.children).find(({ id }) => id === before);
  // What only this edge names stays, in a line of its own.
  if (own?.mentions.length === 1 || mention.brackets)
    return { refused: 'The edge’s line is where this block is declared. Move the end in the text.' };
  return [{ ...mention.name, insert: target.id }];
}
