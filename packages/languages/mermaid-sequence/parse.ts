import type { Diagnostic } from '@autograph/editor';
import type { Parsed } from '../language.ts';
import { type Cursor, cursorOver, type Range } from '../mermaid/cursor.ts';
import { maxDiagnostics, readStatements } from '../mermaid/read-statements.ts';
import { asWritten, errorAt, quietFromHeader } from '../mermaid/source.ts';
import type { BlockKind, SequenceModel } from '../sequence/model.ts';
import { boxParts } from './box-parts.ts';
import { createDraft, type Named, type SequenceDraft } from './draft.ts';
import { readLinks } from './links.ts';
import { participantConfig } from './participant-config.ts';
import { type SequenceTokenKind, tokenize } from './tokens.ts';

type Tokens = Cursor<SequenceTokenKind>;

/** Reads a sequence diagram as Mermaid 12 does (https://mermaid.js.org/syntax/sequenceDiagram.html), keeping where everything stands. */
export function parseSequence(source: string): Parsed<SequenceModel> {
  const quiet = quietFromHeader(source);
  const cursor = cursorOver(tokenize(quiet.text));
  const draft = createDraft();
  draft.title = quiet.title;
  const warnings: Diagnostic[] = [];
  const diagnostics = readStatements(source, cursor, {
    header: () => {
      while (cursor.accept('newline'));
      cursor.expect('header', 'sequenceDiagram');
    },
    statement: () => {
      const { from, to } = cursor.peek();
      if (cursor.accept('unknown')) {
        if (warnings.length < maxDiagnostics)
          warnings.push({ ...errorAt(source, from, to, 'This is passed over: it means nothing here.'), severity: 'warning' });
      } else if (!cursor.accept('newline')) readStatement(cursor, draft);
    },
    ending: (failed) => void (!failed && draft.open && cursor.fail(`"end" to close "${draft.open}"`)),
  });
  return diagnostics.length > 0 ? { ok: false, diagnostics } : { ok: true, model: draft.model(), warnings };
}

function readStatement(cursor: Tokens, draft: SequenceDraft): void {
  const { kind, text } = cursor.peek();
  if (cursor.accept('remark')) return;
  if (kind === 'title') draft.title = asWritten(cursor.take().text.slice(/^title:/i.test(text) ? 6 : 5));
  else if (kind === 'participant') readMessage(cursor, draft);
  else if (kind === 'keyword') readKeyword(cursor, draft);
  else cursor.fail('a participant, a message, a note or a block');
}

type Reader = (cursor: Tokens, draft: SequenceDraft, keyword: Keyword) => void;
type Keyword = { readonly text: string } & Range;

function readKeyword(cursor: Tokens, draft: SequenceDraft): void {
  const keyword = cursor.take();
  const read = readers.get(keyword.text);
  if (read) read(cursor, draft, keyword);
  else cursor.failAt(keyword, `"${keyword.text}" cannot stand here.`);
}

const readParticipantLine: Reader = (cursor, draft, keyword) => readDeclaration(cursor, draft, keyword, 'declare');

const readCreate: Reader = (cursor, draft, { from }) => {
  const keyword = cursor.take();
  if (keyword.text !== 'participant' && keyword.text !== 'actor')
    cursor.failAt(keyword, 'Expected "participant" or "actor" after "create".');
  readDeclaration(cursor, draft, keyword, 'create', from);
};

const readDestroy: Reader = (cursor, draft, { from }) => {
  const named = readParticipant(cursor);
  draft.destroy(named, { from, to: named.to });
  endStatement(cursor);
};

const readActivate: Reader = (cursor, draft, { from }) => {
  const named = readParticipant(cursor);
  draft.activate(named, { from, to: named.to });
  endStatement(cursor);
};

const readDeactivate: Reader = (cursor, draft, { from }) => {
  const named = readParticipant(cursor);
  check(cursor, named, draft.deactivate(named, { from, to: named.to }));
  endStatement(cursor);
};

const readEnd: Reader = (cursor, draft, keyword) => {
  if (!draft.open) cursor.failAt(keyword, 'This "end" closes nothing: no block is open.');
  draft.endBlock(keyword);
};

const readBlock =
  (block: BlockKind): Reader =>
  (cursor, draft, keyword) => {
    const text = cursor.expect('rest', 'a title');
    draft.startBlock(block, words(text.text), keyword, text);
  };

const sections: Readonly<Record<string, { readonly of: readonly BlockKind[]; readonly named: string }>> = {
  else: { of: ['alt'], named: '"alt"' },
  and: { of: ['par', 'par_over'], named: '"par"' },
  option: { of: ['critical'], named: '"critical"' },
};

function readSection(cursor: Tokens, draft: SequenceDraft, keyword: Keyword): void {
  const rule = sections[keyword.text];
  if (!rule || !draft.open || !rule.of.includes(draft.open)) {
    cursor.failAt(
      keyword,
      `"${keyword.text}" stands only inside ${rule?.named ?? 'a block'}${draft.open ? `, not inside "${draft.open}"` : ''}.`,
    );
  }
  const text = cursor.expect('rest', 'a title');
  draft.section(words(text.text), keyword, text);
}

function readDeclaration(cursor: Tokens, draft: SequenceDraft, keyword: Keyword, how: 'declare' | 'create', start = keyword.from): void {
  const named = readParticipant(cursor);
  let config: ReturnType<typeof participantConfig> = {};
  if (cursor.accept('punctuation', '@{')) {
    const content = cursor.expect('config', 'metadata such as "type": "database"');
    config = participantConfig(content.text, content.from);
    if (config.problem) cursor.failAt(content, config.problem);
    cursor.expect('punctuation', '"}"', '}');
  }
  const type = config.type ?? keyword.text;
  const alias = cursor.accept('alias') ? cursor.expect('rest', 'what to show instead of the name') : undefined;
  const written = alias === undefined ? undefined : words(alias.text);
  const useConfig = config.alias !== undefined && (written === undefined || written === named.id);
  const label = useConfig ? config.alias : written;
  const labelRange = useConfig ? config.aliasRange : alias;
  const range = { from: start, to: cursor.previous().to };
  check(cursor, named, draft[how](named, { type, range, ...(label !== undefined && { label }), ...(labelRange && { labelRange }) }));
  endStatement(cursor);
}

function readMessage(cursor: Tokens, draft: SequenceDraft): void {
  const from = readParticipant(cursor);
  const centralFrom = cursor.accept('punctuation', '()');
  const arrow = cursor.expect('arrow', 'an arrow such as "->>" or "-->>"');
  const sign = cursor.peek();
  const centralTo = cursor.accept('punctuation', '()');
  if (!centralFrom && !centralTo && (sign.text === '+' || sign.text === '-')) cursor.accept('punctuation');
  const to = readParticipant(cursor);
  const text = readText(cursor, 'message');
  const range = { from: from.from, to: text.to };
  const central = centralFrom ? (centralTo ? 'both' : 'from') : centralTo ? 'to' : 'none';
  const message = { text: text.text, arrow: arrow.text.toLowerCase(), central, range, textRange: text.textRange } as const;
  check(cursor, range, draft.message(from, to, message));
  if (central === 'none' && sign.text === '+') draft.activate(to, { from: sign.from, to: sign.to });
  if (central === 'none' && sign.text === '-') check(cursor, range, draft.deactivate(from, { from: sign.from, to: sign.to }));
  endStatement(cursor);
}

function readNote(cursor: Tokens, draft: SequenceDraft, keyword: Keyword): void {
  const place = cursor.expect('placement', '"left of", "right of" or "over"').text;
  const over = [readParticipant(cursor)];
  if (place === 'over' && cursor.accept('punctuation', ',')) over.push(readParticipant(cursor));
  const { text, textRange, to } = readText(cursor, 'note');
  const placement = place === 'left' || place === 'right' ? place : 'over';
  draft.note(over, { placement, text, range: { from: keyword.from, to }, textRange });
  endStatement(cursor);
}

function readAttached(cursor: Tokens, draft: SequenceDraft, keyword: Keyword): void {
  const named = readParticipant(cursor);
  const { text, to } = readText(cursor, keyword.text);
  draft.link(named, readLinks(keyword.text, text), { from: keyword.from, to });
  endStatement(cursor);
}

function readAutonumber(cursor: Tokens, draft: SequenceDraft): void {
  if (cursor.accept('keyword', 'off')) draft.autonumber({ visible: false });
  else if (cursor.peek().kind === 'number') {
    const start = Number(cursor.take().text);
    const step = cursor.peek().kind === 'number' ? Number(cursor.take().text) : 1;
    draft.autonumber({ start, step, visible: true });
  } else draft.autonumber({ visible: true });
  endStatement(cursor);
}

function readBox(cursor: Tokens, draft: SequenceDraft, keyword: Keyword): void {
  const text = cursor.expect('rest', 'a colour or a title');
  draft.startBox({ ...boxParts(asWritten(text.text)), range: keyword, textRange: text });
  while (!cursor.accept('keyword', 'end')) {
    const token = cursor.peek();
    if (cursor.accept('newline')) continue;
    if (token.text !== 'participant' && token.text !== 'actor') cursor.fail('"participant", "actor" or "end" in a box');
    cursor.take();
    readDeclaration(cursor, draft, token, 'declare');
  }
  draft.endBox(cursor.previous().to);
}

function readParticipant(cursor: Tokens): Named {
  const { text, from, to } = cursor.expect('participant', 'a participant');
  return { id: asWritten(text), from, to };
}

/** The text behind a colon, without the marks that ask for wrapping. */
function readText(cursor: Tokens, of: string): { readonly text: string; readonly textRange: Range; readonly to: number } {
  const token = cursor.expect('text', `":" and the text of the ${of}`);
  const lead = /^:\s*(?::?(?:no)?wrap:\s*)?/i.exec(token.text)?.[0] ?? ':';
  const textRange = { from: token.from + lead.length, to: token.to };
  return { text: words(token.text.slice(1)), textRange, to: token.to };
}

function words(text: string): string {
  return asWritten(
    text
      .trim()
      .replace(/^:?(?:no)?wrap:/, '')
      .trim(),
  );
}

function endStatement(cursor: Tokens): void {
  if (cursor.peek().kind !== 'end_of_file') cursor.expect('newline', 'the end of the line');
}

function check(cursor: Tokens, at: Range, problem: string | undefined): void {
  if (problem) cursor.failAt(at, problem);
}

const blockKinds: readonly BlockKind[] = ['loop', 'alt', 'opt', 'par', 'par_over', 'critical', 'break', 'rect'];

const readers: ReadonlyMap<string, Reader> = new Map([
  ...['participant', 'actor'].map((text) => [text, readParticipantLine] as const),
  ['create', readCreate],
  ['destroy', readDestroy],
  ['activate', readActivate],
  ['deactivate', readDeactivate],
  ['note', readNote],
  ...['link', 'links', 'properties', 'details'].map((text) => [text, readAttached] as const),
  ['autonumber', readAutonumber],
  ['box', readBox],
  ['end', readEnd],
  ...['else', 'and', 'option'].map((text) => [text, readSection] as const),
  ...blockKinds.map((block) => [block, readBlock(block)] as const),
]);
