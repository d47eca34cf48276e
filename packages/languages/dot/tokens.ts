import { Problem, type Token } from '../mermaid/cursor.ts';

export type DotTokenKind = 'bare' | 'quoted' | 'html' | 'keyword' | 'sign';
export type DotToken = Token<DotTokenKind>;

const keyword = /^(?:node|edge|graph|digraph|subgraph|strict)$/i;
const space = /(?:\s|\/\/[^\n]*|\/\*[\s\S]*?\*\/|#[^\n]*)+/y;
const bare = /[A-Za-z_\u0080-\uffff][A-Za-z0-9_\u0080-\uffff]*|-?(?:\.\d+|\d+(?:\.\d*)?)/y;
const quoted = /"(?:[^"\\]|\\[\s\S])*"/y;
const joint = /(?:\s|\/\/[^\n]*|\/\*[\s\S]*?\*\/|#[^\n]*)*\+(?:\s|\/\/[^\n]*|\/\*[\s\S]*?\*\/|#[^\n]*)*(?=")/y;

/** Cuts a DOT text into tokens. Fails with a `Problem` where something has no end or no meaning. */
export function tokenize(source: string): readonly DotToken[] {
  const tokens: DotToken[] = [];
  let at = 0;
  const skip = () => {
    at += matchAt(space, source, at)?.length ?? 0;
  };
  for (skip(); at < source.length; skip()) {
    const token = next(source, at);
    tokens.push(token);
    at = token.to;
  }
  tokens.push({ kind: 'end_of_file', text: '', from: source.length, to: source.length });
  return tokens;
}

function matchAt(pattern: RegExp, source: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(source)?.[0];
}

function next(source: string, at: number): DotToken {
  const word = matchAt(bare, source, at);
  if (word !== undefined) return { kind: keyword.test(word) ? 'keyword' : 'bare', text: word, from: at, to: at + word.length };
  if (source[at] === '"') return joined(source, at);
  if (source[at] === '<') return html(source, at);
  if (source.startsWith('/*', at)) throw new Problem('Expected "*/" at the end of the comment that begins here.', { from: at, to: at + 2 });
  const sign = /^(?:->|--|[{}[\]=;,:+])/.exec(source.slice(at, at + 2))?.[0];
  if (sign === undefined) {
    const found = String.fromCodePoint(source.codePointAt(at) ?? 0);
    throw new Problem(`Expected a name, but found "${found}". Put names with such signs in quotes.`, { from: at, to: at + found.length });
  }
  return { kind: 'sign', text: sign, from: at, to: at + sign.length };
}

/** `"one" + "two"` */
function joined(source: string, from: number): DotToken {
  let text = '';
  let at = from;
  for (;;) {
    const part = matchAt(quoted, source, at);
    if (part === undefined) throw new Problem('Expected a closing " for the one here.', { from: at, to: at + 1 });
    text += part
      .slice(1, -1)
      .replace(/\\\r?\n/g, '')
      .replace(/\\(["\\])/g, (whole, sign: string) => (sign === '"' ? '"' : whole));
    at += part.length;
    const more = matchAt(joint, source, at);
    if (more === undefined) return { kind: 'quoted', text, from, to: at };
    at += more.length;
  }
}

/** `<b>bold</b>` between angle brackets, which pair outside of comments. */
function html(source: string, from: number): DotToken {
  let depth = 0;
  // Where no comment ends any more, none is looked for again: a text of nothing but their beginnings would cost its square.
  let commentEnd = from;
  const signs = /<!--|[<>]/g;
  signs.lastIndex = from;
  for (let found = signs.exec(source); found; found = signs.exec(source)) {
    if (found[0] === '<!--' && commentEnd >= 0) {
      commentEnd = source.indexOf('-->', signs.lastIndex);
      if (commentEnd >= 0) {
        signs.lastIndex = commentEnd + 3;
        continue;
      }
    }
    depth += found[0] === '>' ? -1 : 1;
    if (depth === 0) return { kind: 'html', text: source.slice(from + 1, found.index), from, to: found.index + 1 };
  }
  throw new Problem('Expected a closing > for the < here.', { from, to: from + 1 });
}
