import type { Parsed } from '../language.ts';
import { type Cursor, cursorOver } from '../mermaid/cursor.ts';
import { readStatements } from '../mermaid/read-statements.ts';
import { quietFromHeader } from '../mermaid/source.ts';
import { createDraft } from './draft.ts';
import type { ClassModel } from './model.ts';
import { readClass, readNamespace } from './parse-class.ts';
import { readClassDef, readCssClass, readInteraction, readNote, readStyle } from './parse-lines.ts';
import { readNamed } from './parse-relation.ts';
import { readClassName, readWord } from './read-name.ts';
import type { Reading } from './reading.ts';
import { classSettings } from './settings.ts';
import { type ClassTokenKind, tokenize } from './tokens.ts';

/** Reads a class diagram as Mermaid 12 does (https://mermaid.js.org/syntax/classDiagram.html), keeping where everything stands. */
export function parseClass(source: string): Parsed<ClassModel> {
  const quiet = quietFromHeader(withoutStyleEnds(source));
  const cursor = cursorOver(tokenize(quiet.text));
  const reading: Reading = { cursor, draft: createDraft(), text: quiet.text };
  const diagnostics = readStatements(source, cursor, {
    header: () => {
      cursor.accept('newline');
      cursor.expect('header', 'classDiagram');
      endLine(cursor);
      if (cursor.peek().kind === 'end_of_file') cursor.fail('a class, a relation or another statement');
    },
    statement: (failed) => {
      if (failed && cursor.accept('newline')) return;
      readStatement(reading);
      endLine(cursor);
    },
  });
  return diagnostics.length > 0
    ? { ok: false, diagnostics }
    : { ok: true, model: reading.draft.model(quiet.title, classSettings(source)), warnings: [] };
}

/** Mermaid drops the semicolon after a style with a `#`; a space keeps everything in its place. */
function withoutStyleEnds(source: string): string {
  return source.replace(/(?:style|classDef)[^\n\r]*/g, (line) => {
    const end = line.lastIndexOf(';');
    const colored = line
      .slice(0, Math.max(0, end))
      .split(/\s/)
      .some((word) => word.includes(':') && word.lastIndexOf('#') > word.indexOf(':'));
    return colored ? `${line.slice(0, end)} ${line.slice(end + 1)}` : line;
  });
}

function endLine(cursor: Cursor<ClassTokenKind>): void {
  if (!cursor.accept('newline') && cursor.peek().kind !== 'end_of_file') cursor.fail('the end of the line');
}

function readStatement(reading: Reading): void {
  const { cursor, draft } = reading;
  const token = cursor.peek();
  if (cursor.accept('direction')) {
    if (token.text === 'TB' || token.text === 'BT' || token.text === 'LR' || token.text === 'RL') draft.direct(token.text);
    return;
  }
  if (cursor.accept('remark')) {
    if (token.text === ':') cursor.expect('remark', 'the title or description');
    return;
  }
  if (token.kind === 'keyword') readKeyword(reading);
  else if (token.kind === 'punctuation' && token.text === '<<') readAnnotation(reading);
  else readNamed(reading);
}

const keywordReaders: ReadonlyMap<string, (reading: Reading) => void> = new Map([
  ['class', readClass],
  ['namespace', readNamespace],
  ['note', readNote],
  ['note for', readNote],
  ['style', readStyle],
  ['classDef', readClassDef],
  ['cssClass', readCssClass],
  ['callback', readInteraction],
  ['link', readInteraction],
  ['click', readInteraction],
]);

function readKeyword(reading: Reading): void {
  const read = keywordReaders.get(reading.cursor.peek().text);
  if (read) read(reading);
  else reading.cursor.fail('a class, a relation or another statement');
}

/** `<<interface>> Shape`, of a class that is known already. */
function readAnnotation({ cursor, draft }: Reading): void {
  const { from } = cursor.take();
  const word = readWord(cursor, 'the name of an annotation');
  cursor.expect('punctuation', '">>"', '>>');
  const named = readClassName(cursor);
  if (!draft.has(named.name)) cursor.failAt(named, `There is no class called “${named.name}” above this line.`);
  draft.mention(named.name, { from: named.from, to: named.to });
  draft.annotate(named.name, { text: word.text, range: { from: word.from, to: word.to } });
  draft.statement(named.name, { from, to: cursor.previous().to });
}
