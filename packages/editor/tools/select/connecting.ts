import type { ShapeId } from '@autograph/document';
import { boxCentre, type Vec } from '@autograph/geometry';
import { connectShapes } from '../../connect-shapes.ts';
import { isBindable } from '../../connections.ts';
import { nameOf } from '../../describe-shape.ts';
import type { Editor } from '../../editor.ts';
import { nearest } from '../../nearest.ts';
import { readingOrder, stops } from '../../reading-order.ts';
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
  const places = stops(editor).filter(({ id }) => targets.includes(id));
  let target: ShapeId | undefined;

  function towards(start: ShapeId, way: Vec): ShapeId | undefined {
    const box = editor.scene.pageBounds(start);
    return box && nearest(places, boxCentre(box), way);
  }

  function choose(id: ShapeId | undefined): void {
    const shape = editor.scene.get(id ?? '');
    if (!shape) return;
    target = shape.id;
    editor.setGesture({ target });
    editor.revealShapes([target]);
    editor.announce(`Connect to ${nameOf(editor.scene, shape)}, ${targets.indexOf(target) + 1} of ${targets.length}`);
  }

  const end = () => editor.setGesture(null);
  const self: ToolState = {
    name: 'connecting',
    key(chord) {
      const at = target === undefined ? -1 : targets.indexOf(target);
      const way = ways[chord];
      if (way) choose(towards(target ?? from, way));
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
  choose(towards(from, { x: 1, y: 0 }) ?? targets[0]);
  return self;
}
