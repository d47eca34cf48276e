import type { ShapeId } from '@autograph/document';
import { drawLocally, type Editor, isHidden } from '@autograph/editor';
import type { CanvasContext, DisplayList, Paint } from '@autograph/render';

/** What is seen smaller than this, device px, is a speck: its form cannot be told. */
const largest = 6;
/** The least side of one, device px. */
const least = 0.6;

/** One colour of a speck, and how strong it is. */
interface Tint {
  readonly paint: Paint;
  readonly alpha: number;
}

/** Shapes so small that only their colours can be seen: painted as bare rectangles, which costs next to nothing however many there are. */
export function createSpecks(editor: Editor) {
  const { scene } = editor;
  const known = new Map<ShapeId, readonly Tint[]>();

  function tintsOf(id: ShapeId): readonly Tint[] {
    const shape = scene.get(id);
    const tints = known.get(id) ?? (shape ? tintsIn(drawLocally(scene, shape, editor.drawContext)) : []);
    known.set(id, tints);
    return tints;
  }

  return {
    forget: (id: ShapeId) => void known.delete(id),
    clear: () => known.clear(),
    /** Whether a shape is one; `zoom` is device px for one page px. */
    isSpeck(id: ShapeId, zoom: number): boolean {
      const box = scene.paintBounds(id);
      return box !== undefined && Math.max(box.w, box.h) * zoom < largest;
    },
    /** Paints one; the context is in page px. */
    paint(context: Pick<CanvasContext, 'globalAlpha' | 'fillStyle' | 'fillRect'>, id: ShapeId, zoom: number): void {
      const box = scene.pageBounds(id);
      if (!box || isHidden(scene, id)) return;
      const opacity = scene.get(id)?.opacity ?? 1;
      const [w, h] = [Math.max(box.w, least / zoom), Math.max(box.h, least / zoom)];
      for (const { paint, alpha } of tintsOf(id)) {
        context.globalAlpha = alpha * opacity;
        context.fillStyle = paint;
        context.fillRect(box.x, box.y, w, h);
      }
      context.globalAlpha = 1;
    },
  };
}

/** The colours of a drawing from below: of the first area, of the first line, of a text where there is neither. */
function tintsIn(list: DisplayList): readonly Tint[] {
  let area: Tint | undefined;
  let line: Tint | undefined;
  let words: Tint | undefined;
  for (const item of list) {
    if (item.kind === 'group') {
      const inside = tintsIn(item.items);
      if (!area && !line && inside.length > 0) return inside;
    } else if (item.kind === 'path') {
      if (item.fill) area ??= { paint: item.fill, alpha: 1 };
      if (item.stroke) line ??= { paint: item.stroke.paint, alpha: 0.6 };
    } else if (item.kind === 'text') {
      const [run] = item.runs;
      if (run) words ??= { paint: run.paint, alpha: 0.45 };
    } else if (item.kind === 'image') area ??= { paint: item.placeholder ?? '#8a8f98', alpha: 0.6 };
  }
  const form = [area, line].filter((tint) => tint !== undefined);
  return form.length > 0 ? form : words ? [words] : [];
}
