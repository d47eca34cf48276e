import type { Parsed } from '../language.ts';
import { type Cursor, cursorOver } from '../mermaid/cursor.ts';
import { readStatements } from '../mermaid/read-statements.ts';
import { quietFromHeader } from '../mermaid/source.ts';
import type { StateModel } from './model.ts';
import { isOpening, type Opening, readStatement } from './read-statement.ts';
import { resolve } from './resolve.ts';
import type { Statement } from './syntax.ts';
import { type StateTokenKind, tokenize } from './tokens.ts';

/** Composite states in composite states: readers and layouts go no deeper. */
const deepest = 200;

/** Reads a state diagram as Mermaid 12 does (https://mermaid.js.org/syntax/stateDiagram.html), keeping where everything stands. */
export function parseState(source: string): Parsed<StateModel> {
  const quiet = quietFromHeader(source);
  const cursor = cursorOver(tokenize(quiet.text));
  const reader = documentReader(cursor);
  let model: StateModel | undefined;
  const diagnostics = readStatements(source, cursor, {
    header: () => {
      while (cursor.accept('newline'));
      cursor.expect('header', 'stateDiagram-v2');
    },
    statement: reader.readNext,
    ending: () => {
      reader.close();
      model = resolve(reader.statements, { source, ...(quiet.title !== undefined && { title: quiet.title }) });
    },
  });
  return diagnostics.length > 0 || !model ? { ok: false, diagnostics } : { ok: true, model, warnings: [] };
}

/** Reads statements one at a time. Not by calling itself: a hostile text nests deeper than calls may. */
function documentReader(cursor: Cursor<StateTokenKind>) {
  const statements: Statement[] = [];
  const open: { readonly opening: Opening; readonly statements: Statement[] }[] = [];
  const current = () => open.at(-1)?.statements ?? statements;
  return {
    statements,
    readNext(): void {
      if (cursor.accept('newline')) return;
      const token = cursor.peek();
      if (token.kind === 'closing' && open.length > 0) {
        cursor.take();
        const closed = open.pop();
        if (!closed) return;
        const { bodyFrom, ...state } = closed.opening;
        current().push({ ...state, body: { statements: closed.statements, from: bodyFrom, to: token.to }, to: token.to });
        return;
      }
      const read = readStatement(cursor);
      if (!isOpening(read)) current().push(read);
      else if (open.length >= deepest) cursor.failAt(token, 'Composite states nest no deeper than this.');
      else open.push({ opening: read, statements: [] });
    },
    close(): void {
      if (open.length > 0) cursor.fail('"}"');
    },
  };
}
