import type { Parsed } from '../language.ts';
import { type Cursor, cursorOver } from '../mermaid/cursor.ts';
import { readStatements } from '../mermaid/read-statements.ts';
import { asWritten, quietFromHeader } from '../mermaid/source.ts';
import { createDraft } from './draft.ts';
import type { Argument, C4Model } from './model.ts';
import { type C4TokenKind, tokenize } from './tokens.ts';
import { forms } from './words.ts';

/** Boundaries in boundaries: readers and layouts go no deeper. */
const deepest = 200;

/** Reads a C4 diagram as Mermaid 12 does (https://mermaid.js.org/syntax/c4.html), keeping where everything stands. */
export function parseC4(source: string): Parsed<C4Model> {
  const quiet = quietFromHeader(source);
  const cursor = cursorOver(tokenize(quiet.text));
  const draft = createDraft();
  let type = '';
  /** Open boundaries; whether each holds something yet. */
  const open: { holds: boolean }[] = [];
  let empty = true;

  const boundaryBody = () => {
    const brokenLine = cursor.accept('newline');
    cursor.expect('opening', '"{"');
    if (!cursor.accept('newline') && !brokenLine) cursor.fail('the end of the line');
    if (open.length >= deepest) cursor.fail('no boundary as deep as this');
    open.push({ holds: false });
  };
  const said = () => {
    empty = false;
    const holder = open.at(-1);
    if (holder) holder.holds = true;
  };
  /** A boundary ends right after what is in it, or on a line of its own; statements stand on lines of their own. */
  const endOfStatement = (mayGoOn: boolean) => {
    for (;;) {
      const ended = cursor.accept('newline');
      const holder = open.at(-1);
      if (cursor.peek().kind === 'closing' && holder?.holds) {
        draft.close(cursor.take().to);
        open.pop();
        said();
        continue;
      }
      const goesOn = mayGoOn && cursor.peek().kind === 'word';
      if (!ended && !goesOn && cursor.peek().kind !== 'end_of_file') cursor.fail('the end of the line');
      return;
    }
  };

  const diagnostics = readStatements(source, cursor, {
    header: () => {
      // Mermaid trims the beginning of a text.
      cursor.accept('newline');
      type = cursor.expect('header', 'C4Context, C4Container, C4Component, C4Dynamic or C4Deployment').text;
      cursor.expect('newline', 'the end of the line');
    },
    statement: (failed) => {
      if (failed && cursor.accept('newline')) return;
      const token = cursor.peek();
      const opensBody = open.at(-1)?.holds === false;
      if ((token.kind === 'title' || token.kind === 'remark') && !opensBody) {
        readTitle(cursor, source, draft.entitle);
        said();
        endOfStatement(true);
        return;
      }
      const form = token.kind === 'word' ? forms.get(token.text) : undefined;
      if (!form) return cursor.fail('a person, a system, a relation or another statement');
      cursor.take();
      const args = readArguments(cursor, quiet.text);
      said();
      draft.call(form, { word: token.text, arguments: args, from: token.from, to: cursor.previous().to });
      if (form.kind === 'boundary') boundaryBody();
      else endOfStatement(false);
    },
    ending: () => {
      if (open.length > 0) cursor.fail('"}"');
      if (empty) cursor.fail('a person, a system, a relation or another statement');
    },
  });
  return diagnostics.length > 0 ? { ok: false, diagnostics } : { ok: true, model: draft.model(type), warnings: [] };
}

function readTitle(
  cursor: Cursor<C4TokenKind>,
  source: string,
  entitle: (title: string, range: { readonly from: number; readonly to: number }) => void,
): void {
  const token = cursor.take();
  const isTitle = source.startsWith('accTitle', token.from);
  if (token.kind === 'title') {
    const text = token.text.slice(6);
    const from = token.from + 6 + text.length - text.trimStart().length;
    entitle(asWritten(text), { from, to: from + text.trim().length });
  } else if (token.text === ':') {
    // Mermaid shows a title for screen readers as the diagram's own, and a description nowhere.
    const { text, from, to } = cursor.expect('remark', 'the title or description');
    if (isTitle) entitle(asWritten(text), { from, to });
  }
}

/** At least one, up to the closing parenthesis. */
function readArguments(cursor: Cursor<C4TokenKind>, text: string): readonly Argument[] {
  const found: Argument[] = [];
  for (;;) {
    const token = cursor.peek();
    if (cursor.accept('end')) break;
    if (cursor.accept('empty')) {
      const at = token.from + Math.max(0, token.text.indexOf('""') + 1);
      found.push({ text: '', range: { from: at, to: at }, whole: { from: token.from, to: token.to }, quoted: token.text.includes('""') });
    } else if (cursor.accept('key')) {
      const value = cursor.expect('value', 'a value in quotes');
      const range = { from: value.from, to: value.to };
      const key = asWritten(token.text.trim());
      found.push({ key, text: asWritten(value.text.trim()), range, whole: { from: token.from - 1, to: value.to + 1 }, quoted: true });
    } else if (cursor.accept('argument')) {
      const inner = token.text.trim();
      const from = token.from + token.text.length - token.text.trimStart().length;
      const range = { from, to: from + inner.length };
      const quoted = text.charAt(token.from - 1) === '"' && text.charAt(token.to) === '"';
      const whole = quoted ? { from: token.from - 1, to: token.to + 1 } : range;
      found.push({ text: asWritten(inner), range, whole, quoted });
    } else cursor.fail('an argument or ")"');
  }
  if (found.length === 0) cursor.fail('an argument');
  return found;
}
