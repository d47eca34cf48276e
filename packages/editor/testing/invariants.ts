import { compareOrder } from '@autograph/document';
import { boundTo } from '../arrow-bindings.ts';
import type { Editor } from '../editor.ts';

/** What is wrong with the board, in words; empty when all is well. */
export function invariantsOf(editor: Editor): string[] {
  return [
    ...recordProblems(editor),
    ...treeProblems(editor),
    ...placeProblems(editor),
    ...viewProblems(editor),
    ...pointerProblems(editor),
  ];
}

function recordProblems({ scene, document }: Editor): string[] {
  const problems: string[] = [];
  for (const record of [...document.shapes.values(), ...document.blocks.values(), ...scene.descendants(null)])
    for (const path of badNumbers(record)) problems.push(`${record.id}${path} is no number`);
  // What a gesture shows of a shape that somebody has just removed is gone with its next move.
  for (const shape of scene.descendants(null).filter(({ id }) => !scene.preview.has(id)))
    for (const target of boundTo(shape)) if (!scene.get(target)) problems.push(`${shape.id} is bound to ${target}, which is not there`);
  for (const shape of document.shapes.values()) {
    if (!scene.get(shape.id)) problems.push(`${shape.id} is stored but not shown`);
    if (shape.parent_id !== null && !scene.get(shape.parent_id)) problems.push(`${shape.id} lies in nothing`);
    if (shape.parent_id !== scene.parent(shape.id) && scene.preview.size === 0) problems.push(`${shape.id} does not lie where it says`);
  }
  return problems;
}

function treeProblems({ scene }: Editor): string[] {
  const problems: string[] = [];
  const all = scene.descendants(null);
  if (new Set(all.map(({ id }) => id)).size !== all.length) problems.push('a shape is shown twice');
  if (all.length !== scene.size) problems.push(`${scene.size - all.length} shapes hang in a ring or nowhere`);
  for (const parent of [null, ...all.map(({ id }) => id)]) {
    const siblings = scene.children(parent);
    for (const [i, shape] of siblings.entries()) {
      const next = siblings[i + 1];
      if (next && compareOrder(shape, next) >= 0) problems.push(`${shape.id} and ${next.id} are not in order`);
    }
  }
  const order = all.map(({ id }) => id);
  const painted = scene.inPaintOrder(order);
  if (painted.length !== order.length) problems.push('the paint order leaves something out');
  if (scene.inPaintOrder([...order].reverse()).join() !== painted.join()) problems.push('the paint order depends on how it is asked for');
  return problems;
}

function placeProblems({ scene, overlay }: Editor): string[] {
  const problems: string[] = [];
  for (const { id } of scene.descendants(null)) {
    const box = scene.pageBounds(id);
    if (!box || !Number.isFinite(box.x + box.y + box.w + box.h)) problems.push(`${id} has no place`);
    else if (!scene.query(box).includes(id)) problems.push(`${id} is not found at its place`);
    if (badNumbers(scene.pageOutline(id)).length > 0) problems.push(`${id} has a broken outline`);
  }
  for (const path of badNumbers(overlay)) problems.push(`overlay${path} is no number`);
  return problems;
}

/** The view, and the guides over it. */
function viewProblems({ camera, board, focusedGuide }: Editor): string[] {
  const guides = board.guides ?? [];
  const problems = [...badNumbers(camera, 'camera'), ...badNumbers(guides, 'guides')].map((path) => `${path} is no number`);
  const ids = new Set(guides.map(({ id }) => id));
  if (ids.size !== guides.length) problems.push('a guide is there twice');
  if (focusedGuide !== null && !ids.has(focusedGuide)) problems.push(`guide ${focusedGuide} is gone`);
  if (!(camera.zoom > 0)) problems.push(`the zoom is ${camera.zoom}`);
  return problems;
}

function pointerProblems({ scene, selection, entered, hovered, editing, cursor, focused }: Editor): string[] {
  const named = { entered, hovered, focused, editing: editing?.shape_id ?? null };
  const problems = Object.entries(named).flatMap(([what, id]) => (id !== null && !scene.get(id) ? [`${what} ${id} is gone`] : []));
  for (const id of selection) if (!scene.get(id)) problems.push(`${id} is selected but gone`);
  if (scene.transient && !cursor) problems.push('a move is left over');
  return problems;
}

/** Where in a value there are numbers that are not finite. */
function badNumbers(value: unknown, path = ''): string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => badNumbers(part, `${path}.${key}`));
}
