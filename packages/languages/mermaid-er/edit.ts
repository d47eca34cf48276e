import type { Block, Placement } from '@autograph/document';
import { type BlockEdit, type DerivedShapeEdit, patchText, type TextPatch } from '@autograph/editor';
import { areApart, joinedPatches } from '../joined-patches.ts';
import type { Range } from '../mermaid/cursor.ts';
import { labelSource, labelText } from '../mermaid/label.ts';
import { insertAfter } from '../mermaid/lines.ts';
import { styleKeys } from '../mermaid/style-change.ts';
import type { ErModel, ErRelation } from './model.ts';
import { moves } from './move.ts';
import { nameSource, quotedSource } from './names.ts';
import { parseEr } from './parse.ts';
import { removal } from './remove.ts';
import { rename } from './rename.ts';
import { restyle } from './restyle.ts';
import { attributePatches } from './rows.ts';
import { entityTitle } from './tables.ts';

type Refusal = { readonly refused: string };

/** Writes edits of tables, lines and frames back as the smallest patches of the text and as pinned placements. */
export function editEr(model: ErModel, block: Block, edits: readonly DerivedShapeEdit[]): BlockEdit | Refusal {
  const patches: TextPatch[] = [];
  const layout: Record<string, Placement | null> = {};
  for (const edit of edits) {
    if (edit.kind === 'remove') continue;
    const one = change(model, block, edit);
    if ('refused' in one) return one;
    patches.push(...one.patches);
    Object.assign(layout, one.layout);
  }
  const removed = removal(model, block.source, new Set(edits.flatMap((edit) => (edit.kind === 'remove' ? [edit.node_id] : []))));
  if ('refused' in removed) return removed;
  const kept = patches.filter((patch) => !removed.patches.some(({ from, to }) => patch.from >= from && patch.to <= to));
  const all = joinedPatches([...kept, ...removed.patches]);
  if (all.length > 0 && (!areApart(all) || !parseEr(patchText(block.source, all)).ok))
    return { refused: 'These changes do not fit into the text together. Make them one at a time, or in the text.' };
  return { patches: all, layout: { ...layout, ...removed.layout } };
}

/** Properties that say where a shape is, not what it is. */
const places: ReadonlySet<string> = new Set(['x', 'y', 'w', 'h', 'index', 'points']);
const shown: ReadonlySet<string> = new Set(['text', 'rows', 'start', 'end']);
const cannot: Refusal = { refused: 'This cannot be said in the text of an entity relationship diagram.' };

function change(model: ErModel, block: Block, edit: DerivedShapeEdit & { readonly kind: 'change' }): Omit<BlockEdit, 'x' | 'y'> | Refusal {
  const { node_id, change } = edit;
  if (Object.keys(change).some((key) => !places.has(key) && !shown.has(key) && !styleKeys.has(key))) return cannot;
  const relation = model.relations.find(({ id }) => id === node_id);
  if (relation) return changeRelation(model, block, relation, change);
  const layout = moves(model, block, node_id, change);
  const styled = restyle(block.source, node_id, change);
  if ('refused' in styled) return styled;
  const group = model.groups.find(({ id }) => id === node_id);
  if (group) {
    if (typeof change.text !== 'string' || change.text.trim() === labelText(group.title)) return { patches: styled, layout };
    const titled = group.titleRange.from > group.range.from && /\[\s*$/.test(block.source.slice(0, group.titleRange.from));
    const insert = quotedSource(change.text);
    const { from, to } = group.titleRange;
    return { patches: [titled ? { from, to, insert } : { from: to, to, insert: ` [${insert}]` }, ...styled], layout };
  }
  const entity = model.entities.find(({ name }) => name === node_id);
  if (!entity) return { refused: 'That is no longer in the text.' };
  const rows = change.rows === undefined ? [] : attributePatches(entity, block.source, change.rows);
  if (!Array.isArray(rows)) return rows;
  if (typeof change.text !== 'string' || change.text.trim() === entityTitle(entity)) return { patches: [...rows, ...styled], layout };
  const renamed = rename(model, block, entity, change.text.trim());
  return 'refused' in renamed ? renamed : { patches: [...renamed.patches, ...rows, ...styled], layout: merged(layout, renamed.layout) };
}

/** A move and a renaming in one: the new name takes the new place. */
function merged(
  layout: Readonly<Record<string, Placement | null>>,
  renamed: Readonly<Record<string, Placement | null>>,
): Record<string, Placement | null> {
  const moved = Object.values(layout)[0];
  const entries = Object.entries(renamed).map(([id, placement], at) => [id, at === 0 && placement && moved ? moved : placement] as const);
  return entries.length > 0 ? Object.fromEntries(entries) : { ...layout };
}

function changeRelation(
  model: ErModel,
  block: Block,
  relation: ErRelation,
  change: (DerivedShapeEdit & { readonly kind: 'change' })['change'],
): Omit<BlockEdit, 'x' | 'y'> | Refusal {
  const patches: TextPatch[] = [];
  if (Object.keys(change).some((key) => styleKeys.has(key)))
    return { refused: 'Lines of an entity relationship diagram have no colours in the text.' };
  if (typeof change.text === 'string' && change.text.trim() !== labelText(relation.role)) {
    const { from, to } = relation.roleRange;
    const text = change.text.trim();
    patches.push({
      from,
      to,
      insert: /^[A-Za-z_][\w-]*$/.test(text) ? nameSource(text) : `"${labelSource(text).replace(/"/g, '#quot;')}"`,
    });
  }
  for (const [at, terminal] of [change.start, change.end].entries()) {
    if (!terminal) continue;
    const target = terminal.shape_id?.slice(block.id.length + 1);
    if (target === (at === 0 ? relation.from : relation.to)) continue;
    if (!target || !terminal.shape_id?.startsWith(`${block.id}/`) || !model.entities.some(({ name }) => name === target)) {
      return { refused: 'A relationship joins two entities of its own diagram.' };
    }
    const end = relation.ends[at];
    if (end) patches.push({ ...end, insert: nameSource(target) });
  }
  return { patches: [...patches, ...orphanLines(model, block.source, relation, patches)], layout: {} };
}

/** Lines after a relation for the tables that it named alone, when patches make it name others. */
function orphanLines({ entities }: ErModel, source: string, { range }: ErRelation, patches: readonly TextPatch[]): readonly TextPatch[] {
  const isGone = ({ from, to }: TextPatch | Range) => patches.some((patch) => from >= patch.from && to <= patch.to);
  const lost = entities.filter(({ mentions }) => mentions.length > 0 && mentions.every(isGone));
  return lost.map(({ name }) => insertAfter(source, range, nameSource(name)));
}
