import type { Block, Placement, ShapeChange } from '@autograph/document';
import type { BlockEdit, DerivedShapeEdit, TextPatch } from '@autograph/editor';
import { patchText } from '@autograph/editor';
import type { Refusal } from '../language.ts';
import { styleKeys, styleOfChange } from '../mermaid/style-change.ts';
import { renameEdge, renameGroup, renameNode } from './edit-label.ts';
import { carriedRoutes, placeEdit, placeKeys } from './edit-place.ts';
import { type Removal, removalPatches } from './edit-remove.ts';
import { restyleEdge, restyleNode } from './edit-style.ts';
import type { FlowModel } from './model.ts';
import { readFlowchart } from './read.ts';
import { recentred, restructured, structural } from './restructured.ts';
import { begin, changeOf, revise } from './revision.ts';

type Outcome = BlockEdit | Refusal;
type Change = Extract<DerivedShapeEdit, { kind: 'change' }>;

const together: Refusal = { refused: 'These changes do not fit into the text together. Make them one at a time, or in the text.' };
const cannot = 'This cannot be changed on the canvas yet: change it in the diagram’s text.';

/** Writes canvas edits into the text and the placements of a flowchart. */
export function editFlowchart(model: FlowModel, block: Block, edits: readonly DerivedShapeEdit[]): Outcome {
  const removed = edits.filter(({ kind }) => kind === 'remove').map(({ node_id }) => node_id);
  if (removed.length > 0) return remove(model, block, removed);
  const changes = edits.filter((edit): edit is Change => edit.kind === 'change');
  const plain = changes.map(({ change, ...edit }) => ({ ...edit, change: pick(change, (key) => !structural.has(key)) }));
  const said = editPlainly(model, block, plain);
  const rest = changes.filter(({ change }) => Object.keys(change).some((key) => structural.has(key)));
  if ('refused' in said || rest.length === 0) return said;
  let now = revise(begin(model), said.patches);
  for (const { node_id, change } of rest) {
    const next = now && restructured(now, block, node_id, change);
    if (next && 'refused' in next) return next;
    now = next;
  }
  if (!now) return together;
  const written = changeOf(now, block.layout);
  return { patches: written.patches, layout: { ...written.layout, ...recentred(now, block), ...said.layout } };
}

/** Edits that leave nodes and edges what they are. */
function editPlainly(model: FlowModel, block: Block, edits: readonly Change[]): Outcome {
  const patches: TextPatch[] = [];
  const layout: Record<string, Placement> = {};
  let current = block;
  for (const edit of edits) {
    const keys = Object.keys(edit.change);
    const changes = patchesFor(model, edit);
    if (!changes || !keys.every((key) => key === 'text' || placeKeys.has(key) || styleKeys.has(key))) return { refused: cannot };
    patches.push(...changes);
    if (!keys.some((key) => key === 'x' || key === 'y' || key === 'w' || key === 'h')) continue;
    const places = placeEdit(model, current, edit.node_id, edit.change);
    // A later edit of something inside a moved subgraph counts from where that subgraph is now.
    current = { ...current, layout: { ...current.layout, ...places } };
    Object.assign(layout, places);
  }
  if (current !== block) Object.assign(layout, carriedRoutes(model, block, current));
  return checked(model, { patches: patches.toSorted((a, b) => a.from - b.from), layout });
}

/** The patches for the text and look of one thing; undefined when it is not there. */
function patchesFor(model: FlowModel, { node_id, change }: Change): readonly TextPatch[] | undefined {
  const { source } = model;
  const styles = styleOfChange(change);
  const text = change.text === null ? '' : change.text;
  const edge = model.edges.findIndex(({ id }) => id === node_id);
  const found = model.edges[edge];
  if (found) {
    return [...(text === undefined ? [] : renameEdge(found, text, source)), ...(styles.size > 0 ? [restyleEdge(edge, styles, model)] : [])];
  }
  const group = model.groups.get(node_id);
  const node = model.nodes.get(node_id);
  const restyled = styles.size > 0 ? [restyleNode(node_id, styles, model)] : [];
  if (group) return [...(text === undefined ? [] : renameGroup(group, text, source)), ...restyled];
  return node && [...(text === undefined ? [] : renameNode(node, text, model)), ...restyled];
}

function remove(model: FlowModel, block: Block, ids: readonly string[]): Outcome {
  const nodes = new Set(ids.filter((id) => model.nodes.has(id) || model.groups.has(id)));
  const removal: Removal = { nodes, edges: new Set(ids.filter((id) => !nodes.has(id))) };
  const gone = new Set(
    model.edges.filter(({ id, from, to }) => removal.edges.has(id) || nodes.has(from) || nodes.has(to)).map(({ id }) => id),
  );
  for (const keepBare of [false, true]) {
    const after = revise(begin(model), removalPatches(model, removal, keepBare), gone);
    if (!after || !isWithout(model, after.model, removal)) continue;
    const { patches, layout } = changeOf(after, block.layout, gone);
    return { patches, layout: { ...Object.fromEntries([...nodes].map((id) => [id, null])), ...layout } };
  }
  return { refused: 'This cannot be taken out on the canvas without changing more of the text. Delete it in the text.' };
}

/** Nothing but what was to go has gone. */
function isWithout(before: FlowModel, after: FlowModel, { nodes, edges }: Removal): boolean {
  const left = before.edges.filter(({ id, from, to }) => !edges.has(id) && !nodes.has(from) && !nodes.has(to));
  return (
    [...before.nodes.keys()].every((id) => nodes.has(id) !== after.nodes.has(id)) &&
    [...before.groups.keys()].every((id) => nodes.has(id) !== after.groups.has(id)) &&
    left.length === after.edges.length
  );
}

/** An edit after which the text would not be read with the same nodes and edges must not be made. */
function checked(model: FlowModel, edit: BlockEdit): Outcome {
  if (edit.patches.length === 0) return edit;
  const overlapping = edit.patches.some(({ from }, i) => i > 0 && from < (edit.patches[i - 1]?.to ?? 0));
  const after = overlapping ? undefined : readFlowchart(patchText(model.source, edit.patches));
  const same =
    after?.ok &&
    after.model.edges.length === model.edges.length &&
    after.model.nodes.size === model.nodes.size &&
    after.model.groups.size === model.groups.size;
  return same ? edit : together;
}

function pick(change: ShapeChange, wanted: (key: string) => boolean): ShapeChange {
  return Object.fromEntries(Object.entries(change).filter(([key]) => wanted(key)));
}
