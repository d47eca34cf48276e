import type { EntitySketch, SketchedRelation } from '@autograph/languages/entity-sketch.ts';
import type { Column, DataModel, Reference, Table } from './model.ts';

/** The data model as entities and relations, cardinalities read from its keys. */
export function sketchOf(model: DataModel): EntitySketch {
  const byName = new Map(model.tables.map((table) => [table.name, table]));
  const foreign = new Map<string, Set<string>>();
  for (const { table, columns } of model.references) {
    const known = foreign.get(table) ?? new Set();
    for (const column of columns) known.add(column);
    foreign.set(table, known);
  }
  return {
    entities: model.tables.map((table) => ({
      name: table.name,
      note: table.note,
      attributes: table.columns.map((column) => ({
        type: column.type,
        name: column.name,
        keys: keysOf(column, table, foreign.get(table.name)),
        comment: column.comment,
      })),
    })),
    relations: [
      ...model.references.map((reference) => relationOf(reference, byName.get(reference.table))),
      ...model.links.map(({ from, to, label, fromCardinality, toCardinality }) => ({
        ...{ from, to, role: label, fromCardinality, toCardinality },
        identifying: false,
      })),
    ],
    groups: model.groups,
  };
}

function keysOf({ name }: Column, table: Table, foreign: ReadonlySet<string> | undefined): ('PK' | 'FK' | 'UK')[] {
  const primary = table.primaryKey.includes(name);
  const alone = primary && table.primaryKey.length === 1;
  const unique = !alone && table.uniques.some((columns) => columns.length === 1 && columns[0] === name);
  return [...(primary ? (['PK'] as const) : []), ...(foreign?.has(name) ? (['FK'] as const) : []), ...(unique ? (['UK'] as const) : [])];
}

/** Parent first: an optional key may point to none, a unique one is pointed with once. A key that is part of the primary key identifies. */
function relationOf({ table: name, columns, target, label, single }: Reference, table: Table | undefined): SketchedRelation {
  const pointing = new Set(columns);
  const held = (key: readonly string[]) => key.length > 0 && key.every((column) => pointing.has(column));
  const nullable = table?.columns.some((column) => pointing.has(column.name) && column.nullable) ?? true;
  const once = single ?? (table !== undefined && (held(table.primaryKey) || table.uniques.some(held)));
  return {
    from: target,
    to: name,
    role: label,
    fromCardinality: nullable ? 'zero_or_one' : 'only_one',
    toCardinality: once ? 'zero_or_one' : 'zero_or_more',
    identifying: table !== undefined && columns.length > 0 && columns.every((column) => table.primaryKey.includes(column)),
  };
}
