import type { Shape } from '@autograph/document';
import { type DrawContext, isConnector } from '@autograph/editor';
import { dataUri, type Images, type Theme } from '@autograph/render';
import { type ElementRecord, kinds, placeOf } from './element-record.ts';
import { writeFont, writeLook } from './names.ts';
import { drawingElements } from './write-drawing.ts';
import { lineElement } from './write-line.ts';

/** Outlines of nodes that Excalidraw has a form for. */
const outlines: Readonly<Record<string, string>> = {
  rect: 'rectangle',
  rounded: 'rectangle',
  stadium: 'rectangle',
  circle: 'ellipse',
  ellipse: 'ellipse',
  diam: 'diamond',
};

function kindOf(shape: Shape): string | undefined {
  if (shape.type !== 'node') return kinds[shape.type];
  if ('icon' in shape) return undefined;
  return outlines['outline' in shape && typeof shape.outline === 'string' ? shape.outline : 'rect'];
}

export interface ExcalidrawSource {
  /** In paint order, shapes of code blocks included. */
  readonly shapes: readonly Shape[];
  readonly context: DrawContext;
  readonly images: Images;
  readonly background?: string;
}

/** A board as an Excalidraw file (version 2). Kinds that Excalidraw lacks become lines and texts in a group. */
export function writeExcalidraw({ shapes, context, images, background }: ExcalidrawSource): string {
  const files: Record<string, unknown> = {};
  const elements = shapes.filter((shape) => !hidden(context, shape)).flatMap((shape) => elementsOf(shape, context, images, files));
  const known = new Set(elements.map(({ id }) => id));
  const arrowsAt = new Map<string, { id: string; type: string }[]>();
  for (const element of elements) {
    for (const target of boundIds(element))
      if (known.has(target)) arrowsAt.set(target, [...(arrowsAt.get(target) ?? []), { id: element.id, type: 'arrow' }]);
  }
  const labels = new Map(elements.flatMap(({ id, containerId }) => (typeof containerId === 'string' ? [[containerId, id] as const] : [])));
  const finished = elements.map((element, at) => {
    const label = labels.get(element.id);
    const bound = [...(arrowsAt.get(element.id) ?? []), ...(label ? [{ id: label, type: 'text' }] : [])];
    return {
      ...common(at),
      ...element,
      boundElements: bound,
      ...(element.startBinding && !known.has(element.startBinding.elementId) && { startBinding: null }),
      ...(element.endBinding && !known.has(element.endBinding.elementId) && { endBinding: null }),
    };
  });
  const appState = { viewBackgroundColor: background ?? '#ffffff', gridSize: 20 };
  return `${JSON.stringify({ type: 'excalidraw', version: 2, source: 'AutoGraph', elements: finished, appState, files }, null, 2)}\n`;
}

const boundIds = ({ startBinding, endBinding }: ElementRecord) =>
  new Set([startBinding, endBinding].flatMap((end) => end?.elementId ?? []));

/** What every element has; the seed only shapes the roughness of hand-drawn strokes. */
function common(at: number) {
  return {
    angle: 0,
    strokeColor: '#1e1e1e',
    backgroundColor: 'transparent',
    fillStyle: 'solid',
    strokeWidth: 1,
    strokeStyle: 'solid',
    roughness: 0,
    opacity: 100,
    groupIds: [],
    frameId: null,
    roundness: null,
    seed: at + 1,
    version: 1,
    versionNonce: at + 1,
    isDeleted: false,
    updated: 1,
    link: null,
    locked: false,
  };
}

function hidden({ scene }: DrawContext, shape: Shape): boolean {
  for (let at: Shape | undefined = shape; at; at = at.parent_id === null ? undefined : scene.get(at.parent_id)) if (at.hidden) return true;
  return false;
}

function elementsOf(shape: Shape, context: DrawContext, images: Images, files: Record<string, unknown>): ElementRecord[] {
  const place = placeOf(shape, context);
  if (isConnector(shape)) return withLabel(lineElement(shape, place, context), shape, context.theme);
  const type = kindOf(shape);
  switch (type) {
    case 'frame':
      return [{ ...place, type, name: shape.text ?? '' }];
    case 'text':
      return [{ ...place, ...lettersOf(shape, context.theme), type, containerId: null, autoResize: true }];
    case 'freedraw':
      return [
        {
          ...place,
          ...strokeOf(shape, context.theme),
          type,
          points: (shape.points ?? []).map(([x = 0, y = 0]) => [x, y]),
          pressures: (shape.points ?? []).map(([, , pressure = 0.5]) => pressure),
          simulatePressure: false,
        },
      ];
    case undefined:
      return drawingElements(shape, place, context, images, (key, { mime, data }) => {
        files[key] = { id: key, mimeType: mime, dataURL: dataUri({ mime, data }), created: 0 };
      });
    default:
      return withLabel(
        { ...place, ...strokeOf(shape, context.theme), ...fillOf(shape, context.theme), type, roundness: roundnessOf(shape) },
        shape,
        context.theme,
      );
  }
}

const roundnessOf = ({ type, radius = 8 }: Shape) => (type === 'rectangle' && radius > 0 ? { type: 3, value: radius } : null);

function strokeOf({ stroke, stroke_width, stroke_style, look }: Shape, theme: Theme) {
  return {
    strokeColor: stroke === 'none' ? 'transparent' : theme.stroke(stroke),
    strokeWidth: stroke_width ?? 1.5,
    strokeStyle: stroke_style ?? 'solid',
    roughness: writeLook(look),
  };
}

function fillOf({ fill, fill_style = 'soft' }: Shape, theme: Theme) {
  if (fill === 'none' || fill_style === 'none') return { backgroundColor: 'transparent' };
  if (fill_style === 'hatch') return { backgroundColor: theme.fill(fill ?? 'grey', 'solid'), fillStyle: 'hachure' };
  return { backgroundColor: theme.fill(fill, fill_style), fillStyle: 'solid' };
}

function lettersOf(shape: Shape, theme: Theme) {
  const text = shape.text ?? '';
  return {
    strokeColor: theme.stroke(shape.text_color),
    text,
    originalText: text,
    fontSize: shape.font_size ?? 16,
    fontFamily: writeFont(shape.font),
    textAlign: shape.text_align === 'justify' ? 'left' : (shape.text_align ?? 'left'),
    verticalAlign: shape.text_valign ?? 'top',
    lineHeight: 1.25,
  };
}

/** Excalidraw keeps the text of a shape as an element of its own that is bound to it. */
function withLabel(element: ElementRecord, shape: Shape, theme: Theme): ElementRecord[] {
  if (!shape.text) return [element];
  const letters = lettersOf({ ...shape, text_align: shape.text_align ?? 'center', text_valign: shape.text_valign ?? 'middle' }, theme);
  const { x, y, width, height, groupIds, frameId, angle } = element;
  return [
    element,
    {
      x,
      y,
      width,
      height,
      groupIds,
      frameId,
      angle,
      ...letters,
      id: `${element.id}:text`,
      type: 'text',
      containerId: element.id,
      autoResize: true,
    },
  ];
}
