import type { Diagnostic } from '@autograph/editor';

/** A Mermaid source made ready for a grammar. Offsets into `text` are offsets into the original: nothing moves. */
export interface QuietSource {
  /** The original with front matter, directives and comment lines blanked out, line ends as LF, and `#name;` entities made opaque. */
  readonly text: string;
  /** `title:` of the front matter. */
  readonly title?: string;
}

/** Stand-ins for the `#` and `;` of an entity, so that grammars in which these have a meaning of their own read past them. */
const entityStart = '\uE000';
const entityEnd = '\uE001';

/** Latest texts made quiet: every language of the family asks for the same one, to see whether it is its own. */
const latest: { source: string; quiet: QuietSource }[] = [];
const mostLatest = 4;

/** Removes what Mermaid removes before its grammars see a text (https://mermaid.js.org/config/directives.html), without moving anything. */
export function quietSource(source: string): QuietSource {
  const known = latest.find((one) => one.source === source);
  if (known) return known.quiet;
  const quiet = quietAnew(source);
  latest.unshift({ source, quiet });
  latest.length = Math.min(latest.length, mostLatest);
  return quiet;
}

function quietAnew(source: string): QuietSource {
  const even = source
    .replace(/\r\n/g, ' \n')
    .replace(/\r/g, '\n')
    .replace(/<\w[^<>]*>/g, (tag) => tag.replace(/="([^"]*)"/g, "='$1'"));
  const front = /^([^\S\n]*)-{3}[^\S\n]*\n([\s\S]*?)\n\1-{3}[^\S\n]*\n/.exec(even);
  const title = front && /^[^\S\n]*title:[^\S\n]*(.+)$/m.exec(front[2] ?? '')?.[1]?.trim();
  const body = front ? blank(front[0]) + even.slice(front[0].length) : even;
  return {
    text: body
      .replace(/%%\{\s*\w(?:(?!\}%%)[\s\S])*(?:\}%%|$)/g, blank)
      .replace(/^[^\S\n]*%%(?!\{)[^\n]+/gm, blank)
      .replace(/#(\w+);/g, `${entityStart}$1${entityEnd}`),
    ...(title ? { title: title.replace(/^(["'])(.*)\1$/, '$2') } : {}),
  };
}

/** The same for grammars that pass over lines of a bare `%%`, which is no comment elsewhere: those above the header are blanked out too. */
export function quietFromHeader(source: string): QuietSource {
  const quiet = quietSource(source);
  return { ...quiet, text: quiet.text.replace(/^(?:\s*%%[^\S\n]*\n)+/, blank) };
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}

/** Undoes what `quietSource` did to the entities of a piece of its text. */
export function asWritten(text: string): string {
  return text.replaceAll(entityStart, '#').replaceAll(entityEnd, ';');
}

/** An error of the text between two offsets of the source. */
export function errorAt(source: string, from: number, to: number, message: string): Diagnostic {
  const before = source.slice(0, from);
  const lineStart = before.lastIndexOf('\n') + 1;
  return { severity: 'error', message, line: before.split('\n').length, column: from - lineStart + 1, from, to: Math.max(to, from) };
}
