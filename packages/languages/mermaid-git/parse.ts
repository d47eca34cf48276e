import type { Parsed } from '../language.ts';
import { type Cursor, cursorOver, type Token } from '../mermaid/cursor.ts';
import { readStatements } from '../mermaid/read-statements.ts';
import { asWritten, quietFromHeader } from '../mermaid/source.ts';
import { createDraft, type GitDraft, type Options } from './draft.ts';
import { type CommitType, commitTypes, type GitDirection, type GitModel, type Tag, type Written } from './model.ts';
import { gitSettings } from './settings.ts';
import { type GitTokenKind, tokenize, unquoted } from './tokens.ts';

type Tokens = Cursor<GitTokenKind>;

/** Reads a git graph as Mermaid 12 does (https://mermaid.js.org/syntax/gitgraph.html), keeping where everything stands. */
export function parseGit(source: string): Parsed<GitModel> {
  const quiet = quietFromHeader(source);
  const cursor = cursorOver(tokenize(quiet.text));
  const draft = createDraft(gitSettings(source));
  const diagnostics = readStatements(source, cursor, {
    header: () => readHeader(cursor, draft),
    statement: () => {
      if (!cursor.accept('newline')) readStatement(cursor, draft);
    },
  });
  return diagnostics.length > 0 ? { ok: false, diagnostics } : { ok: true, model: draft.model(quiet.title), warnings: [] };
}

const directions: readonly GitDirection[] = ['LR', 'TB', 'BT'];

function readHeader(cursor: Tokens, draft: GitDraft): void {
  while (cursor.accept('newline'));
  if (cursor.accept('keyword', 'gitGraph:')) return;
  cursor.expect('keyword', '"gitGraph"', 'gitGraph');
  const { kind, text } = cursor.peek();
  const direction = kind === 'keyword' ? directions.find((candidate) => candidate === text) : undefined;
  if (!direction) {
    cursor.accept('keyword', ':');
    return;
  }
  cursor.take();
  cursor.expect('keyword', '":" after the direction', ':');
  draft.direct(direction);
}

type Reader = (cursor: Tokens, draft: GitDraft, start: number) => void;

function readStatement(cursor: Tokens, draft: GitDraft): void {
  const token = cursor.take();
  const read = token.kind === 'keyword' ? readers.get(token.text) : undefined;
  if (token.kind === 'title') draft.title({ from: token.from, to: token.to }, behindTitle(token));
  else if (read) read(cursor, draft, token.from);
  else if (token.kind !== 'remark') {
    cursor.failAt(token, `Expected "commit", "branch", "checkout", "merge" or "cherry-pick", but found "${token.text}".`);
  }
  endLine(cursor);
}

function behindTitle({ text, from, to }: Token<GitTokenKind>): Written {
  const [before = ''] = /^title\s*/.exec(text) ?? [];
  const words = text.slice(before.length).trimEnd();
  return { text: asWritten(words), from: from + before.length, to: to - (text.length - before.length - words.length) };
}

function endLine(cursor: Tokens): void {
  if (cursor.peek().kind !== 'end_of_file') cursor.expect('newline', 'the end of the line');
}

/** Refuses what the draft says cannot be. */
function check(cursor: Tokens, at: { readonly from: number; readonly to: number }, problem: string | undefined): void {
  if (problem !== undefined) cursor.failAt(at, problem);
}

const readers: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  [
    'commit',
    (cursor, draft, from) => {
      const options = readOptions(cursor, ['id:', 'msg:', 'tag:', 'type:']);
      draft.commit(options, { from, to: cursor.previous().to });
    },
  ],
  [
    'branch',
    (cursor, draft, from) => {
      const name = readName(cursor);
      const order = cursor.accept('keyword', 'order:') ? Number(cursor.expect('number', 'a whole number').text) : 0;
      check(cursor, name, draft.branch(name, order, { from, to: cursor.previous().to }));
    },
  ],
  ['checkout', readCheckout],
  ['switch', readCheckout],
  [
    'merge',
    (cursor, draft, from) => {
      const name = readName(cursor);
      const options = readOptions(cursor, ['id:', 'tag:', 'type:']);
      check(cursor, name, draft.merge(name, options, { from, to: cursor.previous().to }));
    },
  ],
  [
    'cherry-pick',
    (cursor, draft, from) => {
      const options = readOptions(cursor, ['id:', 'tag:', 'parent:']);
      const range = { from, to: cursor.previous().to };
      check(cursor, range, draft.cherryPick(options, range));
    },
  ],
]);

function readCheckout(cursor: Tokens, draft: GitDraft, from: number): void {
  const name = readName(cursor);
  check(cursor, name, draft.checkout(name, { from, to: name.to }));
}

function readName(cursor: Tokens): Written {
  const { kind, text, from, to } = cursor.peek();
  if (kind === 'string') return readString(cursor);
  cursor.expect('name', 'the name of a branch; one that means something else stands in quotes');
  return { text, from, to };
}

function readString(cursor: Tokens): Written {
  const { text, from, to } = cursor.expect('string', 'a text in quotes');
  return { text: asWritten(unquoted(text)), from, to };
}

function readOptions(cursor: Tokens, allowed: readonly string[]): Options {
  const found: { id?: Written; message?: Written; parent?: Written; type?: CommitType } = {};
  const tags: Tag[] = [];
  for (;;) {
    const { kind, text, from } = cursor.peek();
    if (kind === 'string' && allowed.includes('msg:')) found.message = readString(cursor);
    else if (kind !== 'keyword' || !allowed.includes(text)) return { ...found, tags };
    else {
      cursor.take();
      if (text === 'type:') found.type = readType(cursor);
      else {
        const written = readString(cursor);
        if (text === 'tag:') tags.push({ text: written.text, range: { from, to: written.to }, written });
        if (text === 'id:') found.id = written;
        if (text === 'msg:') found.message = written;
        if (text === 'parent:') found.parent = written;
      }
    }
  }
}

function readType(cursor: Tokens): CommitType {
  const { text } = cursor.peek();
  const type = commitTypes.find((candidate) => candidate === text);
  if (!type) return cursor.fail('NORMAL, REVERSE or HIGHLIGHT');
  cursor.take();
  return type;
}
