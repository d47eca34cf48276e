import type { TextPatch } from '@autograph/editor';
import { lineEndOf } from '../mermaid/lines.ts';
import { type Enclosed, gap, indentedWithin, patched } from '../tidy.ts';
import { type ReadOptions, readEraser } from './read.ts';
import type { Connection, Group, Mention, PropertyList, Statement } from './syntax.ts';

/** A text that parses, in tidy lines: one statement each, as far in as its group, with the same spaces everywhere; remarks stay. */
export function formatEraser(source: string, options: ReadOptions = {}): string {
  const { statements } = readEraser(source, options);
  const spaced = patched(source, patchesOf(source, statements));
  const enclosed: Enclosed[] = [];
  const visit = (statement: Statement): void => {
    for (const list of listsOf(statement)) enclosed.push(list);
    if (statement.kind !== 'group') return;
    enclosed.push({ from: statement.body.from - 1, to: statement.to });
    for (const inner of statement.statements) visit(inner);
  };
  for (const statement of readEraser(spaced, options).statements) visit(statement);
  return indentedWithin(spaced, enclosed);
}

function mentionsOf(statement: Statement): readonly Mention[] {
  if (statement.kind === 'nodes') return statement.items;
  if (statement.kind === 'connection') return statement.parts.flat();
  return statement.kind === 'group' ? [statement.header] : [];
}

function listsOf(statement: Statement): readonly PropertyList[] {
  const own = statement.kind === 'connection' && statement.properties ? [statement.properties] : [];
  return [...mentionsOf(statement).flatMap(({ properties }) => properties ?? []), ...own];
}

function patchesOf(source: string, statements: readonly Statement[]): readonly TextPatch[] {
  return statements.flatMap((statement) => [
    ...mentionsOf(statement).flatMap((mention) =>
      mention.properties ? gap(source, mention.nameRange.to, mention.properties.from, ' ') : [],
    ),
    ...listsOf(statement).flatMap((list) => inList(source, list)),
    ...(statement.kind === 'nodes' ? betweenNames(source, statement.items) : []),
    ...(statement.kind === 'connection' ? inConnection(source, statement) : []),
    ...(statement.kind === 'group' ? inGroup(source, statement) : []),
  ]);
}

function betweenNames(source: string, names: readonly Mention[]): readonly TextPatch[] {
  return names.slice(1).flatMap((name, at) => {
    const from = names[at]?.to ?? name.from;
    const comma = source.indexOf(',', from);
    return [...gap(source, from, comma, ''), ...gap(source, comma + 1, name.from, ' ')];
  });
}

function inConnection(source: string, { parts, connectors, label, labelled, properties }: Connection): readonly TextPatch[] {
  const end = parts.at(-1)?.at(-1)?.to ?? 0;
  return [
    ...parts.flatMap((names) => betweenNames(source, names)),
    ...connectors.flatMap(({ from, to }, at) => [
      ...gap(source, parts[at]?.at(-1)?.to ?? from, from, ' '),
      ...gap(source, to, parts[at + 1]?.[0]?.from ?? to, ' '),
    ]),
    ...(label && labelled ? [...gap(source, end, labelled.from, ''), ...gap(source, labelled.from + 1, label.from, ' ')] : []),
    ...(label && properties ? gap(source, label.to, properties.from, ' ') : []),
  ];
}

function inList(source: string, { entries, from, to }: PropertyList): readonly TextPatch[] {
  const [first, last] = [entries[0], entries.at(-1)];
  if (!first || !last) return gap(source, from + 1, to - 1, '');
  const behind = source.slice(last.to, to - 1).indexOf(',');
  return [
    ...gap(source, from + 1, first.from, ''),
    ...(behind < 0 ? gap(source, last.to, to - 1, '') : []),
    ...entries.flatMap((entry, at) => {
      const colon = source.indexOf(':', entry.from + entry.key.length);
      const next = entries[at + 1];
      const comma = next ? source.indexOf(',', entry.to) : -1;
      return [
        ...gap(source, entry.from + entry.key.length, colon, ''),
        ...gap(source, colon + 1, entry.valueRange.from, ' '),
        ...(next ? [...gap(source, entry.to, comma, ''), ...gap(source, comma + 1, next.from, ' ')] : []),
      ];
    }),
  ];
}

function inGroup(source: string, { header, body, statements }: Group): readonly TextPatch[] {
  const [first, last] = [statements[0], statements.at(-1)];
  const end = lineEndOf(source);
  return [
    ...gap(source, header.to, body.from - 1, ' '),
    ...(first && last
      ? [...gap(source, body.from, first.from, end), ...gap(source, last.to, body.to, end), ...patchesOf(source, statements)]
      : gap(source, body.from, body.to, ' ')),
  ];
}
