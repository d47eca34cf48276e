import type { Block, ShapeChange, Terminal } from '@autograph/document';
import { type BlockEdit, type DerivedShapeEdit, patchText, type TextPatch } from '@autograph/editor';
import { collectEdits, type Patches } from '../collect-edits.ts';
import { areApart, joinedPatches } from '../joined-patches.ts';
import type { Refusal } from '../language.ts';
import { titleId } from '../mermaid/title.ts';
import { renamedPlacements } from '../moves.ts';
import { aliasSource, argumentOf } from './arguments.ts';
import { changeBoundary, changeElement, changeRelation } from './edit-words.ts';
import { c4Holding, c4Ids } from './graph.ts';
import type { C4Model, Relation } from './model.ts';
import { parseC4 } from './parse.ts';
import { goneWith, takenOut } from './remove.ts';

/** Writes edits of elements, boundaries and relations back as the smallest patches of the text and as pinned placements. */
export function editC4(model: C4Model, block: Block, edits: readonly DerivedShapeEdit[]): BlockEdit | Refusal {
  const collected = collectEdits(block, edits, c4Holding(model), (id, said) => change(model, block, id, said));
  if ('refused' in collected) return collected;
  const { patches, layout, moved, removed: ids } = collected;
  if (ids.has(titleId)) return { refused: 'Take the title out in the text.' };
  const gone = goneWith(model, ids);
  const taken = takenOut(model, block.source, gone);
  const kept = patches.filter((patch) => !taken.some(({ from, to }) => patch.from >= from && patch.to <= to));
  const all = joinedPatches([...kept, ...taken]);
  for (const id of gone) layout[id] = null;
  if (all.length === 0) return { patches: [], layout };
  const after = areApart(all) ? parseC4(patchText(block.source, all)) : undefined;
  if (!after?.ok || !keeps(model, after.model, gone)) {
    return { refused: ids.size > 0 ? 'A C4 diagram needs something in it. Delete the whole diagram, or change its text.' : fitsNot };
  }
  return { patches: all, layout: { ...layout, ...renamedPlacements(c4Ids(model), c4Ids(after.model), moved, gone) } };
}

const fitsNot = 'These changes do not fit into the text together. Make them one at a time, or in the text.';

/** Whether nothing has come or gone that was not to. */
function keeps(before: C4Model, after: C4Model, gone: ReadonlySet<string>): boolean {
  const left = (ids: readonly string[]) => ids.filter((id) => !gone.has(id));
  const [was, is] = [c4Ids(before), c4Ids(after)];
  return left(was.named).join('\n') === is.named.join('\n') && left(was.ordered).length === is.ordered.length;
}

function change(model: C4Model, block: Block, id: string, { parent_id: _, ...said }: ShapeChange): Patches {
  if (Object.keys(said).length === 0) return [];
  const { source } = block;
  const relation = model.relations.find((candidate) => candidate.id === id);
  if (relation) {
    const { start, end, ...rest } = said;
    const moved = moveEnds(model, block, relation, start, end);
    if ('refused' in moved || Object.keys(rest).length === 0) return moved;
    const changed = changeRelation(model, source, relation, rest);
    return 'refused' in changed ? changed : [...moved, ...changed];
  }
  const boundary = model.boundaries.find(({ alias }) => alias === id);
  if (boundary) return changeBoundary(model, source, boundary, said);
  const element = model.elements.find(({ alias }) => alias === id);
  if (element) return changeElement(model, source, element, said);
  if (id !== titleId || !model.titleRange || Object.keys(said).some((key) => key !== 'text')) {
    return { refused: 'A C4 diagram knows no styles for this.' };
  }
  const title = (said.text ?? '').trim().replace(/\s+/g, ' ');
  // A title ends with these signs.
  return title === '' || /[#;]/.test(title)
    ? { refused: 'A title is one line of words without # and ;.' }
    : [{ ...model.titleRange, insert: title }];
}

/** Other ends, with what styles the relation going along. */
function moveEnds(
  model: C4Model,
  block: Block,
  relation: Relation,
  start: Terminal | null | undefined,
  end: Terminal | null | undefined,
): Patches {
  const things = [...model.elements, ...model.boundaries];
  const styles = model.styles.filter(({ about }) => about === relation.id).map(({ call }) => call);
  const patches: TextPatch[] = [];
  for (const [name, terminal, before] of [
    ['from', start, relation.from],
    ['to', end, relation.to],
  ] as const) {
    if (!terminal || terminal.shape_id === `${block.id}/${before}`) continue;
    const call = things.find(({ alias }) => terminal.shape_id === `${block.id}/${alias}`)?.calls.at(-1);
    if (!call) return { refused: 'A relation joins two elements or boundaries of its own diagram.' };
    for (const own of [...relation.calls, ...styles]) {
      const argument = argumentOf(own, name);
      if (argument) patches.push({ ...argument.whole, insert: aliasSource(block.source, call) });
    }
  }
  return patches;
}
