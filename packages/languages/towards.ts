import { type Shape, sameJson } from '@autograph/document';

/** Shapes on their way to others, and whether they have arrived. */
export interface Step {
  readonly shapes: readonly Shape[];
  readonly arrived: boolean;
}

/** The next step from the shapes shown to others, with at most so many changes, in their order. What does not change stays the same object; what goes, goes last. */
export function towards(shown: readonly Shape[], target: readonly Shape[], most: number): Step {
  const known = new Map(shown.map((shape) => [shape.id, shape]));
  const shapes: Shape[] = [];
  let changes = 0;
  for (const shape of target) {
    const before = known.get(shape.id);
    known.delete(shape.id);
    if (before && sameJson(before, shape)) {
      shapes.push(before);
      continue;
    }
    changes += 1;
    if (changes <= most) shapes.push(shape);
    else if (before) shapes.push(before);
  }
  const staying = [...known.values()].slice(Math.max(0, most - changes));
  return { shapes: [...shapes, ...staying], arrived: changes + known.size <= most };
}
