import type { ShapeId } from '@autograph/document';
import type { SceneGraph } from '@autograph/editor';
import type { Vec } from '@autograph/geometry';

/** So many shapes stand for all. */
const samples = 8;

/** Tells by a few shapes whether all have moved by one offset since the last look. A wrong guess must only cost a repaint. */
export function commonShift(scene: Pick<SceneGraph, 'children' | 'paintBounds'>) {
  let seen: readonly { readonly id: ShapeId; readonly at: Vec }[] = [];

  const note = (): void => {
    const roots = scene.children(null);
    const step = Math.max(1, Math.floor(roots.length / samples));
    seen = roots
      .filter((_, i) => i % step === 0)
      .flatMap(({ id }) => {
        const at = scene.paintBounds(id);
        return at ? [{ id, at }] : [];
      });
  };

  return {
    get isEmpty(): boolean {
      return seen.length === 0;
    },
    /** Remembers where the shapes are. */
    note,
    /** The offset in page px, {0, 0} too, or null when the shapes have not moved as one; remembers where they are now. */
    take(): Vec | null {
      const shifts = seen.map(({ id, at }) => {
        const now = scene.paintBounds(id);
        return now && { x: now.x - at.x, y: now.y - at.y };
      });
      note();
      const first = shifts[0];
      const same = first && shifts.every((by) => by && Math.abs(by.x - first.x) < 1e-6 && Math.abs(by.y - first.y) < 1e-6);
      return same ? first : null;
    },
  };
}
