import type { Terminal } from '@autograph/document';
import { readColor, readInk } from '../color.ts';
import { readDataUrl } from '../data-url.ts';
import { pictureProperties } from '../picture.ts';
import type { Sketch, Sketchpad } from '../sketchpad.ts';
import type { Element } from './elements.ts';
import { readFont, readHead } from './names.ts';

const degrees = (radians: number) => (radians * 180) / Math.PI;

const kinds: Readonly<Record<string, string>> = {
  rectangle: 'rectangle',
  ellipse: 'ellipse',
  diamond: 'diamond',
  embeddable: 'rectangle',
  iframe: 'rectangle',
  frame: 'frame',
  magicframe: 'frame',
  text: 'text',
  image: 'picture',
  freedraw: 'pen',
  arrow: 'arrow',
  line: 'line',
};

type Files = Readonly<Record<string, { readonly dataURL: string }>>;

interface Into {
  /** Keeps the ids of several lists apart. */
  readonly prefix: string;
  /** The parent of what has none. */
  readonly within?: string;
}

/** Puts elements on the pad, in their order: texts bound to a container become its text, groups and frames parents. */
export function readElements(pad: Sketchpad, elements: readonly Element[], files: Files, into: Into = { prefix: '' }): void {
  const { prefix } = into;
  const byId = new Map(elements.map((element) => [element.id, element]));
  const labels = new Map<string, Element>();
  for (const element of elements) {
    const container = element.type === 'text' && element.containerId ? byId.get(element.containerId) : undefined;
    if (container) labels.set(container.id, element);
  }
  const bound = new Set([...labels.values()]);
  const groups = new Groups(pad, byId, into);
  for (const element of elements) {
    if (bound.has(element)) continue;
    const type = kinds[element.type];
    if (!type) {
      pad.lose(`Elements of the kind “${element.type}” are left out.`);
      continue;
    }
    const label = labels.get(element.id);
    const sketch: Sketch = {
      ...placeOf(element, prefix),
      type,
      ...lookOf(element, type),
      ...(label && labelOf(label)),
      ...ownOf(pad, element, files, byId, prefix),
    };
    pad.add(sketch, groups.parentOf(element));
  }
}

function placeOf({ id, x, y, width, height, angle, locked, opacity }: Element, prefix: string) {
  return {
    id: prefix + id,
    x: width < 0 ? x + width : x,
    y: height < 0 ? y + height : y,
    w: Math.abs(width),
    h: Math.abs(height),
    rotation: degrees(angle),
    ...(locked && { locked }),
    ...(opacity < 100 && { opacity: Math.max(0, opacity) / 100 }),
  };
}

function lookOf(element: Element, type: string): Partial<Sketch> {
  if (type === 'text' || type === 'picture') return {};
  const stroke = readColor(element.strokeColor) ?? 'black';
  const line = {
    stroke,
    stroke_width: Math.min(100, Math.max(0, element.strokeWidth)),
    ...(element.strokeStyle !== 'solid' && { stroke_style: element.strokeStyle }),
    ...(element.roughness > 0 && type !== 'pen' && { look: 'hand_drawn' as const }),
  };
  if (type === 'frame') return { text: element.name ?? 'Frame' };
  if (type === 'arrow' || type === 'line' || type === 'pen') return line;
  const fill = readColor(element.backgroundColor) ?? 'none';
  return {
    ...line,
    fill,
    fill_style: fill === 'none' ? 'none' : element.fillStyle === 'solid' ? 'solid' : 'hatch',
    ...(type === 'rectangle' && { radius: radiusOf(element) }),
    ...(element.type !== 'rectangle' && element.link && { text: element.link }),
  };
}

/** Excalidraw's adaptive radius is 32 px, on small shapes a quarter of the shorter side. */
function radiusOf({ roundness, width, height }: Element): number {
  if (!roundness) return 0;
  const quarter = Math.min(Math.abs(width), Math.abs(height)) / 4;
  return Math.round(Math.min(roundness.value ?? 32, quarter));
}

function textLook(element: Element): Partial<Sketch> {
  return {
    text: element.originalText ?? element.text,
    font: readFont(element.fontFamily),
    font_size: Math.min(72, Math.max(8, element.fontSize)),
    text_color: readInk(element.strokeColor) ?? 'black',
  };
}

function labelOf(label: Element): Partial<Sketch> {
  return { ...textLook(label), text_align: label.textAlign, text_valign: label.verticalAlign };
}

function ownOf(pad: Sketchpad, element: Element, files: Files, byId: ReadonlyMap<string, Element>, prefix: string): Partial<Sketch> {
  switch (element.type) {
    case 'text':
      return { ...textLook(element), text_align: element.textAlign, ...(!element.autoResize && { auto_width: false }) };
    case 'image': {
      const image = readDataUrl(files[element.fileId ?? '']?.dataURL);
      if (image) return pictureProperties(pad, `${prefix}${element.fileId}`, image);
      pad.lose('Some pictures are not in the file and show as grey boxes.');
      return {};
    }
    case 'freedraw':
      return trackOf(element);
    case 'arrow':
    case 'line':
      return lineOf(element, byId, prefix);
    default:
      return {};
  }
}

function trackOf({ points, pressures }: Element): Partial<Sketch> {
  const left = Math.min(0, ...points.map(([x = 0]) => x));
  const top = Math.min(0, ...points.map(([, y = 0]) => y));
  return { points: points.map(([x = 0, y = 0], at) => [x - left, y - top, pressures[at] ?? 0.5]) };
}

function lineOf(element: Element, byId: ReadonlyMap<string, Element>, prefix: string): Partial<Sketch> {
  const page = element.points.map(([x = 0, y = 0]) => [element.x + x, element.y + y] as const);
  const corner = [element.x, element.y] as const;
  const [first, last] = [page[0] ?? corner, page.at(-1) ?? corner];
  const terminal = (binding: Element['startBinding'], [x, y]: readonly [number, number]): Terminal => {
    const target = binding ? byId.get(binding.elementId) : undefined;
    if (!target) return { x, y };
    const [ax, ay] = binding?.fixedPoint ?? [];
    const anchor = element.elbowed && ax !== undefined && ay !== undefined && { x: unit(ax), y: unit(ay) };
    return { shape_id: prefix + target.id, ...(anchor && { anchor }) };
  };
  const closes = element.type === 'line' && first[0] === last[0] && first[1] === last[1];
  const middle = page.slice(1, -1);
  return {
    x: Math.min(...page.map(([x]) => x), element.x),
    y: Math.min(...page.map(([, y]) => y), element.y),
    w: 0,
    h: 0,
    rotation: 0,
    start: terminal(element.startBinding, first),
    end: terminal(element.endBinding, last),
    start_head: readHead(element.startArrowhead),
    end_head: readHead(element.endArrowhead),
    route: element.elbowed ? 'orthogonal' : element.roundness && (middle.length > 0 || closes) ? 'curved' : 'straight',
    ...(middle.length > 0 && !element.elbowed && { points: middle }),
  };
}

const unit = (value: number) => Math.min(1, Math.max(0, value));

/** The groups that elements name, made as they are met: `groupIds` go from the innermost out. */
class Groups {
  readonly #pad: Sketchpad;
  readonly #elements: ReadonlyMap<string, Element>;
  readonly #into: Into;

  constructor(pad: Sketchpad, elements: ReadonlyMap<string, Element>, into: Into) {
    this.#pad = pad;
    this.#elements = elements;
    this.#into = into;
  }

  parentOf({ groupIds, frameId }: Element): string | undefined {
    const { prefix, within } = this.#into;
    let parent = frameId && this.#elements.has(frameId) ? prefix + frameId : within;
    for (const group of [...groupIds].reverse()) {
      const id = `${prefix}group:${group}`;
      if (!this.#pad.has(id)) this.#pad.add({ id, type: 'group' }, parent);
      parent = id;
    }
    return parent;
  }
}
