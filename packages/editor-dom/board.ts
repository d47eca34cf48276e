import type { ShapeId } from '@autograph/document';
import { boundTo, type Camera, type Editor, raisedOver } from '@autograph/editor';
import type { Box } from '@autograph/geometry';
import { createTilePainter, type ImageSource, type PaintResources, paintCanvas, type Surface, type View } from '@autograph/render';
import { createDrawings } from './drawings.ts';
import { liftedPlaces } from './lifted-places.ts';
import { paintGrid } from './paint-grid.ts';
import { createSpecks } from './specks.ts';

/** Up to this many moving shapes are painted among the others in their true order; more are copied as one layer on top. */
const liveAtMost = 60;

/** More damaged places than this are painted anew as a whole. */
const damageAtMost = 2000;

const nothing: ReadonlySet<ShapeId> = new Set();

/** All there is, px. */
const everywhere: Box = { x: -1e9, y: -1e9, w: 2e9, h: 2e9 };

function createSurface(w: number, h: number, alpha: boolean): Surface {
  const canvas = document.createElement('canvas');
  canvas.width = w;
  canvas.height = h;
  const context = canvas.getContext('2d', { alpha });
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
  const specks = createSpecks(editor);
  /** What a gesture moves or stretches, shown apart from the tiles. */
  let lifted = nothing;
  let moving = nothing;

  /** Whether a gesture moves the whole board: its tiles move with it. */
  let whole = false;
  /** The page point where the tiles' own coordinates begin: it goes where the whole board goes. */
  let anchor = scene.drift;

  /** Paints shapes, given in paint order, into a context that is in page px. */
  const paintShapes = (target: Surface['context'], ids: readonly ShapeId[], zoom: number) => {
    let start = 0;
    for (const [at, id] of ids.entries()) {
      if (!specks.isSpeck(id, zoom)) continue;
      if (at > start) paintCanvas(target, drawings.list(ids.slice(start, at)), resources, zoom);
      start = at + 1;
      specks.paint(target, id, zoom);
    }
    if (start < ids.length) paintCanvas(target, drawings.list(ids.slice(start)), resources, zoom);
  };

  const now = () => performance.now();
  const resting = createTilePainter({
    createSurface: (w, h) => createSurface(w, h, false),
    now,
    background: () => editor.theme.background,
    paint: (target, tile, zoom) => {
      const box = { ...tile, x: tile.x + anchor.x, y: tile.y + anchor.y };
      target.save();
      target.translate(-anchor.x, -anchor.y);
      target.fillStyle = editor.theme.background;
      target.fillRect(box.x, box.y, box.w, box.h);
      if (editor.settings.grid) paintGrid(target, box, editor.settings.gridSize, zoom, ratio(), editor.theme);
      const ids = scene.query(box);
      const resting = lifted.size === 0 ? ids : ids.filter((id) => !lifted.has(id));
      paintShapes(target, resting, zoom);
      target.restore();
    },
  });
  const carried = createTilePainter({
    createSurface: (w, h) => createSurface(w, h, true),
    now,
    paint: (target, box, zoom) => {
      const { dx, dy } = scene.transient ?? { dx: 0, dy: 0 };
      const ids = scene.query({ ...box, x: box.x + dx, y: box.y + dy }).filter((id) => moving.has(id));
      target.save();
      target.translate(-dx, -dy);
      paintShapes(target, ids, zoom);
      target.restore();
    },
  });

  /** Where a shape stands without the move in progress. */
  const restingBox = (id: ShapeId): Box | undefined => {
    const box = scene.paintBounds(id);
    const { transient } = scene;
    return box && transient?.moving.has(id) ? { ...box, x: box.x - transient.dx, y: box.y - transient.dy } : box;
  };

  /** Boxes where things stand on the page without the move in progress. */
  const repaint = (boxes: readonly Box[]) => {
    const { drift } = scene;
    if (boxes.length > damageAtMost) resting.invalidate(everywhere);
    else for (const box of boxes) resting.invalidate({ ...box, x: box.x - drift.x, y: box.y - drift.y });
  };

  /** An arrow dragged away from its shapes looks as before only until the gesture ends. */
  const isTornOff = (id: ShapeId): boolean => {
    const shape = scene.get(id);
    return shape !== undefined && boundTo(shape).some((target) => !moving.has(target));
  };

  const followGesture = () => {
    const { transient } = scene;
    const nowMoving = transient?.moving ?? nothing;
    const nowWhole = !editor.settings.grid && scene.isMovingWhole;
    if (nowMoving === moving && nowWhole === whole) return;
    const before = lifted;
    for (const id of before) if (isTornOff(id)) drawings.forget(id);
    moving = nowMoving;
    whole = nowWhole;
    lifted = transient && !whole ? new Set([...transient.moving, ...transient.stretching]) : nothing;
    repaint([...before, ...lifted].flatMap((id) => restingBox(id) ?? []));
    carried.clear();
  };

  /** Takes the tiles along with the board. The grid in them stays behind, so with it they have to be painted anew. */
  const followDrift = () => {
    const { drift, transient } = scene;
    const now = whole && transient ? { x: drift.x + transient.dx, y: drift.y + transient.dy } : drift;
    if (now.x === anchor.x && now.y === anchor.y) return;
    anchor = now;
    if (editor.settings.grid) resting.invalidate(everywhere);
  };

  /** The tiles show nothing of what was lifted off them before and still is. */
  const followChanges = (liftedBefore: ReadonlySet<ShapeId>) => {
    const { ids, boxes } = scene.takeDamage(liftedBefore === lifted ? lifted : nothing);
    for (const id of ids) {
      drawings.forget(id);
      specks.forget(id);
    }
    repaint(boxes);
  };

  /** Paints the few shapes in motion, and what lies over them, in their true order. */
  const paintLive = (view: View) => {
    const live = [...lifted];
    const places = live.flatMap((id) => liftedPlaces(editor, id));
    const around = new Set<ShapeId>(live);
    for (const box of places) for (const id of scene.query(box)) around.add(id);
    const ordered = raisedOver(scene, scene.inPaintOrder(around), lifted, editor.gesture.target);
    const lowest = ordered.findIndex((id) => lifted.has(id));
    context.save();
    context.setTransform(view.zoom, 0, 0, view.zoom, -view.x * view.zoom, -view.y * view.zoom);
    context.beginPath();
    for (const { x, y, w, h } of places) context.rect(x, y, w, h);
    context.clip();
    const drawn = ordered.slice(lowest).flatMap((id) => (moving.has(id) || !lifted.has(id) ? drawings.list([id]) : drawings.fresh([id])));
    paintCanvas(context, drawn, resources, view.zoom);
    context.restore();
  };

  const paintCarried = (view: View, budget: number, zooming: boolean): boolean => {
    const { dx, dy, stretching } = scene.transient ?? { dx: 0, dy: 0, stretching: [] };
    const complete = carried.draw(context, { ...view, x: view.x - dx, y: view.y - dy }, budget, zooming);
    context.save();
    context.setTransform(view.zoom, 0, 0, view.zoom, -view.x * view.zoom, -view.y * view.zoom);
    paintCanvas(context, drawings.fresh(scene.inPaintOrder(stretching.slice(0, 500))), resources, view.zoom);
    context.restore();
    return complete;
  };

  /** What the tiles show: the camera, moved to a whole device px of theirs, so that nothing jumps when it is lifted off them. */
  const look = (camera: Camera): View => {
    const zoom = camera.zoom * ratio();
    const snapped = (at: number, origin: number) => origin + Math.round((at - origin) * zoom) / zoom;
    return {
      x: snapped(camera.x, anchor.x),
      y: snapped(camera.y, anchor.y),
      zoom,
      w: editor.viewport.w * ratio(),
      h: editor.viewport.h * ratio(),
    };
  };
  const inTiles = (view: View): View => ({ ...view, x: view.x - anchor.x, y: view.y - anchor.y });

  return {
    /**
     * Paints the present state into the context as the camera sees it, within about `budget` ms; false when another frame is
     * needed to finish. While the person is `zooming`, what is painted already stands in for what has to be painted.
     */
    draw(camera: Camera, budget: number, zooming: boolean): boolean {
      const liftedBefore = lifted;
      followGesture();
      followDrift();
      followChanges(liftedBefore);
      const view = look(camera);
      let complete = resting.draw(context, inTiles(view), budget, zooming);
      if (lifted.size > liveAtMost) complete = paintCarried(view, budget, zooming) && complete;
      else if (lifted.size > 0) paintLive(view);
      return complete;
    },
    /** Looks at a shape's place anew, though the shape is the same. */
    repaint(id: ShapeId): void {
      repaint([restingBox(id)].filter((box) => box !== undefined));
    },
    /** Paints anew what shows a picture that is there now. */
    repaintPicture(source: ImageSource): void {
      repaint([...drawings.showing(source)].flatMap((id) => restingBox(id) ?? []));
      carried.clear();
    },
    /** Paints ahead while nothing else is to do; false while there is more. */
    prefetch: (budget: number): boolean => resting.prefetch(inTiles(look(editor.camera)), budget),
    /** Theme, grid or fonts have changed. */
    clear() {
      drawings.clear();
      specks.clear();
      resting.clear();
      carried.clear();
    },
  };
}
