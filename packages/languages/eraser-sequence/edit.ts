import type { Block, Placement, ShapeChange } from '@autograph/document';
import { type BlockEdit, type DerivedShapeEdit, patchText, type TextPatch } from '@autograph/editor';
import { containerPadding } from '../container.ts';
import { editChart } from '../eraser/chart-edit.ts';
import { thingIn } from '../eraser/chart-model.ts';
import { coloursOf } from '../eraser/colours.ts';
import { withProperties } from '../eraser/sources.ts';
import { areApart, joinedPatches } from '../joined-patches.ts';
import type { Refusal } from '../language.ts';
import { wholeLine } from '../mermaid/lines.ts';
import { participants } from './lifelines.ts';
import type { EraserSequence } from './model.ts';
import { isBackward, parseSequence } from './parse.ts';

const places: ReadonlySet<string> = new Set(['x', 'y', 'w', 'h', 'points', 'index']);

/** Writes edits of participants, messages and fragments back as the smallest patches of the text and as pinned placements. */
export function editSequence(model: EraserSequence, block: Block, edits: readonly DerivedShapeEdit[]): BlockEdit | Refusal {
  const passed: DerivedShapeEdit[] = [];
  const own: TextPatch[] = [];
  const pinned = new Map<string, number>();
  let isMoved = false;
  for (const edit of edits) {
    const id = edit.node_id;
    const parts = model.fragments.get(id);
    const edge = model.messages.get(id);
    if (edit.kind === 'remove') {
      if (parts) own.push(...unwrapped(model, id));
      else if (edge ?? thingIn(model.chart, id)) passed.push({ kind: 'remove', node_id: edge?.id ?? id });
      continue;
    }
    const said = Object.fromEntries(Object.entries(edit.change).filter(([key]) => !places.has(key) && key !== 'text_spans'));
    if (typeof edit.change.x === 'number' && model.chart.nodes.has(id)) pinned.set(id, edit.change.x);
    else if (typeof edit.change.x === 'number' || typeof edit.change.y === 'number') isMoved = true;
    if (Object.keys(said).length === 0) continue;
    if (parts) {
      const patches = changedFragment(model, id, said);
      if ('refused' in patches) return patches;
      own.push(...patches);
    } else if (edge) passed.push({ kind: 'change', node_id: edge.id, change: isBackward(edge.connector) ? turned(said) : said });
    else passed.push({ kind: 'change', node_id: id === 'title:1' ? ': title' : id, change: said });
  }
  if (isMoved && pinned.size === 0 && passed.length === 0) {
    return { refused: 'What happens when follows from the order of the text: move the line there.' };
  }
  const written = passed.length > 0 ? editChart(model.chart, block, passed, participants) : { patches: [], layout: {} };
  if ('refused' in written) return written;
  const patches = joinedPatches([...written.patches, ...own]);
  if (!areApart(patches) || !parseSequence(patchText(block.source, patches)).ok) {
    return { refused: 'These changes do not fit into the text together. Make them one at a time.' };
  }
  if (patches.length === 0 && edits.some(({ kind }) => kind === 'remove'))
    return { refused: 'This follows from other lines of the text, and goes with them.' };
  const layout: Record<string, Placement | null> = { ...written.layout };
  for (const [id, x] of pinned) layout[id] = { ...block.layout[id], x: Math.max(containerPadding, x), y: 0, pinned: true };
  return { patches, layout };
}

/** The change of a message that is written from its end to its beginning. */
function turned({ start, end, start_head, end_head, ...rest }: ShapeChange): ShapeChange {
  return {
    ...rest,
    ...(end !== undefined && { start: end }),
    ...(start !== undefined && { end: start }),
    ...(end_head !== undefined && { start_head: end_head }),
    ...(start_head !== undefined && { end_head: start_head }),
  };
}

function changedFragment({ fragments }: EraserSequence, id: string, said: ShapeChange): readonly TextPatch[] | Refusal {
  const header = fragments.get(id)?.[0]?.header;
  const colours = coloursOf(said);
  if (!header || !colours) return { refused: 'A fragment has a label and a colour, and nothing else.' };
  const wanted = new Map(colours);
  const text = said.text?.trim();
  if (text !== undefined) wanted.set('label', text === '' ? null : text);
  return withProperties(header, wanted);
}

/** Takes a fragment away from around its messages, which stay. */
function unwrapped({ fragments, chart }: EraserSequence, id: string): readonly TextPatch[] {
  return (fragments.get(id) ?? []).flatMap(({ from, to, body }) => [
    wholeLine(chart.source, { from, to: body.from }),
    wholeLine(chart.source, { from: body.to, to }),
  ]);
}
