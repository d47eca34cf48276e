import type { Block, Placement } from '@autograph/document';
import type { BlockEdit, DerivedShapeEdit, TextPatch } from '@autograph/editor';
import { labelSource, labelText } from '../mermaid/label.ts';
import type { ErModel, ErRelation } from './model.ts';
import { moves } from './move.ts';
import { nameSource, quotedSource } from './names.ts';
import { removal } from './remove.ts';
import { rename } from './rename.ts';
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
  return {
    patches: [...kept, ...removed.patches].sort((a, b) => a.from - b.from || a.to - b.to),
    layout: { ...layout, ...removed.layout },
  };
}

/** Properties that say where a shape is, not what it is. */
const places: ReadonlySet<string> = new Set(['x', 'y', 'w', 'h', 'index', 'points']);
const shown: ReadonlySet<string> = new Set(['text', 'rows', 'start', 'end']);

function change(model: ErModel, block: Block, edit: DerivedShapeEdit & { readonly kind: 'change' }): Omit<BlockEdit, 'x' | 'y'> | Refusal {
  const { node_id, change } = edit;
  const other = Object.keys(change).find((key) => !places.has(key) && !shown.has(key));
  if (other) return { refused: 'In an entity relationship diagram, looks are set in the text: style NAME fill:#f9f.' };
  const relation = model.relations.find(({ id }) => id === node_id);
  if (relation) return changeRelation(model, block, relation, change);
  const layout = moves(model, block, node_id, change);
  const group = model.groups.find(({ id }) => id === node_id);
  if (group) {
    if (typeof change.text !== 'string' || change.text.trim() === labelText(group.title)) return { patches: [], layout };
    const titled = group.titleRange.from > group.range.from && /\[\s*$/.test(block.source.slice(0, group.titleRange.from));
    const insert = quotedSource(change.text);
    const { from, to } = group.titleRange;
    return { patches: [titled ? { from, to, insert } : { from: to, to, insert: ` [${insert}]` }], layout };
  }
  const entity = model.entities.find(({ name }) => name === node_id);
  if (!entity) return { refused: 'That is no longer in the text.' };
  const rows = change.rows === undefined ? [] : attributePatches(entity, block.source, change.rows);
  if (!Array.isArray(rows)) return rows;
  if (typeof change.text !== 'string' || change.text.trim() === entityTitle(entity)) return { patches: rows, layout };
  const renamed = rename(model, block, entity, change.text.trim());
  return 'refused' in renamed ? renamed : { patches: [...renamed.patches, ...rows], layout: merged(layout, renamed.layout) };
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
  return { patches, layout: {} };
}
