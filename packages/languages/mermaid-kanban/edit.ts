import type { Block } from '@autograph/document';
import type { BlockEdit, DerivedShapeEdit, TextPatch } from '@autograph/editor';
import { patchText } from '@autograph/editor';
import { createTextMeasurer } from '@autograph/render';
import { nodeSource } from '../mermaid/node-source.ts';
import { cutLines, linesOf } from '../mermaid/outline-lines.ts';
import { cardText } from './labels.ts';
import { layoutKanban } from './layout.ts';
import type { Card, Column, KanbanModel } from './model.ts';
import { moveCard, moveColumn } from './move.ts';
import { parseKanban } from './parse.ts';

type Change = Extract<DerivedShapeEdit, { kind: 'change' }>['change'];
type Outcome = { readonly patches: readonly TextPatch[] } | { readonly refused: string };

const letters = createTextMeasurer();

/** Writes edits of cards and columns back as the smallest patches of the text: a card that is dragged takes its line along. */
export function editKanban(model: KanbanModel, block: Block, edits: readonly DerivedShapeEdit[]): BlockEdit | { readonly refused: string } {
  const patches: TextPatch[] = [];
  const gone: (Card | Column)[] = [];
  const draggedColumns = new Set(
    edits.flatMap((edit) => (edit.kind === 'change' && model.columns.some(({ nodeId }) => nodeId === edit.node_id) ? [edit.node_id] : [])),
  );
  for (const edit of edits) {
    const column = model.columns.find(({ nodeId, cards }) => nodeId === edit.node_id || cards.some((card) => card.nodeId === edit.node_id));
    const item = column?.nodeId === edit.node_id ? column : column?.cards.find((card) => card.nodeId === edit.node_id);
    if (!column || !item) continue;
    if (edit.kind === 'remove') {
      gone.push(item);
      continue;
    }
    // Cards that are dragged with their column go with it anyway.
    if (item !== column && onlyMoves(edit.change) && draggedColumns.has(column.nodeId)) continue;
    const outcome = changeItem(model, block.source, item, edit.change);
    if ('refused' in outcome) return outcome;
    if (outcome.patches.length > 1 && patches.length > 0) return { refused: 'Move one card after the other.' };
    patches.push(...outcome.patches);
  }
  const cuts = removals(gone, block.source);
  const kept = patches.filter(({ from, to }) => !cuts.some((cut) => from >= cut.from && to <= cut.to));
  const all = [...kept, ...cuts].sort((a, b) => a.from - b.from || a.to - b.to);
  if (all.length > 0 && !parseKanban(patchText(block.source, all)).ok) {
    return { refused: 'Other lines of the text depend on this. Change it in the text.' };
  }
  return { patches: all, layout: {} };
}

function onlyMoves(change: Change): boolean {
  return Object.keys(change).every((key) => key === 'x' || key === 'y');
}

function changeItem(model: KanbanModel, source: string, item: Card | Column, change: Change): Outcome {
  if (Object.keys(change).some((key) => !['x', 'y', 'w', 'h', 'text', 'text_spans'].includes(key))) {
    return { refused: 'On a kanban board, colours follow from columns and priorities.' };
  }
  if (typeof change.text === 'string') return renamed(item, source, change.text);
  if (typeof change.x !== 'number' && typeof change.y !== 'number') return { patches: [] };
  const layout = layoutKanban(model, letters);
  const isColumn = 'cards' in item;
  const all = layout.columns.flatMap(({ box, cards }, at) => {
    const column = model.columns[at];
    return column ? [{ of: column.nodeId, box }, ...cards.map((card, i) => ({ of: column.cards[i]?.nodeId, box: card }))] : [];
  });
  const box = all.find(({ of }) => of === item.nodeId)?.box;
  if (!box) return { patches: [] };
  const dropped = { ...box, x: change.x ?? box.x, y: change.y ?? box.y };
  return { patches: (isColumn ? moveColumn : moveCard)(model, layout, item.nodeId, dropped, source) };
}

function renamed(item: Card | Column, source: string, text: string): Outcome {
  if (text.trim() === cardText(item)) return { patches: [] };
  if (text.trim() === '') return { refused: 'A card needs words. Delete it instead.' };
  const { label, data, quoted, brackets } = item;
  const inData = data && /(?<=(?:^|[\s,{])label\s*:\s*)(?:"[^"]*"|'[^']*'|[^\s,}"'][^,}\n]*)/.exec(source.slice(data.from, data.to));
  if (data && inData) {
    const from = data.from + inData.index;
    const words = inData[0].trimEnd();
    return {
      patches: [
        { from, to: from + words.length, insert: `"${nodeSource(text, 'quoted').replace(/[\\}]/g, (mark) => `#${mark.charCodeAt(0)};`)}"` },
      ],
    };
  }
  return { patches: [{ from: label.from, to: label.to, insert: nodeSource(text, quoted ? 'quoted' : brackets ? 'bracketed' : 'bare') }] };
}

/** Whole lines, each once; a column goes with its cards. */
function removals(gone: readonly (Card | Column)[], source: string): readonly TextPatch[] {
  const lines = gone
    .map((item) => linesOf('cards' in item ? [item, ...item.cards] : [item], source))
    .sort((a, b) => a.from - b.from || b.to - a.to);
  const cuts: TextPatch[] = [];
  for (const range of lines) if (range.from >= (cuts.at(-1)?.to ?? 0)) cuts.push(cutLines(range, source));
  return cuts;
}
