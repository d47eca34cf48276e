import type { DataModel, Reference, Table } from '../../data-model/model.ts';
import { withValues } from '../../data-model/values.ts';
import { columnOf, type DraftSchema, type DraftTable, wholeOf } from './schema.ts';

/** What a script's tables say, under names that are unique: with their schemas where there are several. */
export function modelOf(schema: DraftSchema): DataModel {
  const tables = schema.tables.filter(({ partOf }) => !partOf);
  const schemas = [...new Set(tables.map((table) => table.schema))];
  const names = uniqueNames(tables, schemas.length > 1);
  const references = referencesOf(schema, names);
  const nameOf = (table: DraftTable) => names.get(table) ?? table.name;
  return {
    tables: tables.map((table) => tableOf(table, nameOf(table), schema)),
    references,
    links: [],
    groups:
      schemas.length > 1
        ? schemas.flatMap((name) => {
            const members = tables.filter((table) => table.schema === name).map(nameOf);
            return name === '' ? [] : [{ title: name, members }];
          })
        : [],
    warnings: schema.warnings(),
  };
}

/** Foreign keys, each once: those of partitions count for the table that they are parts of. */
function referencesOf(schema: DraftSchema, names: ReadonlyMap<DraftTable, string>): readonly Reference[] {
  const found = new Map<string, Reference>();
  for (const part of schema.tables) {
    const table = wholeOf(part);
    for (const { columns, target, at } of part.foreignKeys) {
      const pointed = schema.find(target, part);
      if (!pointed) {
        schema.warn(`“${part.name}” refers to “${target.name}”, which is not defined here.`, at);
        continue;
      }
      const own = known(table, columns);
      const ends = { table: names.get(table) ?? '', columns: own, target: names.get(wholeOf(pointed)) ?? '' };
      found.set(JSON.stringify(ends), { ...ends, label: own.join(', ') });
    }
  }
  return [...found.values()];
}

function tableOf(table: DraftTable, name: string, { enums }: DraftSchema): Table {
  return {
    name,
    note: table.note,
    columns: table.columns.map(({ name: column, type, values, nullable, comment }) => ({
      name: column,
      type,
      nullable: nullable && !table.primaryKey.some((key) => key.toLowerCase() === column.toLowerCase()),
      comment: withValues(comment, values.length > 0 ? values : (enums.get(type.replace(/^.*\.|\[\]$/g, '').toLowerCase()) ?? [])),
    })),
    primaryKey: known(table, table.primaryKey),
    uniques: [...new Map(table.uniques.map(({ columns }) => [columns.join('\n'), known(table, columns)])).values()],
  };
}

function known(table: DraftTable, columns: readonly string[]): readonly string[] {
  return [...new Set(columns.flatMap((name) => columnOf(table, name)?.name ?? []))];
}

function uniqueNames(tables: readonly DraftTable[], qualified: boolean): ReadonlyMap<DraftTable, string> {
  const taken = new Set<string>();
  const names = new Map<DraftTable, string>();
  for (const table of tables) {
    const wanted = qualified && table.schema !== '' ? `${table.schema}.${table.name}` : table.name;
    let name = wanted;
    for (let count = 2; taken.has(name); count += 1) name = `${wanted} ${count}`;
    taken.add(name);
    names.set(table, name);
  }
  return names;
}
