import { type Shape, type ShapeId, sameJson } from '@autograph/document';
import { isConnector } from './arrow-bindings.ts';
import { countOf, kindOf, nameOf } from './describe-shape.ts';
import type { DocumentChange, Replacement } from './document-store.ts';
import { describeGuide } from './guides.ts';
import type { SceneGraph } from './scene-graph.ts';

const differs = (before: Shape, after: Shape, keys: readonly (keyof Shape)[]) => keys.some((key) => before[key] !== after[key]);

/** What became of each shape over all the changes. */
function sumOf(changes: readonly DocumentChange[]): Map<ShapeId, Replacement<Shape>> {
  const sum = new Map<ShapeId, Replacement<Shape>>();
  for (const { shapes } of changes)
    for (const [id, { before, after }] of shapes) {
      const first = sum.get(id);
      sum.set(id, { before: first ? first.before : before, after });
    }
  return sum;
}

function creation(scene: SceneGraph, made: readonly Shape[]): string {
  const [first] = made;
  const connectors = made.filter(isConnector);
  const [connector] = connectors;
  const from = scene.get(connector?.start?.shape_id ?? '');
  const to = scene.get(connector?.end?.shape_id ?? '');
  const connects = connectors.length === 1 && from && to;
  if (first && made.length === 1)
    return connects ? `Connected ${nameOf(scene, from)} to ${nameOf(scene, to)}` : `${kindOf(scene, first)} created`;
  const other = made.find((shape) => !isConnector(shape));
  if (made.length === 2 && connects && other)
    return `${kindOf(scene, other)} created, connected to ${nameOf(scene, other === to ? from : to)}`;
  return `${countOf(made.length)} created`;
}

function removal(scene: SceneGraph, gone: readonly Shape[]): string {
  const [first] = gone;
  return first && gone.length === 1 ? `Deleted ${nameOf(scene, first)}` : `Deleted ${countOf(gone.length)}`;
}

function alteration(scene: SceneGraph, before: Shape, after: Shape): string {
  if (before.text !== after.text) return after.text ? `Text ${after.text}` : 'Text removed';
  if (before.rotation !== after.rotation) return `Rotated to ${Math.round(after.rotation)} degrees`;
  if (differs(before, after, ['start', 'end']))
    return `Connects ${scene.get(after.start?.shape_id ?? '') ? 'to another shape' : 'nothing'}`;
  if (differs(before, after, ['w', 'h'])) return `Resized to ${Math.round(after.w)} by ${Math.round(after.h)}`;
  if (before.parent_id !== after.parent_id) {
    const parent = scene.get(after.parent_id ?? '');
    return parent ? `Moved into ${nameOf(scene, parent)}` : 'Moved out to the page';
  }
  if (differs(before, after, ['x', 'y'])) {
    const { x, y } = scene.origin(after);
    return `Moved to ${Math.round(x + after.x)}, ${Math.round(y + after.y)}`;
  }
  if (before.locked !== after.locked) return after.locked ? 'Locked' : 'Unlocked';
  if (before.hidden !== after.hidden) return after.hidden ? 'Hidden' : 'Shown';
  if (before.collapsed !== after.collapsed) return after.collapsed ? 'Folded' : 'Unfolded';
  if (before.index !== after.index) return 'Stacking changed';
  return `${nameOf(scene, after)} changed`;
}

function guideChange(changes: readonly DocumentChange[]): string | null {
  const boards = changes.flatMap(({ board }) => board ?? []);
  const before = new Map((boards[0]?.before.guides ?? []).map((guide) => [guide.id, guide]));
  const after = boards.at(-1)?.after.guides ?? [];
  const put = after.filter((guide) => !sameJson(before.get(guide.id), guide));
  const [first] = put;
  if (first) return put.length === 1 ? describeGuide(first) : `${put.length} guides`;
  const gone = [...before.keys()].filter((id) => !after.some((guide) => guide.id === id)).length;
  return gone === 0 ? null : gone === 1 ? 'Guide removed' : `${gone} guides removed`;
}

/** What a person has done, in one sentence for a screen reader; null when nothing of it can be heard. `scene` shows the board after it. */
export function describeChanges(scene: SceneGraph, changes: readonly DocumentChange[]): string | null {
  const made: Shape[] = [];
  const gone: Shape[] = [];
  const altered: { readonly before: Shape; readonly after: Shape }[] = [];
  for (const { before, after } of sumOf(changes).values()) {
    if (!before && after) made.push(after);
    else if (before && !after) gone.push(before);
    else if (before && after) altered.push({ before, after });
  }
  if (made.length > 0) return creation(scene, made);
  if (gone.length > 0) return removal(scene, gone);
  const boxes = altered.filter(({ after }) => !isConnector(after));
  const [first] = boxes.length > 0 ? boxes : altered;
  if (first) {
    const sentence = alteration(scene, first.before, first.after);
    const count = Math.max(boxes.length, 1);
    return count === 1 ? sentence : `${countOf(count)}: ${sentence}`;
  }
  const blocks = changes.flatMap((change) => [...change.blocks.values()]);
  if (blocks.length === 0) return guideChange(changes);
  if (blocks.some(({ before }) => !before)) return 'Diagram created';
  return blocks.some(({ after }) => !after) ? 'Diagram deleted' : 'Diagram changed';
}
