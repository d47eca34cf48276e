import type { Shape, ShapeId, Terminal } from '@autograph/document';
import { isConnector } from './arrow-bindings.ts';
import { kindLabel } from './as-drawn.ts';
import { isHidden } from './hit-test.ts';
import type { SceneGraph } from './scene-graph.ts';

/** Longer texts are cut: who wants all of it opens the shape. UTF-16 units. */
const longest = 120;

/** '3 shapes', '1 shape'. */
export function countOf(count: number, thing = 'shape'): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}

/** What a shape is called by what it is: 'Rectangle'. */
export function kindOf(scene: SceneGraph, shape: Shape): string {
  const definition = scene.definition(shape.type);
  return definition ? kindLabel(definition, shape) : 'Shape';
}

function textOf({ text }: Shape): string {
  const line = (text ?? '').replace(/\s+/g, ' ').trim();
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
}

/** What one calls a shape in passing: its text, else what its kind says of it, else its kind. */
export function nameOf(scene: SceneGraph, shape: Shape): string {
  return textOf(shape) || shape.name || scene.definition(shape.type)?.spoken?.(shape) || kindOf(scene, shape);
}

function endName(scene: SceneGraph, end: Terminal | undefined): string {
  const target = end?.shape_id === undefined ? undefined : scene.get(end.shape_id);
  return target ? nameOf(scene, target) : 'a free end';
}

function partsOf(scene: SceneGraph, shape: Shape): readonly string[] {
  const definition = scene.definition(shape.type);
  const text = textOf(shape);
  const kind = kindOf(scene, shape);
  if (isConnector(shape)) {
    const bound = shape.start?.shape_id !== undefined || shape.end?.shape_id !== undefined;
    const way = bound ? [`from ${endName(scene, shape.start)} to ${endName(scene, shape.end)}`] : [];
    return [kind, ...way, ...(text ? [`label ${text}`] : [])];
  }
  const own = definition?.spoken?.(shape);
  const called = own ? [own, ...(text && text !== own ? [`label ${text}`] : [])] : [text || (shape.name ?? '')];
  const holds = definition?.container ? [countOf(scene.children(shape.id).length)] : [];
  return [kind, ...called, ...holds].filter((part) => part !== '');
}

function stateOf(scene: SceneGraph, shape: Shape): readonly string[] {
  const block = shape.origin && scene.get(shape.origin.block_id);
  const parent = scene.get(scene.parent(shape.id) ?? '');
  const around = parent && !shape.origin && !scene.definition(parent.type)?.wraps ? [`in ${nameOf(scene, parent)}`] : [];
  return [
    ...around,
    ...(block ? [`${isConnector(shape) ? 'connection' : 'node'} of the ${(block.name ?? kindOf(scene, block)).toLowerCase()}`] : []),
    ...(shape.collapsed ? ['folded'] : []),
    ...(shape.locked ? ['locked'] : []),
    ...(isHidden(scene, shape.id) ? ['hidden'] : []),
  ];
}

/** What a screen reader says of a shape: its kind, what it is called, what it joins or holds, where it is and how. Empty when there is none. */
export function describeShape(scene: SceneGraph, id: ShapeId): string {
  const shape = scene.get(id);
  return shape ? [...partsOf(scene, shape), ...stateOf(scene, shape)].join(', ') : '';
}
