import type { Parsed } from '../language.ts';
import { type Cursor, cursorOver } from '../mermaid/cursor.ts';
import { readStatements } from '../mermaid/read-statements.ts';
import { asWritten, quietSource } from '../mermaid/source.ts';
import { readAttributes } from './attributes.ts';
import { createDraft, type ErDraft, type Mention } from './draft.ts';
import { type Cardinality, cardinalities, type ErModel } from './model.ts';
import { type ErToken, type ErTokenKind, tokenize } from './tokens.ts';

/** Reads an ER diagram as Mermaid 12 does (https://mermaid.js.org/syntax/entityRelationshipDiagram.html), keeping where everything stands. */
export function parseEr(source: string): Parsed<ErModel> {
  const quiet = quietSource(source);
  const cursor = cursorOver(tokenize(quiet.text));
  const draft = createDraft();
  const diagnostics = readStatements(source, cursor, {
    header: () => {
      while (cursor.accept('newline'));
      cursor.expect('header', 'erDiagram');
    },
    statement: () => readStatement(cursor, draft),
    ending: () => void (draft.openGroups > 0 && cursor.fail('"end" to close the subgraph')),
  });
  return diagnostics.length > 0 ? { ok: false, diagnostics } : { ok: true, model: draft.model(quiet.title), warnings: [] };
}

function readStatement(cursor: Cursor<ErTokenKind>, draft: ErDraft): void {
  const token = cursor.peek();
  if (cursor.accept('newline') || cursor.accept('remark')) return;
  if (cursor.accept('direction')) {
    if (token.text === 'TB' || token.text === 'BT' || token.text === 'LR' || token.text === 'RL') draft.direct(token.text);
    return;
  }
  if (token.kind === 'keyword') readKeyword(cursor, draft);
  else readEntityOrRelation(cursor, draft);
}

function readKeyword(cursor: Cursor<ErTokenKind>, draft: ErDraft): void {
  const { text, from } = cursor.take();
  if (text === 'end') {
    if (!draft.closeGroup(cursor.previous().to)) cursor.failAt(cursor.previous(), 'This "end" closes nothing: no subgraph is open.');
  } else if (text === 'subgraph') openGroup(cursor, draft, from);
  else if (text === 'class') {
    const names = bareNames(cursor);
    const classes = bareNames(cursor).map(({ name }) => name);
    draft.setClass(names, classes, { from, to: cursor.previous().to });
  } else {
    const names = bareNames(cursor);
    const { styles, to } = readStyles(cursor);
    if (text === 'style') draft.style(names, styles, { from, to });
    else
      draft.defineClass(
        names.map(({ name }) => name),
        styles,
      );
  }
}

function openGroup(cursor: Cursor<ErTokenKind>, draft: ErDraft, from: number): void {
  const id = readName(cursor, 'a subgraph name');
  let title: { readonly name: string; readonly from: number; readonly to: number } = id;
  if (cursor.accept('punctuation', '[')) {
    const words = [readName(cursor, 'a title')];
    while (!cursor.accept('punctuation', ']')) words.push(readName(cursor, '"]"'));
    title = { name: words.map(({ name }) => name).join(' '), from: words[0]?.from ?? id.from, to: words.at(-1)?.to ?? id.to };
  }
  if (cursor.peek().kind !== 'end_of_file') cursor.expect('newline', 'the end of the line or a "[title]"');
  draft.openGroup(id.name.trim(), title.name, title, from);
}

function readEntityOrRelation(cursor: Cursor<ErTokenKind>, draft: ErDraft): void {
  const entity = readName(cursor, 'an entity, a relationship or a keyword');
  const alias = readAlias(cursor);
  const classes = classSuffix(cursor);
  if (!alias && cursor.peek().kind === 'cardinality') {
    readRelation(cursor, draft, entity, classes);
    return;
  }
  draft.mention(entity);
  if (alias) draft.alias(entity, alias.name, alias);
  readBlock(cursor, draft, entity);
  draft.setClass([entity], classes);
  draft.statement(entity, { from: entity.from, to: cursor.previous().to });
}

function readAlias(cursor: Cursor<ErTokenKind>): Mention | undefined {
  if (!cursor.accept('punctuation', '[')) return undefined;
  const alias = readName(cursor, 'an alias');
  cursor.expect('punctuation', '"]"', ']');
  return alias;
}

function readRelation(cursor: Cursor<ErTokenKind>, draft: ErDraft, from: Mention, fromClasses: readonly string[]): void {
  const firstEnd = { from: from.from, to: cursor.previous().to };
  const fromCardinality = readCardinality(cursor);
  const identifying =
    cursor.expect('line', 'a line: "--" (identifying), ".." (not identifying), "to" or "optionally to"').text === 'identifying';
  const toCardinality = readCardinality(cursor);
  const to = readName(cursor, 'the entity at the other end');
  const toClasses = classSuffix(cursor);
  const ends = [firstEnd, { from: to.from, to: cursor.previous().to }] as const;
  cursor.expect('punctuation', '":" and the name of the relationship', ':');
  const role = cursor.peek();
  if (role.kind !== 'name' && role.kind !== 'quoted' && role.kind !== 'loose_quoted')
    cursor.fail('the name of the relationship, quoted when it has spaces');
  cursor.take();
  const range = { from: from.from, to: role.to };
  const text = asWritten(role.text);
  draft.relate(from, to, { role: text, roleRange: role, fromCardinality, toCardinality, identifying, range, ends });
  draft.setClass([from], fromClasses);
  draft.setClass([to], toClasses);
}

function readCardinality(cursor: Cursor<ErTokenKind>): Cardinality {
  const { text } = cursor.expect('cardinality', 'a cardinality such as "||", "o{", "}|" or "zero or more"');
  return cardinalities.find((known) => known === text) ?? 'only_one';
}

function readBlock(cursor: Cursor<ErTokenKind>, draft: ErDraft, entity: Mention): void {
  const opening = cursor.peek();
  if (!cursor.accept('punctuation', '{')) return;
  const attributes = readAttributes(cursor);
  draft.attributes(entity, attributes, { from: opening.from, to: cursor.previous().to });
}

function classSuffix(cursor: Cursor<ErTokenKind>): readonly string[] {
  return cursor.accept('punctuation', ':::') ? bareNames(cursor).map(({ name }) => name) : [];
}

function bareNames(cursor: Cursor<ErTokenKind>): readonly Mention[] {
  const names: Mention[] = [];
  do {
    const token = cursor.peek();
    if (token.kind !== 'name' && token.kind !== 'style_word') cursor.fail('a name without quotes');
    names.push({ name: asWritten(cursor.take().text), from: token.from, to: token.to });
  } while (cursor.accept('punctuation', ','));
  return names;
}

function readStyles(cursor: Cursor<ErTokenKind>): { readonly styles: readonly string[]; readonly to: number } {
  const styles: string[] = [];
  do {
    let style = '';
    while (isStylePart(cursor.peek())) style += cursor.take().text;
    if (style === '') cursor.fail('a style such as fill:#f9f');
    styles.push(style);
  } while (cursor.accept('punctuation', ','));
  const { to } = cursor.previous();
  if (!cursor.accept('punctuation', ';') && cursor.peek().kind !== 'end_of_file')
    cursor.expect('newline', 'a comma, or the end of the line');
  return { styles, to };
}

function isStylePart(token: ErToken): boolean {
  return token.kind === 'style_word' || (token.kind === 'punctuation' && (token.text === ':' || token.text === '#'));
}

function readName(cursor: Cursor<ErTokenKind>, what: string): Mention {
  const token = cursor.peek();
  if (token.kind !== 'name' && token.kind !== 'quoted' && token.kind !== 'number') cursor.fail(what);
  cursor.take();
  return { name: asWritten(token.text), from: token.from, to: token.to };
}
