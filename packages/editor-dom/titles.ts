import type { Shape, ShapeId } from '@autograph/document';
import { type Editor, type LiftedTitle, leastLetters, liftedTitles } from '@autograph/editor';
import { type Box, boxesIntersect } from '@autograph/geometry';
import { type DisplayList, type PaintResources, paintCanvas, type Theme, withAlpha } from '@autograph/render';

/** How far the ground of a title that is being typed reaches beyond it, px. */
const margin = 3;

interface Made {
  readonly width: number;
  readonly theme: Theme;
  readonly list: DisplayList;
}

const endOf = (list: DisplayList): number =>
  list.reduce((end, item) => (item.kind === 'text' ? Math.max(end, item.x + item.width) : end), 0);

/** Paints the titles that the board does not show in their shapes: enlarged from afar, and whole while they are being typed. */
export function createTitles(editor: Editor, resources: PaintResources, onRoomChange: (id: ShapeId) => void) {
  const drawn = new WeakMap<Shape, Made>();
  let headed: readonly ShapeId[] | null = null;
  /** Whether the titles painted so far may be left out of their shapes. */
  const roomy = new Map<ShapeId, boolean>();

  const listOf = (shape: Shape, width: number): DisplayList => {
    const { theme } = editor;
    const known = drawn.get(shape);
    // A folded one tells how much it holds, which is not in its record.
    if (!shape.collapsed && known?.width === width && known.theme === theme) return known.list;
    const heading = editor.definition(shape.type)?.heading;
    const list = heading?.draw(shape, editor.drawContext, { ...heading.box(shape), x: 0, y: 0, w: width }) ?? [];
    drawn.set(shape, { width, theme, list });
    return list;
  };

  const paintTitle = (context: CanvasRenderingContext2D, { shape, at, scale, width, height, typed }: LiftedTitle, ratio: number) => {
    context.save();
    context.translate(at.x, at.y);
    context.scale(scale, scale);
    const list = listOf(shape, typed ? Number.MAX_SAFE_INTEGER : width);
    if (typed) {
      context.fillStyle = withAlpha(editor.theme.background, 0.9);
      context.fillRect(-margin, -margin, Math.max(endOf(list), width) + 2 * margin, height + 2 * margin);
    }
    paintCanvas(context, list, resources, scale * ratio);
    context.restore();
  };

  const hasRoom = (id: ShapeId): boolean => {
    const shape = editor.scene.get(id);
    const has = shape !== undefined && editor.titleRoom.of(shape) > 1;
    roomy.set(id, has);
    return has;
  };

  const followRoom = (area: Box) => {
    for (const [id, had] of [...roomy]) {
      const bounds = editor.scene.pageBounds(id);
      if (!bounds) roomy.delete(id);
      else if (boxesIntersect(bounds, area) && hasRoom(id) !== had) onRoomChange(id);
    }
  };

  return {
    /** Whether the title is left out of its shape's own paint; `scale` is px of the screen for one px of it. */
    isApart: (id: ShapeId, letters: number, scale: number) =>
      id === editor.editing?.shape_id || (letters * scale < leastLetters && hasRoom(id)),
    /** Call when shapes have come or gone. */
    forget() {
      headed = null;
    },
    /** Paints those in an area of the page over the board; the context is in viewport px, `ratio` device px for one of them. */
    paint(context: CanvasRenderingContext2D, ratio: number, area: Box) {
      headed ??= editor.scene.descendants(null).flatMap(({ id, type }) => (editor.definition(type)?.heading ? [id] : []));
      followRoom(area);
      for (const title of liftedTitles(editor, headed, area)) paintTitle(context, title, ratio);
    },
  };
}
