import type { Block, Shape, ShapeChange } from '@autograph/document';
import type { BlockDeriver, DerivedShapeEdit, StructureEdit } from '@autograph/editor';
import { shapeDefinitions } from '@autograph/shapes';
import fc from 'fast-check';

const definitions = new Map(shapeDefinitions.map((definition) => [definition.type, definition]));

/** What can be done to a diagram on the board. */
export const actKinds = [
  'rename',
  'remove',
  'connect',
  'drag out',
  'add',
  'recolour',
  'reshape',
  'regroup',
  'reroute',
  'reorder',
  'give a kind',
  'add a row',
  'change several',
  'remove several',
] as const;

export interface Act {
  readonly kind: (typeof actKinds)[number];
  /** The node ids of what is changed or removed. */
  readonly ids: readonly string[];
  readonly edits?: readonly DerivedShapeEdit[];
  readonly structure?: StructureEdit;
}

/** Numbers that choose an act among those that a diagram offers. */
export const choices = fc.record({ kind: fc.constantFrom(...actKinds), a: fc.nat(40), b: fc.nat(40) });
export type Choice = typeof choices extends fc.Arbitrary<infer T> ? T : never;

export const isContainer = ({ type }: Shape): boolean => definitions.get(type)?.container === true;
export const isLine = ({ start, end }: Shape): boolean => start !== undefined && end !== undefined;
/** Whether lines may end at a shape. */
export const isNode = (shape: Shape): boolean => !isLine(shape) && definitions.get(shape.type)?.bindable === true;

/** The outline that a node has among those that it can have. */
export function outlineOf(shape: Shape | undefined): string | undefined {
  const definition = shape && definitions.get(shape.type);
  return shape && definition?.forms && definition.nodeOutline?.(shape);
}

/** The act that numbers choose; undefined when the diagram has nothing to do it to. */
export function actOf(block: Block, deriver: BlockDeriver, { kind, a, b }: Choice): Act | undefined {
  const { shapes, forms = new Set<string>(), kinds = [] } = deriver.derive(block);
  const parts = shapes.filter(({ origin }) => origin);
  const pick = (list: readonly Shape[], at: number) => list[at % Math.max(1, list.length)]?.origin?.node_id;
  const nodes = parts.filter(isNode);
  const at = { x: 700, y: 90 };
  const change = (id: string | undefined, said: object): Act | undefined =>
    id === undefined ? undefined : { kind, ids: [id], edits: [{ kind: 'change', node_id: id, change: { ...said } }] };
  const structure = (edit: StructureEdit | undefined, ...ids: readonly string[]): Act | undefined => edit && { kind, ids, structure: edit };
  const [from, to] = [pick(nodes, a), pick(nodes, b)];
  switch (kind) {
    case 'rename':
      return change(
        pick(
          parts.filter(({ text }) => text !== undefined),
          a,
        ),
        { text: b % 3 === 0 ? `Drawn ${b}; #1 <x>` : `Drawn ${b}` },
      );
    case 'remove': {
      const id = pick(parts, a);
      return id === undefined ? undefined : { kind, ids: [id], edits: [{ kind: 'remove', node_id: id }] };
    }
    case 'connect':
      return structure(from === undefined || to === undefined ? undefined : { kind: 'connect', from, to, at });
    case 'drag out':
      return structure(from === undefined ? undefined : { kind: 'add', from, at });
    case 'add':
      return structure({ kind: 'add', at });
    case 'recolour': {
      const part = parts[a % Math.max(1, parts.length)];
      return part && change(part.origin?.node_id, isLine(part) ? { stroke: '#12ab34' } : { fill: '#12ab34', fill_style: 'solid' });
    }
    case 'reshape':
      return change(
        pick(
          nodes.filter((shape) => outlineOf(shape) !== undefined),
          a,
        ),
        { outline: [...forms][b % Math.max(1, forms.size)] ?? 'rect' },
      );
    case 'give a kind': {
      const stereotypes = kinds[b % Math.max(1, kinds.length)];
      const boxes = nodes.filter((shape) => 'stereotypes' in shape);
      return stereotypes === undefined ? undefined : change(pick(boxes, a), { stereotypes: [stereotypes] });
    }
    case 'regroup': {
      const groups = parts.filter(isContainer).flatMap(({ origin }) => origin?.node_id ?? []);
      const group = b % (groups.length + 1) === groups.length ? null : (groups[b % (groups.length + 1)] ?? null);
      const id = pick(
        parts.filter((shape) => isNode(shape) || isContainer(shape)),
        a,
      );
      return structure(id === undefined || id === group ? undefined : { kind: 'regroup', node_id: id, group }, ...(id ? [id] : []));
    }
    case 'reroute': {
      const lines = parts.filter(isLine);
      return to === undefined ? undefined : change(pick(lines, a), { [b % 2 === 0 ? 'start' : 'end']: { shape_id: `${block.id}/${to}` } });
    }
    case 'reorder': {
      const id = pick(parts.filter(isLine), a);
      return structure(id === undefined ? undefined : { kind: 'reorder', node_id: id, to: (b % 5) - 2 });
    }
    case 'add a row':
      return withRow(parts, a, b, change);
    case 'change several': {
      const ids = [pick(nodes, a), pick(nodes, b)].filter((id) => id !== undefined);
      const edits = [...new Set(ids)].map((id, at): DerivedShapeEdit => {
        const said: ShapeChange = b % 2 === 0 ? { fill: '#12ab34', fill_style: 'solid' } : { text: `Drawn ${at}` };
        return { kind: 'change', node_id: id, change: said };
      });
      return edits.length < 2 ? undefined : { kind, ids, edits };
    }
    case 'remove several': {
      const ids = [...new Set([pick(parts, a), pick(parts, b), pick(parts, a + b)].filter((id) => id !== undefined))];
      return ids.length < 2 ? undefined : { kind, ids, edits: ids.map((id) => ({ kind: 'remove', node_id: id })) };
    }
  }
}

function withRow(
  parts: readonly Shape[],
  a: number,
  b: number,
  change: (id: string | undefined, said: object) => Act | undefined,
): Act | undefined {
  const tables = parts.filter((shape) => 'rows' in shape || 'attributes' in shape);
  const table = tables[a % Math.max(1, tables.length)];
  if (!table) return undefined;
  const [list, row] =
    'rows' in table
      ? ['rows', { type: 'int', name: `drawn_${b}`, keys: [], comment: '' }]
      : b % 2 === 0
        ? ['attributes', { text: `+int drawn${b}` }]
        : ['methods', { text: `+drawn${b}()` }];
  const before: unknown = Reflect.get(table, list);
  return change(table.origin?.node_id, { [list]: [...(Array.isArray(before) ? before : []), row] });
}
