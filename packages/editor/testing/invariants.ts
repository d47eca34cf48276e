import type { Editor } from '../editor.ts';

/** What is wrong with the board, in words; empty when all is well. */
export function invariantsOf(editor: Editor): string[] {
  const problems: string[] = [];
  const { scene, document } = editor;
  for (const shape of document.shapes.values()) {
    for (const [key, value] of Object.entries(shape))
      if (typeof value === 'number' && !Number.isFinite(value)) problems.push(`${shape.id}.${key} is ${value}`);
    for (const side of ['start', 'end'] as const) {
      const target = shape[side]?.shape_id;
      if (target !== undefined && !scene.get(target)) problems.push(`${shape.id} ${side} is bound to nothing`);
      const { x = 0, y = 0 } = shape[side] ?? {};
      if (!Number.isFinite(x + y)) problems.push(`${shape.id} ${side} is nowhere`);
    }
    if (shape.parent_id !== null && !scene.get(shape.parent_id)) problems.push(`${shape.id} lies in nothing`);
    const seen = new Set([shape.id]);
    for (let up = shape.parent_id; up !== null; up = scene.get(up)?.parent_id ?? null) {
      if (seen.has(up)) {
        problems.push(`${shape.id} contains itself`);
        break;
      }
      seen.add(up);
    }
    const box = scene.pageBounds(shape.id);
    if (!box || !Number.isFinite(box.x + box.y + box.w + box.h)) problems.push(`${shape.id} has no place`);
    const around = box && scene.query(box);
    if (around && !around.includes(shape.id)) problems.push(`${shape.id} is not found at its place`);
  }
  const orders = [...document.shapes.values()].map((shape) => `${shape.parent_id} ${shape.index}`);
  if (new Set(orders).size !== orders.length) problems.push('two siblings share an order key');
  for (const id of editor.selection) if (!scene.get(id)) problems.push(`${id} is selected but gone`);
  if (scene.transient && !editor.cursor) problems.push('a move is left over');
  return problems;
}
