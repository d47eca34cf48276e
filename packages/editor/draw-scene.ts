import type { Shape, ShapeId } from '@autograph/document';
import { type Box, boxContainsBox, expandBox, rectanglePath } from '@autograph/geometry';
import { type DisplayList, type DrawItem, handDrawn } from '@autograph/render';
import { isWithinAny, reachesOut } from './containment.ts';
import { isHidden } from './hit-test.ts';
import type { SceneGraph } from './scene-graph.ts';
import type { DrawContext } from './shape-definition.ts';

/** Which shapes to draw: those whose paint touches a box, or the given ones with all they contain; all of the page when absent. */
export interface DrawWhat {
  readonly box?: Box;
  readonly ids?: Iterable<ShapeId>;
  /** Not these, nor what they contain. */
  readonly except?: ReadonlySet<ShapeId>;
}

/** A drawing, and the shape by which it is told whether a container's clip holds for it. */
interface Piece {
  readonly id: ShapeId;
  readonly item: DrawItem;
}

/** The page as a display list in page coordinates and paint order: hidden and folded away shapes left out, containers' opacity and clips applied, each shape one group. */
export function drawScene(scene: SceneGraph, context: DrawContext, what: DrawWhat = {}): DisplayList {
  const wanted = what.ids ? withDescendants(scene, what.ids) : what.box ? new Set(scene.query(what.box)) : undefined;
  const needed = wanted && withAncestors(scene, wanted);
  const raised = raisedConnectors(scene, what.except);
  const drawn = (shape: Shape): Piece[] => {
    const { id } = shape;
    if (isHidden(scene, id) || what.except?.has(id) || (needed && !needed.has(id))) return [];
    const item = !wanted || wanted.has(id) ? drawShape(scene, shape, context) : undefined;
    const children = inside(scene, shape, visit(id));
    return item ? [{ id, item }, ...children] : children;
  };
  const visit = (parent: ShapeId | null): Piece[] =>
    scene
      .children(parent)
      .flatMap((child) => [
        ...(scene.paintedOver(child.id) === undefined ? drawn(child) : []),
        ...(raised.get(child.id) ?? []).flatMap(drawn),
      ]);
  return visit(null).map(({ item }) => item);
}

/** Connectors by the container right above which they are painted, in paint order. */
function raisedConnectors(scene: SceneGraph, except: ReadonlySet<ShapeId> = new Set()): ReadonlyMap<ShapeId, readonly Shape[]> {
  const raised = new Map<ShapeId, Shape[]>();
  for (const shape of scene.descendants(null)) {
    const over = scene.paintedOver(shape.id);
    if (over === undefined || isWithinAny(scene, shape.id, except)) continue;
    const known = raised.get(over);
    if (known) known.push(shape);
    else raised.set(over, [shape]);
  }
  return raised;
}

/** One shape at its place on the page; undefined when it paints nothing. */
export function drawShape(scene: SceneGraph, shape: Shape, context: DrawContext): DrawItem | undefined {
  return placeShape(scene, shape, drawLocally(scene, shape, context));
}

/** What a shape paints in its local coordinates: the same wherever it is moved, alone or with what it depends on. A kind nobody knows is a dashed box. */
export function drawLocally(scene: SceneGraph, shape: Shape, context: DrawContext): DisplayList {
  const definition = scene.definition(shape.type);
  const items = definition ? definition.draw(shape, context) : placeholder(shape, context);
  return shape.look === 'hand_drawn' ? handDrawn(items, seedOf(shape.id)) : items;
}

/** A whole number from 1 by which a shape's lines stray in their own way. */
function seedOf(id: ShapeId): number {
  return [...id].reduce((seed, sign) => (Math.imul(seed, 31) + (sign.codePointAt(0) ?? 0)) & 0x7fff_ffff, 7) + 1;
}

/** A shape's local drawing as a group at its place on the page, faded by its own opacity; undefined when there is nothing to paint. */
export function placeShape(scene: SceneGraph, shape: Shape, items: DisplayList): DrawItem | undefined {
  if (items.length === 0) return undefined;
  const origin = scene.origin(shape);
  const turn = shape.rotation % 360 === 0 ? undefined : { rotation: shape.rotation, cx: shape.w / 2, cy: shape.h / 2 };
  const faded = shape.opacity !== undefined && shape.opacity < 1 ? { opacity: shape.opacity } : undefined;
  const place = { dx: origin.x + shape.x, dy: origin.y + shape.y };
  return { kind: 'group', items, ...place, ...turn, ...faded };
}

/** A shape's drawing as it shows among its containers: clipped and faded by them; undefined when it is hidden. */
export function placeOnPage(scene: SceneGraph, id: ShapeId, item: DrawItem): DrawItem | undefined {
  if (isHidden(scene, id)) return undefined;
  let placed: readonly Piece[] = [{ id, item }];
  for (let up = scene.parent(scene.paintedOver(id) ?? id); up !== null; up = scene.parent(up))
    placed = inside(scene, scene.get(up), placed);
  return placed[0]?.item;
}

/** What lies in a container, with the container's clip and opacity. */
function inside(scene: SceneGraph, container: Shape | undefined, pieces: readonly Piece[]): Piece[] {
  const opacity = container?.opacity ?? 1;
  if (!container || pieces.length === 0) return [...pieces];
  const clips = scene.definition(container.type)?.clips === true && pieces.some(({ id }) => sticksOut(scene, id, container));
  const clip = clips ? scene.pageOutline(container.id) : undefined;
  const faded = opacity < 1 ? { opacity } : {};
  if (!clip)
    return opacity < 1 ? [{ id: container.id, item: { kind: 'group', items: pieces.map(({ item }) => item), ...faded } }] : [...pieces];
  const placed: Piece[] = [];
  let run: DrawItem[] = [];
  const endRun = () => {
    if (run.length > 0) placed.push({ id: container.id, item: { kind: 'group', items: run, ...faded, clip } });
    run = [];
  };
  for (const { id, item } of pieces) {
    if (!reachesOut(scene, id, container.id)) {
      run.push(item);
      continue;
    }
    endRun();
    placed.push({ id, item: opacity < 1 ? { kind: 'group', items: [item], ...faded } : item });
  }
  endRun();
  return placed;
}

/** Whether some paint of the shape may lie beyond the container's outline; its corners may be round. */
function sticksOut(scene: SceneGraph, id: ShapeId, container: Shape): boolean {
  const paint = scene.paintBounds(id);
  const box = scene.pageBounds(container.id);
  return !paint || !box || !boxContainsBox(expandBox(box, -Math.max(4, 0.3 * (container.radius ?? 0))), paint);
}

function placeholder(shape: Shape, { theme }: DrawContext): DisplayList {
  const path = rectanglePath({ x: 0, y: 0, w: shape.w, h: shape.h });
  return [{ kind: 'path', path, stroke: { paint: theme.stroke('grey'), width: 1, dash: [4, 4] } }];
}

function withDescendants(scene: SceneGraph, ids: Iterable<ShapeId>): Set<ShapeId> {
  const all = new Set<ShapeId>();
  for (const id of ids) {
    all.add(id);
    for (const shape of scene.descendants(id)) all.add(shape.id);
  }
  return all;
}

function withAncestors(scene: SceneGraph, ids: ReadonlySet<ShapeId>): Set<ShapeId> {
  const all = new Set(ids);
  for (const id of ids) for (let up = scene.parent(id); up !== null && !all.has(up); up = scene.parent(up)) all.add(up);
  return all;
}
