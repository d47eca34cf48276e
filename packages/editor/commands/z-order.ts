import type { Shape, ShapeId } from '@autograph/document';
import type { Editor } from '../editor.ts';
import { reorder } from '../order.ts';
import { withoutNested } from '../selection.ts';
import { type Command, canEditSelection } from './command.ts';

type Arrange = (siblings: readonly Shape[], moved: ReadonlySet<ShapeId>) => readonly Shape[];

const toFront: Arrange = (siblings, moved) => [
  ...siblings.filter(({ id }) => !moved.has(id)),
  ...siblings.filter(({ id }) => moved.has(id)),
];
const toBack: Arrange = (siblings, moved) => [
  ...siblings.filter(({ id }) => moved.has(id)),
  ...siblings.filter(({ id }) => !moved.has(id)),
];

/** Each moved shape steps over the one above it, unless that moves too. */
const forward: Arrange = (siblings, moved) => {
  const order = [...siblings];
  for (let i = order.length - 2; i >= 0; i--) swapIf(order, i, (below, above) => moved.has(below.id) && !moved.has(above.id));
  return order;
};

const backward: Arrange = (siblings, moved) => {
  const order = [...siblings];
  for (let i = 0; i < order.length - 1; i++) swapIf(order, i, (below, above) => moved.has(above.id) && !moved.has(below.id));
  return order;
};

function swapIf(order: Shape[], at: number, condition: (below: Shape, above: Shape) => boolean): void {
  const below = order[at];
  const above = order[at + 1];
  if (!below || !above || !condition(below, above)) return;
  order[at] = above;
  order[at + 1] = below;
}

function rearrange(editor: Editor, arrange: Arrange): void {
  const { scene } = editor;
  const moved = new Set(
    withoutNested(scene, editor.selection).filter((id) => editor.document.shapes.has(id) || editor.document.blocks.has(id)),
  );
  const parents = new Set([...moved].map((id) => scene.parent(id)));
  const updates = [...parents].flatMap((parent) => {
    const siblings = scene.children(parent);
    const order = arrange(siblings, moved);
    const changed = order.every((shape, i) => shape === siblings[i]) ? new Map<ShapeId, string>() : reorder(order, moved);
    return [...changed].map(([id, index]) => ({ id, change: { index } }));
  });
  editor.updateShapes(updates);
}

const zOrder = (id: string, label: string, key: string, arrange: Arrange): Command => ({
  id,
  label,
  group: 'arrange',
  keys: [key],
  enabled: canEditSelection,
  run: (editor) => rearrange(editor, arrange),
});

export const zOrderCommands: readonly Command[] = [
  zOrder('bring_to_front', 'Bring to front', 'mod+shift+]', toFront),
  zOrder('bring_forward', 'Bring forward', 'mod+]', forward),
  zOrder('send_backward', 'Send backward', 'mod+[', backward),
  zOrder('send_to_back', 'Send to back', 'mod+shift+[', toBack),
];
