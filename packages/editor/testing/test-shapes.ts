import type { Shape, ShapeChange, Terminal } from '@autograph/document';
import {
  arrowWay,
  ellipsePath,
  type Lane,
  mirroredLane,
  type Path,
  pathBounds,
  polylinePath,
  rectanglePath,
  translatePath,
  type Vec,
} from '@autograph/geometry';
import type { DrawItem } from '@autograph/render';
import { z } from 'zod';
import type { Scene } from '../scene.ts';
import type { ShapeDefinition } from '../shape-definition.ts';

const schema: z.ZodType<Shape> = z.custom<Shape>((value) => typeof value === 'object' && value !== null);

const localBox = ({ w, h }: Shape) => ({ x: 0, y: 0, w, h });

const solid = (type: string, key: string, outline: (shape: Shape) => Path, rest: Partial<ShapeDefinition> = {}): ShapeDefinition => ({
  type,
  label: type,
  schema,
  defaults: { w: 120, h: 80 },
  resizable: true,
  rotatable: true,
  bindable: true,
  container: false,
  fields: ['fill', 'stroke'],
  tool: { key, icon: 'square', label: type, gesture: 'box', rank: 10 },
  outline,
  draw: (shape) => [{ kind: 'path', path: outline(shape), fill: '#112233' }],
  filled: () => true,
  textBox: localBox,
  nodeOutline: () => type,
  ...rest,
});

const titleBox = ({ w }: Shape) => ({ x: 14, y: 10, w: w - 28, h: 18 });

const heading = ({ w }: Shape) => ({ w, h: 38 });

const box = (shape: Shape) => rectanglePath(localBox(shape));

function endOf(shape: Shape, end: Terminal | undefined, scene: Scene) {
  const id = end?.shape_id === undefined ? undefined : (scene.foldedIn?.(end.shape_id) ?? end.shape_id);
  const target = id === undefined ? undefined : scene.pageOutline(id);
  const bounds = id === undefined ? undefined : scene.pageBounds(id);
  const origin = scene.origin(shape);
  if (!target || !bounds) return { at: { x: origin.x + (end?.x ?? shape.x), y: origin.y + (end?.y ?? shape.y) } };
  return { at: { x: bounds.x + bounds.w / 2, y: bounds.y + bounds.h / 2 }, outline: target };
}

function laneOf({ id, start, end }: Shape, scene: Scene): Lane {
  const lane = scene.lane?.(id) ?? { index: 0, count: 1 };
  return (start?.shape_id ?? '') > (end?.shape_id ?? '') ? mirroredLane(lane) : lane;
}

function linePath(shape: Shape, scene: Scene): Path {
  const origin = scene.origin(shape);
  const points = shape.points?.map(([x = 0, y = 0]) => ({ x: x + origin.x, y: y + origin.y })) ?? [];
  const path = arrowWay({
    start: endOf(shape, shape.start, scene),
    end: endOf(shape, shape.end, scene),
    route: shape.route ?? 'straight',
    points,
    lane: laneOf(shape, scene),
  });
  return translatePath(path, -origin.x - shape.x, -origin.y - shape.y);
}

const connector = (type: string, key: string, binds: boolean): ShapeDefinition => ({
  ...solid(type, key, box),
  defaults: { w: 0, h: 0 },
  resizable: false,
  rotatable: false,
  bindable: false,
  tool: { key, icon: 'arrow', label: type, gesture: 'line', rank: 20, connects: binds },
  outline: linePath,
  draw: (shape, { scene }): DrawItem[] => [{ kind: 'path', path: linePath(shape, scene), stroke: { paint: '#112233', width: 2 } }],
  filled: () => false,
  labelBox(shape, scene) {
    const { x, y, w, h } = pathBounds(linePath(shape, scene)) ?? localBox(shape);
    return { x: x + w / 2 - 25, y: y + h / 2 - 10, w: shape.text ? 50 : 0, h: 20 };
  },
  handles(shape, scene) {
    const path = linePath(shape, scene);
    const first = path[0];
    const last = path.at(-1);
    if (first?.[0] !== 'M' || last?.[0] !== 'L') return [];
    return [
      { id: 'start', at: { x: first[1], y: first[2] }, label: 'Start' },
      { id: 'end', at: { x: last[1], y: last[2] }, label: 'End' },
    ];
  },
  moveHandle(shape, id, at: Vec, target): ShapeChange {
    const end: Terminal = binds && target ? { shape_id: target.id } : { x: shape.x + at.x, y: shape.y + at.y };
    return { [id]: end };
  },
});

/** Small shape kinds for the editor's own tests: one of each gesture and each kind of container. */
export const testShapes: readonly ShapeDefinition[] = [
  solid('rectangle', 'r', box),
  solid('ellipse', 'o', (shape) => ellipsePath(localBox(shape))),
  solid('hollow', 'b', box, { filled: () => false }),
  solid('note', 'n', box, { tool: { key: 'n', icon: 'note', label: 'note', gesture: 'box', rank: 15, writes: true } }),
  connector('arrow', 'a', true),
  connector('line', 'l', false),
  {
    ...solid('text', 't', box),
    defaults: { w: 8, h: 20, text: '' },
    tool: { key: 't', icon: 'type', label: 'Text', gesture: 'text', rank: 30 },
    fit: (shape) => ({ w: Math.max(8, (shape.text ?? '').length * 10), h: 20 }),
  },
  {
    ...solid('pen', 'p', (shape) => polylinePath((shape.points ?? []).map(([x = 0, y = 0]) => ({ x, y })))),
    bindable: false,
    filled: () => false,
    nodeOutline: undefined,
    tool: { key: 'p', icon: 'pencil', label: 'Pen', gesture: 'freehand', rank: 40 },
  },
  {
    ...solid('frame', 'f', (shape) => rectanglePath(shape.collapsed ? { x: 0, y: 0, ...heading(shape) } : localBox(shape))),
    defaults: { w: 400, h: 300 },
    container: true,
    clips: true,
    folding: { size: heading, button: ({ w }) => ({ x: w - 26, y: 11, w: 16, h: 16 }) },
    oneLine: true,
    heading: {
      box: titleBox,
      letters: () => 14,
      draw: ({ text = 'Frame' }, { measure }, { x, y }) => [
        { kind: 'text', x, y: y + 14, width: measure.width(text, { font: 'sans', size: 14 }), runs: [] },
      ],
    },
    rotatable: false,
    textBox: titleBox,
  },
  { ...solid('picture', 'i', box), tool: undefined, textBox: undefined, ofPicture: (picture) => picture },
  { ...solid('group', 'x', box), container: true, wraps: true, bindable: false, tool: undefined, defaults: {}, filled: () => false },
  {
    ...solid('block', 'x', box),
    container: true,
    bindable: false,
    resizable: false,
    rotatable: false,
    tool: undefined,
    textBox: undefined,
    nodeOutline: undefined,
    filled: () => false,
  },
];
