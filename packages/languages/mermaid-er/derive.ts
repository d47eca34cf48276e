import { type Block, keysBetween, type Placement, type Shape } from '@autograph/document';
import type { Derivation } from '@autograph/editor';
import type { Box, TextMeasurer } from '@autograph/geometry';
import type { EntityShape } from '@autograph/shapes/entity-table.ts';
import { edgeRoute } from '../edge-route.ts';
import type { Range } from '../mermaid/cursor.ts';
import { labelText } from '../mermaid/label.ts';
import { styleProperties } from '../mermaid/style-properties.ts';
import { relationHeads } from './heads.ts';
import type { ErEntity, ErGroup, ErModel, ErRelation } from './model.ts';
import { entityRows, entitySize, entityTitle, holders, tables } from './tables.ts';

/** Tables, subgraph frames and crow's-foot lines, as far as they are placed. */
export function deriveEr(model: ErModel, block: Block, measure: TextMeasurer): Pick<Derivation, 'shapes' | 'unplaced' | 'ranges'> {
  const holder = holders(model);
  const boxes = new Map<string, Box>();
  const entities = tables(model);
  for (const entity of entities) place(boxes, entity.name, block.layout[entity.name], entitySize(entity, measure));
  for (const group of model.groups) place(boxes, group.id, block.layout[group.id], { w: 120, h: 80 });
  const common = (id: string) => {
    const parent = holder.get(id);
    const within = parent === undefined ? undefined : boxes.get(parent);
    const box = boxes.get(id) ?? { x: 0, y: 0, w: 0, h: 0 };
    return {
      ...shapeOf(block, id),
      ...box,
      x: box.x - (within?.x ?? 0),
      y: box.y - (within?.y ?? 0),
      parent_id: within ? `${block.id}/${parent}` : block.id,
    };
  };
  const shapes: Omit<Shape, 'index'>[] = [
    ...[...model.groups].reverse().flatMap((group) => (boxes.has(group.id) ? [frame(group, model, common(group.id))] : [])),
    ...entities.flatMap((entity) => (boxes.has(entity.name) ? [table(entity, model, common(entity.name))] : [])),
    ...model.relations.flatMap((relation) => connector(relation, block, boxes)),
  ];
  const keys = keysBetween(null, null, shapes.length);
  const named = [...entities.map(({ name }) => name), ...model.groups.map(({ id }) => id), ...model.relations.map(({ id }) => id)];
  return {
    shapes: shapes.map((shape, at) => ({ ...shape, index: keys[at] ?? 'a0' })),
    unplaced: named.filter((id) => !block.layout[id]),
    ranges: rangesOf(model),
  };
}

function place(boxes: Map<string, Box>, id: string, placement: Placement | undefined, size: { w: number; h: number }): void {
  if (!placement) return;
  boxes.set(id, { x: placement.x, y: placement.y, w: Math.max(size.w, placement.w ?? 0), h: Math.max(size.h, placement.h ?? 0) });
}

function shapeOf(block: Block, id: string) {
  return { id: `${block.id}/${id}`, rotation: 0, parent_id: block.id, origin: { block_id: block.id, node_id: id } };
}

type Placed = Omit<Shape, 'index' | 'type'>;

function table(entity: ErEntity, model: ErModel, placed: Placed): Omit<EntityShape, 'index'> {
  return { ...placed, type: 'entity', text: entityTitle(entity), rows: entityRows(entity), ...styleOf(entity, model) };
}

function frame(group: ErGroup, model: ErModel, placed: Placed): Omit<Shape, 'index'> {
  return { ...placed, type: 'frame', text: labelText(group.title), stroke: 'grey', ...styleOf(group, model) };
}

function styleOf({ classes, styles }: Pick<ErEntity, 'classes' | 'styles'>, model: ErModel) {
  const declared = ['default', ...classes].flatMap((name) => model.classes.get(name) ?? []);
  return styleProperties([...declared, ...styles]);
}

function connector(relation: ErRelation, block: Block, boxes: ReadonlyMap<string, Box>): readonly Omit<Shape, 'index'>[] {
  const from = boxes.get(relation.from);
  const to = boxes.get(relation.to);
  if (!from || !to) return [];
  const route = edgeRoute(block.layout[relation.id], from, to, block.lines, boxes.values());
  return [
    {
      ...shapeOf(block, relation.id),
      ...{ type: 'arrow', x: 0, y: 0, w: 0, h: 0 },
      text: labelText(relation.role),
      start: { shape_id: `${block.id}/${relation.from}`, ...route?.start },
      end: { shape_id: `${block.id}/${relation.to}`, ...route?.end },
      ...relationHeads(relation),
      stroke: 'grey',
      stroke_style: relation.identifying ? 'solid' : 'dashed',
      route: route?.route ?? block.lines ?? 'orthogonal',
      ...(route && route.points.length > 0 && { points: route.points }),
      ...(route?.labelAt !== undefined && { label_position: route.labelAt }),
    },
  ];
}

function rangesOf(model: ErModel): ReadonlyMap<string, Range> {
  const ranges = new Map<string, Range>();
  const add = (id: string, range: Range | undefined) => range && ranges.set(id, { from: range.from, to: range.to });
  for (const entity of model.entities) {
    add(entity.name, entity.statements.at(-1) ?? entity.mentions[0]);
    for (const attribute of entity.attributes) add(`${entity.name}.${attribute.name}`, attribute.range);
  }
  for (const relation of model.relations) add(relation.id, relation.range);
  for (const group of model.groups) add(group.id, group.range);
  return ranges;
}
