import { ForeignFileError } from '../../file-format.ts';
import type { ImportWarning } from '../../importer.ts';
import { createWarnings } from '../../text/warnings.ts';
import type { QualifiedName } from './names.ts';

export interface DraftColumn {
  name: string;
  type: string;
  /** Of an enumeration that is written in place. */
  values: readonly string[];
  nullable: boolean;
  comment: string;
}

export interface DraftKey {
  /** Of the constraint. */
  readonly name: string;
  readonly columns: readonly string[];
}

export interface DraftForeignKey extends DraftKey {
  readonly target: QualifiedName;
  readonly at: number;
}

export interface DraftTable {
  schema: string;
  name: string;
  columns: DraftColumn[];
  primaryKey: readonly string[];
  uniques: DraftKey[];
  foreignKeys: DraftForeignKey[];
  note: string;
  /** The table that it is a partition of. */
  partOf?: DraftTable;
}

/** More are no diagram. */
const most = { tables: 5_000, columns: 4_096 };

/** The tables as they are after the statements read so far. */
export interface DraftSchema {
  readonly tables: readonly DraftTable[];
  readonly enums: ReadonlyMap<string, string[]>;
  warnings(): readonly ImportWarning[];
  /** Undefined when a table of this name exists already. */
  create(name: QualifiedName): DraftTable | undefined;
  drop(table: DraftTable): void;
  rename(table: DraftTable, name: string): void;
  /** The table of a name, as a table of `near` would mean it. */
  find(name: QualifiedName, near?: QualifiedName): DraftTable | undefined;
  defineEnum(name: QualifiedName, values: readonly string[]): void;
  warn(message: string, at?: number): void;
}

export function createSchema(text: string): DraftSchema {
  const tables = new Set<DraftTable>();
  const bearers = new Map<string, Set<DraftTable>>();
  const enums = new Map<string, string[]>();
  const { warn, list } = createWarnings(text);

  const bearing = (name: string) => {
    const key = name.toLowerCase();
    const known = bearers.get(key) ?? new Set();
    bearers.set(key, known);
    return known;
  };
  const exactly = ({ schema, name }: QualifiedName) =>
    [...bearing(name)].find((table) => table.name === name && table.schema.toLowerCase() === schema.toLowerCase());

  return {
    get tables() {
      return [...tables];
    },
    enums,
    warnings: list,
    create(named) {
      if (exactly(named)) return undefined;
      if (tables.size >= most.tables)
        throw new ForeignFileError(`More than ${most.tables.toLocaleString('en')} tables are too many for one diagram.`);
      const table: DraftTable = { ...named, columns: [], primaryKey: [], uniques: [], foreignKeys: [], note: '' };
      tables.add(table);
      bearing(named.name).add(table);
      return table;
    },
    drop(table) {
      tables.delete(table);
      bearing(table.name).delete(table);
    },
    rename(table, name) {
      const before = { schema: table.schema, name: table.name };
      for (const other of tables) {
        if (other.foreignKeys.length === 0) continue;
        other.foreignKeys = other.foreignKeys.map((key) =>
          key.target.name === before.name && key.target.schema === before.schema ? { ...key, target: { ...before, name } } : key,
        );
      }
      bearing(table.name).delete(table);
      table.name = name;
      bearing(name).add(table);
    },
    find(named, near) {
      const same = [...bearing(named.name)];
      const inSchema = (schema: string) => same.filter((table) => table.schema.toLowerCase() === schema.toLowerCase());
      return (
        exactly(named) ??
        inSchema(named.schema)[0] ??
        (near && named.schema === '' ? inSchema(near.schema)[0] : undefined) ??
        (same.length === 1 && (named.schema === '' || same[0]?.schema === '') ? same[0] : undefined)
      );
    },
    defineEnum({ name }, values) {
      const known = enums.get(name.toLowerCase()) ?? [];
      enums.set(name.toLowerCase(), [...known, ...values]);
    },
    warn,
  };
}

/** The table that a partition belongs to, however deep; any other table itself. */
export function wholeOf(table: DraftTable): DraftTable {
  let whole = table;
  while (whole.partOf) whole = whole.partOf;
  return whole;
}

/** Whether a table has as many columns as it may. */
export const isFull = (table: DraftTable): boolean => table.columns.length >= most.columns;

/** A table's column of a name, in any case. */
export function columnOf(table: DraftTable, name: string): DraftColumn | undefined {
  return (
    table.columns.find((column) => column.name === name) ?? table.columns.find((column) => column.name.toLowerCase() === name.toLowerCase())
  );
}
