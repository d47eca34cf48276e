import type { ShapeId } from '@autograph/document';
import { type Editor, isConnector } from '@autograph/editor';
import { type Box, boxContainsBox, boxesIntersect, expandBox, translateBox, unionBoxes, type Vec } from '@autograph/geometry';
import type { Theme } from '@autograph/render';
import { contentBox, contentBoxAfter, isUnseen } from './content-box.ts';

/** What the map paints on; a browser's canvas fits. */
export interface MapCanvas {
  width: number;
  height: number;
  getContext(kind: '2d'): MapContext | null;
}

export type MapContext = Pick<
  CanvasRenderingContext2D,
  | 'strokeStyle'
  | 'fillStyle'
  | 'globalAlpha'
  | 'lineWidth'
  | 'save'
  | 'restore'
  | 'beginPath'
  | 'moveTo'
  | 'lineTo'
  | 'rect'
  | 'clip'
  | 'stroke'
  | 'fillRect'
  | 'strokeRect'
  | 'clearRect'
>;

/** A picture of everything on a board, small: every shape its box in its colour, lines as lines. */
export interface BoardMap<Canvas extends MapCanvas> {
  readonly canvas: Canvas;
  /** The box around all that is on the board, px; undefined when there is nothing. */
  readonly content: Box | undefined;
  /** The part of the page that the picture shows, px. */
  readonly shown: Box | undefined;
  /** Paints what has changed since the last call. */
  update(): void;
  /** Has everything painted anew by the next update: the theme is another. */
  clear(): void;
  stop(): void;
}

/** The longer side of the picture, device px: sharp enough when the map grows a little. */
const side = 512;
/** Nothing gets smaller than this, device px. */
const least = 1.5;
/** Room beyond the content for what is added at its edges, as a share of its longer side. */
const slack = 0.15;
/** A picture that shows more than so many times as much as there is, is painted anew. */
const tooWide = 2.5;
/** More changed places than this are painted anew as a whole. */
const mostPlaces = 500;

/** A map that costs what changes on the board, not what is on it. */
export function createBoardMap<Canvas extends MapCanvas>(editor: Editor, canvas: Canvas): BoardMap<Canvas> {
  const { scene } = editor;
  const damage = scene.watchDamage();
  let content: Box | undefined;
  /** Where on the page the picture lies, as long as the board has not moved as a whole. */
  let frame: (Box & { readonly scale: number }) | undefined;
  let anchor: Vec = scene.drift;
  let outdated = true;

  function paintShape(context: MapContext, id: ShapeId, origin: Vec, scale: number): void {
    const shape = scene.get(id);
    const box = scene.pageBounds(id);
    if (!shape || !box || isUnseen(scene, id)) return;
    const [x, y, w, h] = [(box.x - origin.x) * scale, (box.y - origin.y) * scale, box.w * scale, box.h * scale];
    const { theme } = editor;
    const definition = editor.definition(shape.type);
    if (isConnector(shape)) {
      context.strokeStyle = theme.stroke('grey');
      context.lineWidth = least;
      context.beginPath();
      for (const [kind, ...numbers] of scene.pageOutline(id) ?? []) {
        const [px = 0, py = 0] = numbers.slice(-2);
        if (kind === 'M') context.moveTo((px - origin.x) * scale, (py - origin.y) * scale);
        else if (kind !== 'Z') context.lineTo((px - origin.x) * scale, (py - origin.y) * scale);
      }
      context.stroke();
    } else if (definition?.container) {
      if (definition.wraps) return;
      context.strokeStyle = theme.stroke('grey');
      context.globalAlpha = 0.5;
      context.lineWidth = 2 * least;
      context.strokeRect(x + least, y + least, Math.max(0, w - 2 * least), Math.max(0, h - 2 * least));
      context.globalAlpha = 1;
    } else {
      const { fill, stroke } = { ...definition?.defaults, ...shape };
      const color = fill && fill !== 'none' ? fill : stroke;
      const paint = color && color !== 'none' ? theme.fill(color, 'solid') : theme.stroke('grey');
      // What has the colour of the ground would not be seen on it.
      context.fillStyle = isGround(paint, theme) ? theme.stroke('grey') : paint;
      context.globalAlpha = isGround(paint, theme) ? 0.3 : 0.65;
      context.fillRect(x, y, Math.max(least, w), Math.max(least, h));
      context.globalAlpha = 1;
    }
  }

  function paintAll(context: MapContext): void {
    damage.take();
    anchor = scene.drift;
    outdated = false;
    content = contentBox(scene);
    frame = content && framed(content);
    canvas.width = Math.max(1, Math.ceil((frame?.w ?? 0) * (frame?.scale ?? 1)));
    canvas.height = Math.max(1, Math.ceil((frame?.h ?? 0) * (frame?.scale ?? 1)));
    if (frame) for (const id of scene.query(frame)) paintShape(context, id, frame, frame.scale);
  }

  /** Paints what lies in a box of the page anew, and nothing else. */
  function paintPlace(context: MapContext, place: Box, { x, y, scale }: Box & { readonly scale: number }): void {
    // Thin things are painted wider than they are.
    const reach = 2 * least;
    const left = Math.floor((place.x - x) * scale - reach);
    const top = Math.floor((place.y - y) * scale - reach);
    const right = Math.ceil((place.x + place.w - x) * scale + reach);
    const bottom = Math.ceil((place.y + place.h - y) * scale + reach);
    context.save();
    context.beginPath();
    context.rect(left, top, right - left, bottom - top);
    context.clip();
    context.clearRect(left, top, right - left, bottom - top);
    const box = { x: x + left / scale, y: y + top / scale, w: (right - left) / scale, h: (bottom - top) / scale };
    for (const id of scene.query(expandBox(box, reach / scale))) paintShape(context, id, { x, y }, scale);
    context.restore();
  }

  /** Where the picture lies now. */
  function present(): (Box & { readonly scale: number }) | undefined {
    return frame && { ...translateBox(frame, scene.drift.x - anchor.x, scene.drift.y - anchor.y), scale: frame.scale };
  }

  return {
    canvas,
    get content() {
      return content;
    },
    get shown() {
      return present();
    },
    update() {
      const context = canvas.getContext('2d');
      if (!context) return;
      const places = outdated ? [] : joined(damage.take());
      const now = present();
      if (now && content) {
        content = translateBox(content, now.x - (frame?.x ?? 0), now.y - (frame?.y ?? 0));
        frame = now;
        anchor = scene.drift;
      }
      const inner = content;
      // What changes inside leaves the box around everything as it is.
      if (inner && places.some((place) => !boxContainsBox(expandBox(inner, -1), place))) content = contentBoxAfter(scene, inner, places);
      if (outdated || !now || !content || !fits(now, content) || places.length > mostPlaces) paintAll(context);
      else for (const place of places) paintPlace(context, place, now);
      // What a gesture shows elsewhere is where it was as soon as it ends.
      outdated = scene.transient !== null;
    },
    clear() {
      outdated = true;
    },
    stop: damage.stop,
  };
}

function isGround(paint: string, { background }: Theme): boolean {
  return ['#fff', '#ffffff', background.toLowerCase()].includes(paint.toLowerCase());
}

function fits(frame: Box, content: Box): boolean {
  return boxContainsBox(frame, content) && Math.max(frame.w, frame.h) < tooWide * Math.max(content.w, content.h);
}

function framed(content: Box): Box & { readonly scale: number } {
  const box = expandBox(content, Math.max(content.w, content.h, 1) * slack);
  return { ...box, scale: side / Math.max(box.w, box.h) };
}

/** The places with those that overlap as one, in one pass. */
function joined(places: readonly Box[]): Box[] {
  const apart: Box[] = [];
  for (const place of places) {
    const at = apart.findLastIndex((other) => boxesIntersect(other, place));
    const other = apart[at];
    if (other && apart.length - at < 8) apart[at] = unionBoxes([other, place]) ?? place;
    else apart.push(place);
  }
  return apart;
}
