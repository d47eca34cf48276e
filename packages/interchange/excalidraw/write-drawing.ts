import type { Shape } from '@autograph/document';
import type { DrawContext } from '@autograph/editor';
import { boxCentre, flatten, rotate, type Vec } from '@autograph/geometry';
import type { DisplayList, DrawItem, ImageContent, Images } from '@autograph/render';
import { shapeDefinitions } from '@autograph/shapes';
import type { ElementRecord, Place } from './element-record.ts';
import { writeFont } from './names.ts';

type KeepImage = (key: string, image: ImageContent) => void;

/** A kind that Excalidraw lacks, as the lines, texts and pictures that it paints, in one group. */
export function drawingElements(shape: Shape, place: Place, context: DrawContext, images: Images, keep: KeepImage): ElementRecord[] {
  const list = shapeDefinitions.find(({ type }) => type === shape.type)?.draw(shape, context) ?? [];
  const centre = boxCentre({ x: place.x, y: place.y, w: shape.w, h: shape.h });
  const groupIds = [`${shape.id}:drawing`, ...place.groupIds];
  const found: ElementRecord[] = [];
  const onPage = (at: Vec): Vec => rotate({ x: at.x + place.x, y: at.y + place.y }, shape.rotation, centre);
  const base = { opacity: place.opacity, locked: place.locked, frameId: place.frameId, groupIds };
  const put = (
    element: Omit<ElementRecord, 'id' | 'groupIds' | 'frameId'> & { type: string; x: number; y: number; width: number; height: number },
  ) => found.push({ ...base, id: `${shape.id}:${found.length}`, ...element });
  const visit = (items: DisplayList, shift: Vec): void => {
    for (const item of items) {
      if (item.kind === 'group') visit(item.items, { x: shift.x + (item.dx ?? 0), y: shift.y + (item.dy ?? 0) });
      else if (item.kind === 'path') for (const element of pathElements(item, shift, onPage)) put(element);
      else if (item.kind === 'text') put(textElement(item, shift, onPage, place.angle));
      else if (item.kind === 'image') {
        const image = images(item.source);
        if (!image) continue;
        const key = `${shape.id}:${found.length}`;
        keep(key, image);
        const { x, y, w, h } = item.box;
        const middle = onPage({ x: x + w / 2 + shift.x, y: y + h / 2 + shift.y });
        put({
          type: 'image',
          x: middle.x - w / 2,
          y: middle.y - h / 2,
          width: w,
          height: h,
          angle: place.angle,
          fileId: key,
          status: 'saved',
          scale: [1, 1],
        });
      }
    }
  };
  visit(list, { x: 0, y: 0 });
  return found;
}

function pathElements(item: Extract<DrawItem, { kind: 'path' }>, shift: Vec, onPage: (at: Vec) => Vec) {
  return flatten(item.path).flatMap(({ points, closed }) => {
    const page = points.map((at) => onPage({ x: at.x + shift.x, y: at.y + shift.y }));
    const [first] = page;
    if (!first || page.length < 2) return [];
    const ring = closed ? [...page, first] : page;
    const [left, top] = [Math.min(...ring.map(({ x }) => x)), Math.min(...ring.map(({ y }) => y))];
    return {
      type: 'line',
      x: first.x,
      y: first.y,
      width: Math.max(...ring.map(({ x }) => x)) - left,
      height: Math.max(...ring.map(({ y }) => y)) - top,
      points: ring.map(({ x, y }) => [x - first.x, y - first.y]),
      strokeColor: item.stroke?.paint.slice(0, 7) ?? 'transparent',
      strokeWidth: item.stroke?.width ?? 0.5,
      strokeStyle: item.stroke?.dash ? 'dashed' : 'solid',
      backgroundColor: item.fill?.slice(0, 7) ?? 'transparent',
      startBinding: null,
      endBinding: null,
      startArrowhead: null,
      endArrowhead: null,
      lastCommittedPoint: null,
      polygon: closed,
    };
  });
}

function textElement(item: Extract<DrawItem, { kind: 'text' }>, shift: Vec, onPage: (at: Vec) => Vec, angle: number) {
  const [run] = item.runs;
  const size = run?.style.size ?? 16;
  const text = item.runs.map((part) => part.text).join('');
  const height = size * 1.25;
  // Excalidraw turns a text about its middle.
  const middle = onPage({ x: item.x + item.width / 2 + shift.x, y: item.y - size + height / 2 + shift.y });
  return {
    type: 'text',
    x: middle.x - item.width / 2,
    y: middle.y - height / 2,
    width: item.width,
    height,
    angle,
    text,
    originalText: text,
    fontSize: size,
    fontFamily: writeFont(run?.style.font),
    strokeColor: run?.paint.slice(0, 7) ?? '#1e1e1e',
    textAlign: 'left',
    verticalAlign: 'top',
    lineHeight: 1.25,
    containerId: null,
    autoResize: true,
  };
}
