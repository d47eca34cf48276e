import type { ShapeId } from '@autograph/document';
import { boxCentre, type Vec } from '@autograph/geometry';
import { connectShapes, isBindable } from '../../connect-shapes.ts';
import { nameOf } from '../../describe-shape.ts';
import type { Editor } from '../../editor.ts';
import { readingOrder } from '../../reading-order.ts';
import type { ToolState } from '../tool-state.ts';
import { idle } from './idle.ts';

const ways: Readonly<Record<string, Vec>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** Choosing by keys what the selected shape is to be connected to: Tab and the arrow keys go through the shapes, Enter connects. */
export function connecting(editor: Editor, from: ShapeId): ToolState {
  const targets = readingOrder(editor).filter((id) => id !== from && isBindable(editor, id));
  let target: ShapeId | undefined;

  function choose(id: ShapeId | undefined): void {
    const shape = editor.scene.get(id ?? '');
    if (!shape) return;
    target = shape.id;
    editor.setGesture({ target });
    editor.announce(`Connect to ${nameOf(editor.scene, shape)}, ${targets.indexOf(target) + 1} of ${targets.length}`);
  }

  const end = () => editor.setGesture(null);
  const self: ToolState = {
    name: 'connecting',
    key(chord) {
      const at = target === undefined ? -1 : targets.indexOf(target);
      const way = ways[chord];
      if (way) choose(nearest(editor, targets, target ?? from, way));
      else if (chord === 'Tab') choose(targets[(at + 1) % targets.length]);
      else if (chord === 'shift+Tab') choose(targets.at(at <= 0 ? -1 : at - 1));
      else if (chord === 'Enter' && target !== undefined) {
        end();
        connectShapes(editor, from, target);
        return idle(editor);
      }
      return self;
    },
    pointerDown: () => {
      end();
      return idle(editor);
    },
    cancel: end,
  };
  choose(nearest(editor, targets, from, { x: 1, y: 0 }) ?? targets[0]);
  return self;
}

/** The shape that lies nearest that way; what lies aside counts as further. */
function nearest(editor: Editor, ids: readonly ShapeId[], from: ShapeId, way: Vec): ShapeId | undefined {
  const box = editor.scene.pageBounds(from);
  if (!box) return undefined;
  const start = boxCentre(box);
  const costs = ids.flatMap((id) => {
    const bounds = id === from ? undefined : editor.scene.pageBounds(id);
    if (!bounds) return [];
    const centre = boxCentre(bounds);
    const ahead = (centre.x - start.x) * way.x + (centre.y - start.y) * way.y;
    const aside = Math.abs((centre.x - start.x) * way.y) + Math.abs((centre.y - start.y) * way.x);
    return ahead > 0 && aside <= 2 * ahead ? [{ id, cost: ahead + 2 * aside }] : [];
  });
  return costs.sort((a, b) => a.cost - b.cost)[0]?.id;
}
