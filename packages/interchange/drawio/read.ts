import type { Terminal } from '@autograph/document';
import { add, type Vec } from '@autograph/geometry';
import { readDataUrl } from '../data-url.ts';
import { pictureProperties } from '../picture.ts';
import type { Sketch, Sketchpad } from '../sketchpad.ts';
import type { Cell } from './cells.ts';
import { readHtml } from './html-text.ts';
import { headOf, isOn, kindOf, lettersOf, lineOf, lookOf, numberOf, readStyle, type Style } from './style.ts';

/** Puts the cells of a page on the pad, in paint order. Containers become frames; what else has parts becomes a group with them. */
export function readCells(pad: Sketchpad, cells: readonly Cell[]): void {
  new PageReader(pad, cells).read();
}

class PageReader {
  readonly #pad: Sketchpad;
  readonly #cells: ReadonlyMap<string, Cell>;
  readonly #children = new Map<string, Cell[]>();

  constructor(pad: Sketchpad, cells: readonly Cell[]) {
    this.#pad = pad;
    this.#cells = new Map(cells.map((cell) => [cell.id, cell]));
    for (const cell of cells) {
      const parent = cell.parent ?? '';
      this.#children.set(parent, [...(this.#children.get(parent) ?? []), cell]);
    }
  }

  read(): void {
    for (const root of this.#cells.values())
      if (root.parent === undefined || !this.#cells.has(root.parent)) this.#visit(root, { x: 0, y: 0 }, undefined, false, 0);
  }

  #visit(cell: Cell, origin: Vec, parent: string | undefined, hidden: boolean, depth: number): void {
    if (depth > 200) return;
    const isHidden = hidden || !cell.visible;
    const children = this.#children.get(cell.id) ?? [];
    if (cell.kind === 'layer') {
      for (const child of children) this.#visit(child, origin, parent, isHidden, depth + 1);
      return;
    }
    const style = readStyle(cell.style);
    if (cell.kind === 'edge') {
      this.#pad.add({ ...this.#edge(cell, style, origin), ...(isHidden && { hidden: true }) }, parent);
      return;
    }
    const corner = this.#cornerOf(cell, origin);
    const parts = children.filter((child) => child.kind !== 'layer');
    const isFrame = style.has('swimlane') || style.get('shape') === 'table' || (isOn(style, 'container') && parts.length > 0);
    const isGroup = style.has('group');
    const wraps = parts.length > 0 && !isFrame && !isGroup;
    const around = wraps ? `${cell.id}:group` : undefined;
    if (around) this.#pad.add({ id: around, type: 'group' }, parent);
    const inside = around ?? parent;
    const sketch: Sketch = isGroup
      ? { id: cell.id, type: 'group' }
      : isFrame
        ? this.#frame(cell, style, corner)
        : this.#vertex(cell, style, corner);
    this.#pad.add({ ...sketch, ...(isHidden && { hidden: true }), ...(isOn(style, 'locked') && { locked: true }) }, inside);
    for (const child of parts) this.#visit(child, corner, isFrame || isGroup ? cell.id : inside, isHidden, depth + 1);
  }

  /** Of the cell, on the page. */
  #cornerOf({ geometry, parent }: Cell, origin: Vec): Vec {
    if (!geometry.relative) return add(origin, geometry);
    const around = this.#cells.get(parent ?? '')?.geometry;
    return {
      x: origin.x + geometry.x * (around?.width ?? 0) + geometry.offset.x,
      y: origin.y + geometry.y * (around?.height ?? 0) + geometry.offset.y,
    };
  }

  #frame(cell: Cell, style: Style, corner: Vec): Sketch {
    return {
      id: cell.id,
      type: 'frame',
      ...corner,
      w: cell.geometry.width,
      h: cell.geometry.height,
      ...lineOf(style),
      text: words(cell, style).text,
      ...(cell.collapsed && { collapsed: true }),
    };
  }

  #vertex(cell: Cell, style: Style, corner: Vec): Sketch {
    const { text, spans } = words(cell, style);
    const place = { id: cell.id, ...corner, w: cell.geometry.width, h: cell.geometry.height, rotation: numberOf(style, 'rotation') ?? 0 };
    const letters = { text, ...(spans.length > 0 && { text_spans: spans }), ...lettersOf(style) };
    const image = readDataUrl(style.get('image')?.replace(/^(data:image\/[\w.+-]+),/, '$1;base64,'));
    if (image) return { ...place, type: 'picture', ...pictureProperties(this.#pad, cell.id, image), ...(text && { name: text }) };
    if (style.has('text') || style.has('edgeLabel'))
      return { ...place, ...letters, type: 'text', auto_width: false, text_align: letters.text_align ?? 'left' };
    const kind = kindOf(style);
    const shape = style.get('shape') ?? '';
    if (!kind && (shape.startsWith('mxgraph.') || style.has('image')))
      this.#pad.lose('Icons and pictures of draw.io’s own libraries became boxes with their names.');
    const rounded = isOn(style, 'rounded') && !kind;
    const radius = rounded ? Math.min(cell.geometry.width, cell.geometry.height) * ((numberOf(style, 'arcSize') ?? 15) / 100) : 0;
    return { ...place, ...(kind ?? { type: 'rectangle', radius: Math.round(radius) }), ...lookOf(style), ...letters };
  }

  #edge(cell: Cell, style: Style, origin: Vec): Sketch {
    const { geometry } = cell;
    const end = (target: string | undefined, point: Vec | undefined, side: 'exit' | 'entry'): Terminal => {
      if (target !== undefined && this.#cells.get(target)?.kind === 'vertex') {
        const [x, y] = [numberOf(style, `${side}X`), numberOf(style, `${side}Y`)];
        return { shape_id: target, ...(x !== undefined && y !== undefined && { anchor: { x: unit(x), y: unit(y) } }) };
      }
      return add(origin, point ?? { x: 0, y: 0 });
    };
    const start = end(cell.source, geometry.source, 'exit');
    const label = this.#edgeLabel(cell, style);
    const points = geometry.points.map((point) => [point.x + origin.x, point.y + origin.y]);
    return {
      id: cell.id,
      type: 'arrow',
      x: start.x ?? 0,
      y: start.y ?? 0,
      ...lineOf(style),
      ...label,
      start,
      end: end(cell.target, geometry.target, 'entry'),
      start_head: headOf(style, 'start'),
      end_head: headOf(style, 'end'),
      route: routeOf(style),
      ...(points.length > 0 && { points }),
    };
  }

  /** An edge's own label, or the first cell that hangs on it: that one says where along the edge it sits. */
  #edgeLabel(cell: Cell, style: Style): Partial<Sketch> {
    const hung = (this.#children.get(cell.id) ?? []).find(({ kind, label }) => kind === 'vertex' && label !== '');
    const source = cell.label === '' && hung ? hung : cell;
    const { text, spans } = words(source, style);
    if (text === '') return {};
    const at = source.geometry.relative ? (source.geometry.x + 1) / 2 : 0.5;
    return {
      text,
      ...(spans.length > 0 && { text_spans: spans }),
      ...lettersOf(readStyle(source.style)),
      ...(Math.abs(at - 0.5) > 0.01 && { label_position: unit(at) }),
    };
  }
}

function words({ label }: Cell, style: Style) {
  return isOn(style, 'html') || /<\w|&\w+;/.test(label) ? readHtml(label) : { text: label, spans: [] };
}

function routeOf(style: Style): 'straight' | 'curved' | 'orthogonal' {
  if (isOn(style, 'curved')) return 'curved';
  return /orthogonal|elbow|entityRelation|segment|sideToSide|topToBottom/i.test(style.get('edgeStyle') ?? '') ? 'orthogonal' : 'straight';
}

const unit = (value: number) => Math.min(1, Math.max(0, value));
