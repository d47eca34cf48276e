import type { Shape, ShapeId } from '@autograph/document';
import { boundTo, isConnector } from './arrow-bindings.ts';
import type { Drawing } from './block-deriver.ts';
import type { Editor } from './editor.ts';
import { withoutNested } from './selection.ts';

/** What of the shapes, and of all that lies in them, a diagram can show: boxes and icons, frames around them, and lines between them. */
export function drawingOf(editor: Editor, ids: readonly ShapeId[]): Drawing {
  const { scene, document } = editor;
  const all = withoutNested(scene, ids)
    .flatMap((id) => [id, ...scene.descendants(id).map((shape) => shape.id)])
    .flatMap((id) => document.shapes.get(id) ?? []);
  const isGroup = (shape: Shape) => editor.definition(shape.type)?.container === true && !editor.definition(shape.type)?.wraps;
  const groups = all.filter(isGroup);
  const groupIds = new Set(groups.map(({ id }) => id));
  const groupOf = (shape: Shape) => {
    for (let parent = scene.parent(shape.id); parent !== null; parent = scene.parent(parent))
      if (groupIds.has(parent)) return { group: parent };
    return {};
  };
  const drawn = (shape: Shape) => ({
    id: shape.id,
    box: scene.pageBounds(shape.id) ?? shape,
    text: shape.text ?? '',
    look: lookOf(editor, shape),
    ...groupOf(shape),
  });
  const nodes = all.flatMap((shape) => {
    const definition = editor.definition(shape.type);
    const icon = definition?.iconProps && 'icon' in shape && typeof shape.icon === 'string' ? { icon: shape.icon } : {};
    const outline = isConnector(shape) ? undefined : (definition?.nodeOutline?.(shape) ?? ('icon' in icon ? 'rect' : undefined));
    return outline === undefined ? [] : [{ ...drawn(shape), outline, ...icon }];
  });
  const known = new Set([...nodes, ...groups].map(({ id }) => id));
  const edges = all.flatMap((shape) => {
    const [from, to] = [shape.start?.shape_id, shape.end?.shape_id];
    if (!isConnector(shape) || from === undefined || to === undefined || !boundTo(shape).every((id) => known.has(id))) return [];
    const { start_head = 'none', end_head = 'none' } = { ...editor.definition(shape.type)?.defaults, ...shape };
    return [{ id: shape.id, from, to, text: shape.text ?? '', look: lookOf(editor, shape), start_head, end_head }];
  });
  return { nodes, groups: groups.map(drawn), edges };
}

/** The fields of its panel in which a shape differs from a new one of its kind. */
function lookOf(editor: Editor, shape: Shape): Partial<Shape> {
  const definition = editor.definition(shape.type);
  const changed = definition?.fields.filter((field) => shape[field] !== undefined && shape[field] !== definition.defaults[field]) ?? [];
  return Object.fromEntries(changed.map((field) => [field, shape[field]]));
}
