import type { Terminal } from '@autograph/document';
import { add, rotate, type Vec } from '@autograph/geometry';
import { readDataUrl } from '../data-url.ts';
import { pictureProperties } from '../picture.ts';
import type { Sketch, Sketchpad } from '../sketchpad.ts';
import type { BindingRecord, ShapeRecord } from './records.ts';
import { readRichText } from './rich-text.ts';
import { geoKinds, readAlign, readColor, readDash, readFont, readFontSize, readHead, readStrokeWidth, readValign } from './styles.ts';
import { readTrack } from './track.ts';

/** What one page is read from. */
export interface PageSource {
  readonly pageId: string;
  readonly shapes: readonly ShapeRecord[];
  /** By arrow and end. */
  readonly bindings: ReadonlyMap<string, BindingRecord>;
  /** Addresses of pictures by asset id. */
  readonly assets: ReadonlyMap<string, string>;
}

export const bindingKey = (arrow: string, terminal: 'start' | 'end') => `${arrow} ${terminal}`;

/** A shape's origin on the page and its angle, degrees; tldraw turns a shape about its origin, and its children with it. */
interface Frame {
  readonly at: Vec;
  readonly angle: number;
}

const noteSize = 200;

/** Puts the shapes of a page on the pad, parents before children, siblings in paint order. */
export function readPage(pad: Sketchpad, source: PageSource): void {
  const children = new Map<string, ShapeRecord[]>();
  for (const shape of source.shapes) children.set(shape.parentId, [...(children.get(shape.parentId) ?? []), shape]);
  const visit = (parent: string, frame: Frame, parentShape: string | undefined): void => {
    const siblings = [...(children.get(parent) ?? [])].sort((a, b) => (a.index < b.index ? -1 : a.index > b.index ? 1 : 0));
    // Each parent is gone through once, so that a ring of parents ends.
    children.delete(parent);
    for (const shape of siblings) {
      const own: Frame = {
        at: add(frame.at, rotate({ x: shape.x, y: shape.y }, frame.angle, { x: 0, y: 0 })),
        angle: frame.angle + (shape.rotation * 180) / Math.PI,
      };
      const sketch = sketchOf(pad, shape, own, source);
      if (sketch) pad.add(sketch, parentShape);
      visit(shape.id, own, sketch ? shape.id : parentShape);
    }
  };
  visit(source.pageId, { at: { x: 0, y: 0 }, angle: 0 }, undefined);
}

/** Unrotated place of a box that tldraw has turned about its origin: ours turn about their middle. */
function placed({ at, angle }: Frame, w: number, h: number) {
  const middle = add(at, rotate({ x: w / 2, y: h / 2 }, angle, { x: 0, y: 0 }));
  return { x: middle.x - w / 2, y: middle.y - h / 2, w, h, rotation: angle };
}

function sketchOf(pad: Sketchpad, shape: ShapeRecord, frame: Frame, source: PageSource): Sketch | undefined {
  const { props, id, type } = shape;
  const { w = 0, h = 0, growY = 0, scale = 1 } = props;
  const base = { id, ...(shape.isLocked && { locked: true }), ...(shape.opacity < 1 && { opacity: shape.opacity }) };
  const line = { stroke: readColor(props.color), stroke_width: readStrokeWidth(props.size, scale), ...readDash(props.dash) };
  switch (type) {
    case 'geo':
      return {
        ...base,
        ...placed(frame, w, h + growY),
        ...(geoKinds[props.geo ?? ''] ?? { type: 'rectangle', radius: 0 }),
        ...line,
        ...fillOf(shape),
        ...lettersOf(shape, 'label'),
      };
    case 'note':
      return {
        ...base,
        type: 'sticky',
        ...placed(frame, noteSize * scale, (noteSize + growY) * scale),
        fill: readColor(props.color),
        ...lettersOf(shape, 'label'),
      };
    case 'text':
      return {
        ...base,
        type: 'text',
        ...placed(frame, w, h),
        auto_width: props.autoSize ?? true,
        ...lettersOf(shape, 'text'),
        text_color: readColor(props.color),
      };
    case 'frame':
      return { ...base, type: 'frame', x: frame.at.x, y: frame.at.y, w, h, text: props.name || 'Frame' };
    case 'group':
      return { ...base, type: 'group' };
    case 'draw':
    case 'highlight':
      return { ...base, type: 'pen', ...line, ...(type === 'highlight' && { opacity: 0.35, stroke_width: 12 }), ...trackOf(shape, frame) };
    case 'line':
      return { ...base, type: 'line', ...line, ...lineOf(shape, frame) };
    case 'arrow':
      return { ...base, type: 'arrow', ...line, ...lettersOf(shape, 'label'), ...arrowOf(shape, frame, source) };
    case 'image': {
      const image = readDataUrl(source.assets.get(props.assetId ?? ''));
      if (!image) pad.lose('Some pictures are not in the file and show as grey boxes.');
      return { ...base, type: 'picture', ...placed(frame, w, h), ...(image && pictureProperties(pad, props.assetId ?? id, image)) };
    }
    case 'bookmark':
    case 'embed':
      return { ...base, type: 'rectangle', ...placed(frame, w || 300, h || 120), text: props.url ?? '' };
    default:
      pad.lose(`Shapes of the kind “${type}” are left out.`);
      return undefined;
  }
}

function fillOf({ props: { fill, color } }: ShapeRecord): Partial<Sketch> {
  if (fill === undefined || fill === 'none') return { fill: 'none' };
  if (fill === 'semi') return { fill_style: 'soft' };
  return { fill: readColor(color), fill_style: fill === 'pattern' ? 'hatch' : fill === 'fill' ? 'solid' : 'soft' };
}

function lettersOf({ props }: ShapeRecord, kind: 'label' | 'text'): Partial<Sketch> {
  const { text, spans } = props.richText === undefined ? { text: props.text ?? '', spans: [] } : readRichText(props.richText);
  if (text === '' && kind === 'label') return {};
  const align = readAlign(kind === 'text' ? (props.textAlign ?? props.align ?? 'start') : props.align);
  const valign = readValign(props.verticalAlign);
  return {
    text,
    ...(spans.length > 0 && { text_spans: spans }),
    font: readFont(props.font),
    font_size: readFontSize(props.size, kind, props.scale),
    ...(props.labelColor && { text_color: readColor(props.labelColor) }),
    ...(align && { text_align: align }),
    ...(valign && { text_valign: valign }),
  };
}

const onPage = ({ at, angle }: Frame, point: Vec): Vec => add(at, rotate(point, angle, { x: 0, y: 0 }));

function trackOf({ props: { segments = [] } }: ShapeRecord, frame: Frame): Partial<Sketch> {
  const points = readTrack(segments).map(([x, y, pressure]) => ({ ...onPage(frame, { x, y }), pressure }));
  const [left, top] = [Math.min(...points.map(({ x }) => x)), Math.min(...points.map(({ y }) => y))];
  const [right, bottom] = [Math.max(...points.map(({ x }) => x)), Math.max(...points.map(({ y }) => y))];
  return { x: left, y: top, w: right - left, h: bottom - top, points: points.map(({ x, y, pressure }) => [x - left, y - top, pressure]) };
}

function lineOf({ props: { points, spline } }: ShapeRecord, frame: Frame): Partial<Sketch> {
  const listed = typeof points === 'object' && points !== null ? Object.values(points).filter(isHandle) : [];
  const page = listed.sort((a, b) => (a.index < b.index ? -1 : 1)).map((point) => onPage(frame, point));
  const [first = frame.at, last = first] = [page[0], page.at(-1)];
  const middle = page.slice(1, -1).map(({ x, y }) => [x, y]);
  return {
    x: first.x,
    y: first.y,
    start: first,
    end: last,
    route: spline === 'cubic' ? 'curved' : 'straight',
    ...(middle.length > 0 && { points: middle }),
  };
}

function isHandle(value: unknown): value is { index: string; x: number; y: number } {
  if (typeof value !== 'object' || value === null || !('x' in value && 'y' in value && 'index' in value)) return false;
  return typeof value.x === 'number' && typeof value.y === 'number' && typeof value.index === 'string';
}

function arrowOf({ id, props }: ShapeRecord, frame: Frame, { bindings, shapes }: PageSource): Partial<Sketch> {
  const end = (terminal: 'start' | 'end'): Terminal => {
    const given = props[terminal];
    const binding = bindings.get(bindingKey(id, terminal));
    const target = binding?.toId ?? given?.boundShapeId;
    const { x, y } = onPage(frame, { x: given?.x ?? 0, y: given?.y ?? 0 });
    if (target === undefined || !shapes.some((shape) => shape.id === target)) return { x, y };
    const anchor =
      (binding?.props.isPrecise ?? given?.isPrecise) ? (binding?.props.normalizedAnchor ?? given?.normalizedAnchor) : undefined;
    return { shape_id: target, ...(anchor && { anchor: { x: unit(anchor.x), y: unit(anchor.y) } }) };
  };
  const [start, finish] = [end('start'), end('end')];
  const bent = Math.abs(props.bend ?? 0) > 1;
  const middle = bent && start.x !== undefined && finish.x !== undefined ? bendPoint(start, finish, props.bend ?? 0) : undefined;
  return {
    x: start.x ?? frame.at.x,
    y: start.y ?? frame.at.y,
    start,
    end: finish,
    start_head: readHead(props.arrowheadStart),
    end_head: readHead(props.arrowheadEnd),
    route: props.kind === 'elbow' ? 'orthogonal' : bent ? 'curved' : 'straight',
    ...(middle && { points: [[middle.x, middle.y]] }),
    ...(props.labelPosition !== undefined && props.labelPosition !== 0.5 && { label_position: unit(props.labelPosition) }),
  };
}

/** The middle of an arc whose sagitta is `bend` px, to the left of its direction when positive as tldraw counts. */
function bendPoint(start: Terminal, end: Terminal, bend: number): Vec {
  const from = { x: start.x ?? 0, y: start.y ?? 0 };
  const to = { x: end.x ?? 0, y: end.y ?? 0 };
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  return {
    x: (from.x + to.x) / 2 + ((to.y - from.y) / length) * bend,
    y: (from.y + to.y) / 2 - ((to.x - from.x) / length) * bend,
  };
}

const unit = (value: number) => Math.min(1, Math.max(0, value));
