import type { ShapeId } from '@autograph/document';
import type { Editor } from '@autograph/editor';
import type { Box } from '@autograph/geometry';
import { createTilePainter, type PaintResources, paintCanvas, type Surface, type View } from '@autograph/render';
import { createDrawings } from './drawings.ts';

/** Up to this many moving shapes are painted among the others in their true order; more are copied as one layer on top. */
const liveAtMost = 60;

/** More damaged places than this are painted anew as a whole. */
const damageAtMost = 2000;

function createSurface(w: number, h: number): Surface {
  const canvas = document.createElement('canvas');
  canvas.width = w;
  canvas.height = h;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser gives no 2D canvas.');
  return { context, pixels: canvas };
}

export interface BoardOptions {
  readonly editor: Editor;
  readonly context: CanvasRenderingContext2D;
  readonly resources: PaintResources;
  /** Device px for one CSS px. */
  readonly ratio: () => number;
}

/** What the board shows of the shapes: tiles of what rests, and over them what a gesture moves. */
export function createBoard({ editor, context, resources, ratio }: BoardOptions) {
  const { scene } = editor;
  const drawings = createDrawings(editor);
  /** What a gesture moves or stretches, shown apart from the tiles. */
  let lifted: ReadonlySet<ShapeId> = new Set();
  let moving: ReadonlySet<ShapeId> = new Set();

  const now = () => performance.now();
  const resting = createTilePainter({
    createSurface,
    now,
    paint: (target, box, zoom) => {
      const ids = scene.query(box);
      paintCanvas(target, drawings.list(lifted.size === 0 ? ids : ids.filter((id) => !lifted.has(id))), resources, zoom);
    },
  });
  const carried = createTilePainter({
    createSurface,
    now,
    paint: (target, box, zoom) => {
      const { dx, dy } = scene.transient ?? { dx: 0, dy: 0 };
      const ids = scene.query({ ...box, x: box.x + dx, y: box.y + dy }).filter((id) => moving.has(id));
      target.save();
      target.translate(-dx, -dy);
      paintCanvas(target, drawings.fresh(ids), resources, zoom);
      target.restore();
    },
  });

  /** Where a shape stands without the move in progress. */
  const restingBox = (id: ShapeId): Box | undefined => {
    const box = scene.paintBounds(id);
    const { transient } = scene;
    return box && transient?.moving.has(id) ? { ...box, x: box.x - transient.dx, y: box.y - transient.dy } : box;
  };

  const repaint = (boxes: readonly Box[]) => {
    if (boxes.length > damageAtMost) resting.clear();
    else for (const box of boxes) resting.invalidate(box);
  };

  const followGesture = () => {
    const { transient } = scene;
    const nowMoving = transient?.moving ?? new Set<ShapeId>();
    if (nowMoving === moving) return;
    const before = lifted;
    moving = nowMoving;
    lifted = transient ? new Set([...transient.moving, ...transient.stretching]) : new Set();
    for (const id of [...before, ...lifted]) drawings.forget(id);
    repaint([...before, ...lifted].flatMap((id) => restingBox(id) ?? []));
    carried.clear();
  };

  const followChanges = () => {
    const { ids, boxes } = scene.takeDamage();
    for (const id of ids) drawings.forget(id);
    repaint(boxes);
  };

  /** Paints the few shapes in motion, and what lies over them, in their true order. */
  const paintLive = (view: View) => {
    const live = [...lifted];
    const places = live.flatMap((id) => scene.paintBounds(id) ?? []);
    const around = new Set<ShapeId>(live);
    for (const box of places) for (const id of scene.query(box)) around.add(id);
    const ordered = scene.inPaintOrder(around);
    const lowest = ordered.findIndex((id) => lifted.has(id));
    context.save();
    context.setTransform(view.zoom, 0, 0, view.zoom, -view.x * view.zoom, -view.y * view.zoom);
    context.beginPath();
    for (const { x, y, w, h } of places) context.rect(x, y, w, h);
    context.clip();
    for (const id of ordered.slice(lowest))
      paintCanvas(context, lifted.has(id) ? drawings.fresh([id]) : drawings.list([id]), resources, view.zoom);
    context.restore();
  };

  const paintCarried = (view: View, budget: number): boolean => {
    const { dx, dy, stretching } = scene.transient ?? { dx: 0, dy: 0, stretching: [] };
    const complete = carried.draw(context, { ...view, x: view.x - dx, y: view.y - dy }, budget);
    context.save();
    context.setTransform(view.zoom, 0, 0, view.zoom, -view.x * view.zoom, -view.y * view.zoom);
    paintCanvas(context, drawings.fresh(scene.inPaintOrder(stretching.slice(0, 500))), resources, view.zoom);
    context.restore();
    return complete;
  };

  return {
    /** Paints the present state into the context within about `budget` ms; false when another frame is needed to finish. */
    draw(budget: number): boolean {
      followGesture();
      followChanges();
      const zoom = editor.camera.zoom * ratio();
      const view: View = { x: editor.camera.x, y: editor.camera.y, zoom, w: editor.viewport.w * ratio(), h: editor.viewport.h * ratio() };
      let complete = resting.draw(context, view, budget);
      if (lifted.size > liveAtMost) complete = paintCarried(view, budget) && complete;
      else if (lifted.size > 0) paintLive(view);
      return complete;
    },
    /** Paints ahead while nothing else is to do; false while there is more. */
    prefetch(budget: number): boolean {
      const zoom = editor.camera.zoom * ratio();
      return resting.prefetch(
        { x: editor.camera.x, y: editor.camera.y, zoom, w: editor.viewport.w * ratio(), h: editor.viewport.h * ratio() },
        budget,
      );
    },
    /** Theme, fonts or pictures have changed. */
    clear() {
      drawings.clear();
      resting.clear();
      carried.clear();
    },
  };
}
