import type { Shape, ShapeId } from '@autograph/document';
import { type Box, boxContainsBox, boxesIntersect, expandBox, pathMeetsBox, translateBox } from '@autograph/geometry';
import { isConnector } from './arrow-bindings.ts';
import { isWithin } from './containment.ts';
import type { Editor } from './editor.ts';
import { isHidden } from './hit-test.ts';
import type { ShapeDefinition } from './shape-definition.ts';

/** A title is enlarged no more than this. */
const most = 8;
/** Less than this is not worth showing it elsewhere than in its shape. */
const least = 1.1;
/** Between an enlarged title and what is around it, px. */
const clearance = 3;

/** Between a title and what stands at the end of its line, px. */
const gap = 10;
/** For what widths differ by when letters are measured at another size, px. */
const slack = 1;

type Heading = NonNullable<ShapeDefinition['heading']>;

/** Height of a title's line, px. */
function lineHeight(heading: Heading, shape: Shape): number {
  return heading.letters(shape) * 1.3;
}

/** How far the bottom of a title's line sinks when it is enlarged `times`, px: it grows about its middle to the end of its strip, beyond that upwards. */
export function titleDrop(heading: Heading, shape: Shape, times: number): number {
  const line = lineHeight(heading, shape);
  const { y, h } = heading.box(shape);
  return Math.min((line * (times - 1)) / 2, Math.max(0, y + (h - line) / 2 - 1));
}

/** How many times larger than in its shape a title can be shown without meeting anything: kept until the board changes. */
export class TitleRoom {
  readonly #editor: Editor;
  readonly #known = new Map<ShapeId, number>();

  constructor(editor: Editor) {
    this.#editor = editor;
  }

  /** Call when the board has changed. */
  forget(): void {
    this.#known.clear();
  }

  /** 1 when it has to stay as it is. */
  of(shape: Shape): number {
    const known = this.#known.get(shape.id);
    if (known !== undefined) return known;
    const heading = this.#editor.definition(shape.type)?.heading;
    const room = heading ? this.#measure(shape, heading) : 1;
    this.#known.set(shape.id, room);
    return room;
  }

  #measure(shape: Shape, heading: Heading): number {
    const { scene, drawContext } = this.#editor;
    const bounds = scene.pageBounds(shape.id);
    const box = heading.box(shape);
    const [text, ...ends] = heading.draw(shape, drawContext, box).flatMap((item) => (item.kind === 'text' ? [item] : []));
    if (!bounds || !text || text.width <= 0) return 1;
    const line = lineHeight(heading, shape);
    const free = Math.max(0, box.w - text.width);
    const share = free > 0 ? (text.x - box.x) / free : 0;
    // Only around what lies on the page itself is there a place for a title outside.
    const inside = scene.parent(shape.id) !== null;
    const middle = box.y + box.h / 2;
    const placeOf = (times: number): Box => {
      const bottom = middle + line / 2 + titleDrop(heading, shape, times);
      const place = { x: box.x + share * (box.w - text.width * times), y: bottom - line * times, w: text.width * times, h: line * times };
      return expandBox(translateBox(place, bounds.x, bounds.y), clearance);
    };
    const tallest = inside ? (2 * (middle - 1)) / line : most;
    const taken = ends.reduce((sum, { width }) => sum + width + gap, text.width + slack);
    let times = Math.min(most, tallest, box.w / taken);
    const others = times > least ? this.#around(shape, placeOf(times)) : [];
    while (times > least && others.some((other) => this.#meets(other, placeOf(times)))) times *= 0.9;
    return times > least ? times : 1;
  }

  /** What is seen in the area, without the shape and what it lies in. */
  #around(shape: Shape, area: Box): Shape[] {
    const { scene } = this.#editor;
    return scene.query(area).flatMap((id) => {
      const other = scene.get(id);
      const isGround = isWithin(scene, shape.id, id) || isHidden(scene, id) || scene.definition(other?.type ?? '')?.wraps;
      return other && !isGround ? [other] : [];
    });
  }

  #meets(other: Shape, place: Box): boolean {
    const { scene } = this.#editor;
    const bounds = scene.pageBounds(other.id);
    if (!bounds) return false;
    const definition = scene.definition(other.type);
    if (!isConnector(other)) return boxesIntersect(bounds, place) && !(definition?.container && boxContainsBox(bounds, place));
    const label = definition?.labelBox?.(other, scene);
    const origin = scene.origin(other);
    const onPage = label && label.w > 0 && translateBox(label, origin.x + other.x, origin.y + other.y);
    return (onPage && boxesIntersect(onPage, place)) || pathMeetsBox(scene.pageOutline(other.id) ?? [], place);
  }
}
