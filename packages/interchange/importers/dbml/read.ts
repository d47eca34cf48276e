import { writeEr } from '@autograph/languages/mermaid-er/write.ts';
import { diagramOf } from '../../data-model/diagram.ts';
import type { DataModel, Link, Reference, Table } from '../../data-model/model.ts';
import { withValues } from '../../data-model/values.ts';
import type { Imported } from '../../importer.ts';
import { createWarnings } from '../../text/warnings.ts';
import type { DraftReference, Endpoint } from './reference.ts';
import { readScript, type Script } from './script.ts';
import { has, textOf } from './settings.ts';
import type { DraftColumn, DraftTable } from './table.ts';

/** The tables, references and groups of a DBML text. */
export function readDbml(text: string): Imported {
  const { warn, list } = createWarnings(text);
  const script = readScript(text, (at) => warn('This line was not understood.', at));
  for (const at of script.unclosed) warn('A quote or comment is opened here and never closed.', at);
  const tables = new Map(script.tables.map((table) => [table.name, tableOf(table, script)]));
  return diagramOf(
    { tables: [...tables.values()], ...relationsOf(script, tables, warn), groups: groupsOf(script, tables), warnings: list() },
    writeEr,
    'This DBML has no tables.',
  );
}

function tableOf(draft: DraftTable, script: Script): Table {
  const columns = draft.columns.flatMap((column): readonly DraftColumn[] =>
    typeof column === 'string' ? columnsOf(script.partials.get(column)) : [column],
  );
  const unique = [...new Map(columns.map((column) => [column.name, column])).values()];
  const marked = unique.filter(({ settings }) => isPrimary(settings)).map(({ name }) => name);
  const primaryKey = marked.length > 0 ? marked : (draft.primaryKeys[0] ?? []);
  return {
    name: draft.name,
    note: draft.note,
    columns: unique.map(({ name, type, settings }) => ({
      name,
      type,
      nullable: !isPrimary(settings) && !has(settings, 'NOT', 'NULL') && !primaryKey.includes(name),
      comment: withValues(textOf(settings, 'NOTE'), script.enums.get(type.replace(/\[\]$/, '')) ?? []),
    })),
    primaryKey,
    uniques: [...unique.filter(({ settings }) => has(settings, 'UNIQUE')).map(({ name }) => [name]), ...draft.uniques],
  };
}

const isPrimary = (settings: DraftColumn['settings']) => has(settings, 'PK') || has(settings, 'PRIMARY', 'KEY');

function columnsOf(partial: DraftTable | undefined): readonly DraftColumn[] {
  return partial?.columns.flatMap((column) => (typeof column === 'string' ? [] : [column])) ?? [];
}

/** Those in the columns of a table, injected ones too. */
function referencesOf(table: DraftTable, { partials }: Script): readonly DraftReference[] {
  const injected = table.columns.flatMap((column) => (typeof column === 'string' ? (partials.get(column)?.references ?? []) : []));
  return [...table.references, ...injected.map((reference) => ({ ...reference, left: { ...reference.left, table: table.name } }))];
}

function relationsOf(
  script: Script,
  tables: ReadonlyMap<string, Table>,
  warn: (message: string, at: number) => void,
): Pick<DataModel, 'references' | 'links'> {
  const references: Reference[] = [];
  const links: Link[] = [];
  for (const reference of [...script.tables.flatMap((table) => referencesOf(table, script)), ...script.references]) {
    const [left, right] = [reference.left, reference.right].map((end) => ({ ...end, table: script.aliases.get(end.table) ?? end.table }));
    const missing = [left, right].find((end) => end && !tables.has(end.table));
    if (!left || !right || missing) {
      warn(`This refers to “${missing?.table ?? ''}”, which is not defined here.`, reference.at);
      continue;
    }
    if (reference.operator === '<>')
      links.push({
        ...{ from: left.table, to: right.table, label: '' },
        fromCardinality: 'zero_or_more',
        toCardinality: 'zero_or_more',
      });
    else references.push(foreignKey(reference.operator, left, right, tables));
  }
  return { references, links };
}

/** The end that points: of two single ends the one that is no primary key, else the first. */
function foreignKey(operator: DraftReference['operator'], left: Endpoint, right: Endpoint, tables: ReadonlyMap<string, Table>): Reference {
  const primary = ({ table, columns }: Endpoint) => {
    const key = tables.get(table)?.primaryKey ?? [];
    return columns.length === key.length && columns.every((column) => key.includes(column));
  };
  const pointsRight = operator === '>' || (operator === '-' && !(primary(left) && !primary(right)));
  const [from, to] = pointsRight ? [left, right] : [right, left];
  return { table: from.table, columns: from.columns, target: to.table, label: from.columns.join(', '), single: operator === '-' };
}

/** Groups with the tables that exist, each in the first group that names it. */
function groupsOf(script: Script, tables: ReadonlyMap<string, Table>): DataModel['groups'] {
  const grouped = new Set<string>();
  return script.groups.map(({ title, members }) => ({
    title,
    members: members.flatMap((member) => {
      const name = script.aliases.get(member) ?? member;
      if (!tables.has(name) || grouped.has(name)) return [];
      grouped.add(name);
      return [name];
    }),
  }));
}
