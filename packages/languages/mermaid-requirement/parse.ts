import type { Parsed } from '../language.ts';
import { type Cursor, cursorOver } from '../mermaid/cursor.ts';
import { readStatements } from '../mermaid/read-statements.ts';
import { quietSource } from '../mermaid/source.ts';
import { createDraft } from './draft.ts';
import type { RequirementModel } from './model.ts';
import { readItem } from './read-item.ts';
import { readNamed, readStyling } from './read-lines.ts';
import type { Reading } from './reading.ts';
import { type RequirementTokenKind, tokenize } from './tokens.ts';

/** Reads a requirement diagram as Mermaid 12 does (https://mermaid.js.org/syntax/requirementDiagram.html), keeping where everything stands. */
export function parseRequirements(source: string): Parsed<RequirementModel> {
  const quiet = quietSource(source);
  const cursor = cursorOver(tokenize(withLineEnds(quiet.text, source)));
  const reading: Reading = { cursor, draft: createDraft() };
  const diagnostics = readStatements(source, cursor, {
    header: () => {
      // Mermaid trims the beginning of a text.
      cursor.accept('newline');
      while (readRemark(cursor)) cursor.accept('newline');
      cursor.expect('header', 'requirementDiagram');
      cursor.expect('newline', 'the end of the line, with nothing after the word');
    },
    statement: () => readStatement(reading),
  });
  return diagnostics.length > 0 ? { ok: false, diagnostics } : { ok: true, model: reading.draft.model(quiet.title), warnings: [] };
}

/** Line ends as they were: to this grammar, a space before one takes it away. */
function withLineEnds(text: string, source: string): string {
  return source.includes('\r\n') ? text.replace(/ \n/g, (end, at: number) => (source.startsWith('\r\n', at) ? '\r\n' : end)) : text;
}

function readRemark(cursor: Cursor<RequirementTokenKind>): boolean {
  const { text } = cursor.peek();
  if (!cursor.accept('remark')) return false;
  if (text === ':') cursor.expect('remark', 'the title or description');
  return true;
}

function readStatement(reading: Reading): void {
  const { cursor, draft } = reading;
  const { kind, text } = cursor.peek();
  if (kind === 'newline') cursor.take();
  else if (kind === 'direction') {
    const { text: direction } = cursor.take();
    draft.direct(direction === 'BT' || direction === 'LR' || direction === 'RL' ? direction : 'TB');
  } else if (kind === 'type' || (kind === 'keyword' && text === 'element')) readItem(reading);
  else if (kind === 'keyword') readStyling(reading);
  else if (kind === 'words' || kind === 'string') readNamed(reading);
  else if (!readRemark(cursor)) cursor.fail('a requirement, an element, a relation or another statement');
}
