import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importText } from './testing/import-text.ts';

interface Column {
  readonly name: string;
  readonly nullable: boolean;
  readonly unique: boolean;
  /** The table that it points to. */
  readonly target?: number;
}

/** Tables t0, t1, …: each with a key `id`, or a key of its first two columns. */
interface Schema {
  readonly tables: readonly { readonly joins: boolean; readonly columns: readonly Column[] }[];
}

const schemas: fc.Arbitrary<Schema> = fc.integer({ min: 1, max: 6 }).chain((count) =>
  fc.record({
    tables: fc.array(
      fc.record({
        joins: fc.boolean(),
        columns: fc
          .array(
            fc.record({
              nullable: fc.boolean(),
              unique: fc.boolean(),
              target: fc.option(fc.nat(count - 1), { nil: undefined }),
            }),
            { minLength: 2, maxLength: 6 },
          )
          .map((columns) => columns.map((column, at) => ({ ...column, name: `c${at}` }))),
      }),
      { minLength: count, maxLength: count },
    ),
  }),
);

type Table = Schema['tables'][number];
const keyOf = ({ joins }: Table) => (joins ? ['c0', 'c1'] : ['id']);
/** As the keys say: what is in the primary key is never empty. */
const isRequired = (table: Table, column: Column) => !column.nullable || keyOf(table).includes(column.name);

function expected({ tables }: Schema) {
  const named = tables.map((table, at) => {
    const own = table.columns.map(({ name, unique, target }) =>
      [name, keyOf(table).includes(name) && 'PK', target !== undefined && 'FK', unique && 'UK'].filter(Boolean).join(' '),
    );
    return [`t${at}`, [...(table.joins ? [] : ['id PK']), ...own].join(', ')] as const;
  });
  const relations = tables.flatMap((table, at) =>
    table.columns.flatMap((column) => {
      if (column.target === undefined) return [];
      const line = keyOf(table).includes(column.name) ? '--' : '..';
      return [`t${column.target} ${isRequired(table, column) ? '||' : '|o'}${line}${column.unique ? 'o|' : 'o{'} t${at} : ${column.name}`];
    }),
  );
  return { tables: Object.fromEntries(named), relations: relations.sort() };
}

/** Keys where the columns are, as a person writes them. */
function inline({ tables }: Schema, quote: (name: string) => string): string {
  return tables
    .map((table, at) => {
      const columns = table.columns.map((column) =>
        [
          `${quote(column.name)} integer`,
          isRequired(table, column) && 'NOT NULL',
          column.unique && 'UNIQUE',
          column.target !== undefined && `REFERENCES ${quote(`t${column.target}`)}`,
        ]
          .filter(Boolean)
          .join(' '),
      );
      const key = table.joins ? [`PRIMARY KEY (${keyOf(table).map(quote).join(', ')})`] : [];
      const id = table.joins ? [] : [`${quote('id')} integer PRIMARY KEY`];
      return `CREATE TABLE ${quote(`t${at}`)} (\n  ${[...id, ...columns, ...key].join(',\n  ')}\n);`;
    })
    .join('\n');
}

/** Keys behind all tables, as dumps write them. */
function asDump({ tables }: Schema): string {
  const made = tables.map((table, at) => {
    const columns = table.columns.map((column) => `    ${column.name} integer${column.nullable ? '' : ' NOT NULL'}`);
    return `CREATE TABLE public.t${at} (\n${[...(table.joins ? [] : ['    id integer NOT NULL']), ...columns].join(',\n')}\n);`;
  });
  const keys = tables.flatMap((table, at) => {
    const alter = `ALTER TABLE ONLY public.t${at}\n    ADD CONSTRAINT k`;
    return [
      `${alter} PRIMARY KEY (${keyOf(table).join(', ')});`,
      ...table.columns.flatMap(({ name, unique }) => (unique ? [`CREATE UNIQUE INDEX ON public.t${at} USING btree (${name});`] : [])),
      ...table.columns.flatMap(({ name, target }) =>
        target === undefined ? [] : [`${alter} FOREIGN KEY (${name}) REFERENCES public.t${target}(id) ON DELETE CASCADE;`],
      ),
    ];
  });
  return [...made, ...keys].join('\n\n');
}

function asDbml({ tables }: Schema): string {
  return tables
    .map((table, at) => {
      const columns = table.columns.map(({ name, nullable, unique, target }) => {
        const settings = [
          ...(nullable ? [] : ['not null']),
          ...(unique ? ['unique'] : []),
          ...(target === undefined ? [] : [`ref: ${unique ? '-' : '>'} t${target}.x`]),
        ];
        return `  ${name} integer${settings.length > 0 ? ` [${settings.join(', ')}]` : ''}`;
      });
      const key = table.joins ? ['  indexes {\n    (c0, c1) [pk]\n  }'] : [];
      return `Table t${at} {\n${[...(table.joins ? [] : ['  id integer [pk]']), ...columns, ...key].join('\n')}\n}`;
    })
    .join('\n\n');
}

function asPrisma({ tables }: Schema): string {
  return tables
    .map((table, at) => {
      const own = table.columns.flatMap((column) => {
        const optional = isRequired(table, column) ? '' : '?';
        const field = `  ${column.name} Int${optional}${column.unique ? ' @unique' : ''}`;
        if (column.target === undefined) return [field];
        return [
          field,
          `  ${column.name}_ t${column.target}${optional} @relation("t${at}${column.name}", fields: [${column.name}], references: [id])`,
        ];
      });
      const back = tables.flatMap((other, from) =>
        other.columns.flatMap(({ name, unique, target }) =>
          target === at ? [`  b${from}${name} t${from}${unique ? '?' : '[]'} @relation("t${from}${name}")`] : [],
        ),
      );
      return `model t${at} {\n${[...(table.joins ? [] : ['  id Int @id']), ...own, ...back, ...(table.joins ? ['  @@id([c0, c1])'] : [])].join('\n')}\n}`;
    })
    .join('\n\n');
}

const notations: readonly (readonly [string, string, (schema: Schema) => string])[] = [
  ['PostgreSQL', '.sql', (schema) => inline(schema, (name) => `"${name}"`)],
  ['a dump of PostgreSQL', '.sql', asDump],
  ['MySQL', '.sql', (schema) => inline(schema, (name) => `\`${name}\``).replaceAll('\n);', '\n) ENGINE=InnoDB;')],
  ['SQLite', '.sql', (schema) => inline(schema, (name) => name)],
  ['Prisma', '.prisma', asPrisma],
  ['DBML', '.dbml', asDbml],
];

describe.each(notations)('any schema in %s', (_, extension, write) => {
  it('has exactly its tables, columns, keys and relations as a diagram', async () => {
    await fc.assert(
      fc.asyncProperty(schemas, async (schema) => {
        const { tables, relations, warnings } = await importText(write(schema), extension);
        const named = relations.map((relation) => relation.replace(/_$/, ''));
        expect({ tables, relations: named, warnings }).toEqual({ ...expected(schema), warnings: [] });
      }),
      { numRuns: 200 },
    );
  });
});
