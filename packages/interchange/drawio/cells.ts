import { decodeXML } from 'entities';
import { XMLParser } from 'fast-xml-parser';
import { inflateSync, strFromU8 } from 'fflate';
import { fromBase64 } from '../data-url.ts';
import { ForeignFileError } from '../file-format.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Geometry {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** x and y are shares of the parent, or of the way along an edge (-1..1). */
  readonly relative: boolean;
  readonly offset: Point;
  readonly source?: Point;
  readonly target?: Point;
  readonly points: readonly Point[];
}

/** One cell of an mxGraph model, with its label. */
export interface Cell {
  readonly id: string;
  readonly parent: string | undefined;
  readonly kind: 'vertex' | 'edge' | 'layer';
  readonly label: string;
  readonly style: string;
  readonly visible: boolean;
  readonly collapsed: boolean;
  readonly source: string | undefined;
  readonly target: string | undefined;
  readonly geometry: Geometry;
}

export interface Page {
  readonly name: string;
  readonly cells: readonly Cell[];
  readonly background: string | undefined;
}

interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Tag[];
  readonly text: string;
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  processEntities: false,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: true,
});

/** The pages of a draw.io file: mxfile with plain or packed (raw deflate, base64) diagrams, or a bare mxGraphModel. Throws ForeignFileError. */
export function readPages(text: string): Page[] {
  const roots = tagsOf(text);
  const file = roots.find(({ name }) => name === 'mxfile');
  if (!file) return roots.filter(({ name }) => name === 'mxGraphModel').map((model) => pageOf('Page 1', model));
  return file.children
    .filter(({ name }) => name === 'diagram')
    .flatMap((diagram, at) => {
      const title = diagram.attributes.name ?? `Page ${at + 1}`;
      const model = diagram.children.find(({ name }) => name === 'mxGraphModel') ?? tagsOf(unpacked(diagram.text))[0];
      return model ? pageOf(title, model) : [];
    });
}

function unpacked(text: string): string {
  try {
    return decodeURIComponent(strFromU8(inflateSync(fromBase64(text))));
  } catch (error) {
    throw new ForeignFileError('A page of this draw.io file is damaged: it cannot be unpacked.', { cause: error });
  }
}

function tagsOf(xml: string): Tag[] {
  try {
    return listed(parser.parse(xml)).flatMap(tagOf);
  } catch (error) {
    throw new ForeignFileError('This draw.io file is damaged: its XML cannot be read.', { cause: error });
  }
}

const listed = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** A node of the parser's ordered form: `{ name: children, ':@': attributes }`. */
function tagOf(node: unknown): Tag[] {
  if (typeof node !== 'object' || node === null) return [];
  const entries = Object.entries(node);
  const [name, children] = entries.find(([key]) => key !== ':@') ?? [];
  if (name === undefined || name.startsWith('?') || name === '#text') return [];
  const attributes: unknown = entries.find(([key]) => key === ':@')?.[1];
  const texts = listed(children).flatMap((child) =>
    typeof child === 'object' && child !== null && '#text' in child ? [String(child['#text'])] : [],
  );
  return [
    {
      name,
      attributes: Object.fromEntries(Object.entries(attributes ?? {}).map(([key, value]) => [key, decodeXML(String(value))])),
      children: listed(children).flatMap(tagOf),
      text: decodeXML(texts.join('')),
    },
  ];
}

function pageOf(name: string, model: Tag): Page {
  const root = model.children.find((child) => child.name === 'root');
  return { name, cells: (root?.children ?? []).flatMap(cellOf), background: model.attributes.background };
}

/** A cell stands alone, or in an object that carries its id, label and data. */
function cellOf(tag: Tag): Cell[] {
  const cell = tag.name === 'mxCell' ? tag : tag.children.find(({ name }) => name === 'mxCell');
  const id = tag.attributes.id ?? cell?.attributes.id;
  if (!cell || id === undefined) return [];
  const { parent, vertex, edge, style = '', source, target, visible, collapsed, value } = cell.attributes;
  return [
    {
      id,
      parent,
      kind: edge === '1' ? 'edge' : vertex === '1' ? 'vertex' : 'layer',
      label: tag === cell ? (value ?? '') : labelOf(tag.attributes),
      style,
      visible: visible !== '0',
      collapsed: collapsed === '1',
      source,
      target,
      geometry: geometryOf(cell.children.find(({ name }) => name === 'mxGeometry')),
    },
  ];
}

/** With `placeholders`, %name% in a label stands for the object's attribute of that name. */
function labelOf({ label = '', placeholders, ...data }: Readonly<Record<string, string>>): string {
  return placeholders === '1' ? label.replace(/%(\w+)%/g, (whole, name: string) => data[name] ?? whole) : label;
}

const number = (text: string | undefined): number => {
  const value = Number.parseFloat(text ?? '');
  return Number.isFinite(value) ? value : 0;
};

function geometryOf(tag: Tag | undefined): Geometry {
  const points = (tag?.children ?? []).filter(({ name }) => name === 'mxPoint');
  const named = (role: string) => {
    const found = points.find(({ attributes }) => attributes.as === role);
    return found && pointOf(found);
  };
  const [source, target] = [named('sourcePoint'), named('targetPoint')];
  const way = (tag?.children ?? []).find(({ name, attributes }) => name === 'Array' && attributes.as === 'points');
  return {
    x: number(tag?.attributes.x),
    y: number(tag?.attributes.y),
    width: number(tag?.attributes.width),
    height: number(tag?.attributes.height),
    relative: tag?.attributes.relative === '1',
    offset: named('offset') ?? { x: 0, y: 0 },
    points: (way?.children ?? []).map(pointOf),
    ...(source && { source }),
    ...(target && { target }),
  };
}

const pointOf = ({ attributes }: Tag): Point => ({ x: number(attributes.x), y: number(attributes.y) });
