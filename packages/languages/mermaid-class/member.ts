import type { Range } from '../mermaid/cursor.ts';
import { asWritten } from '../mermaid/source.ts';
import type { Annotation } from './model.ts';

/** An attribute or a method of a class. */
export interface Member {
  readonly kind: 'attribute' | 'method';
  readonly visibility: string;
  /** `$` for static, `*` for abstract. */
  readonly classifier: '' | '$' | '*';
  /** As shown: visibility, name, parameters, type; `List~int~` as `List<int>`. */
  readonly text: string;
}

/** Reads what a quiet source says of one member (https://mermaid.js.org/syntax/classDiagram.html#defining-members-of-a-class), without space around it; undefined for a method without a name. */
export function readMember(source: string): Member | undefined {
  const member = source.indexOf(')') > 0 ? readMethod(source) : readAttribute(source);
  return member && { ...member, text: asWritten(member.text) };
}

/** What `<<interface>>` among the members says; undefined when the text is a member. */
export function annotationIn(text: string, { from, to }: Range): Annotation | undefined {
  if (!text.startsWith('<<') || !text.endsWith('>>')) return undefined;
  return { text: asWritten(text.slice(2, -2)), range: { from: from + 2, to: to - 2 } };
}

function readAttribute(source: string): Member {
  const visibility = visibilityOf(source.charAt(0));
  const classifier = classifierOf(source.at(-1) ?? '');
  const name = source.slice(visibility.length, classifier === '' ? source.length : -1);
  return { kind: 'attribute', visibility, classifier, text: `${visibility}${genericText(spaced(name))}`.trim() };
}

function readMethod(source: string): Member | undefined {
  const close = source.lastIndexOf(')');
  const open = source.lastIndexOf('(', close);
  const first = visibilityOf(source.charAt(0));
  const visibility = open - first.length >= 1 ? first : '';
  if (open - visibility.length < 1) return undefined;
  const rest = source.slice(close + 1);
  const mark = classifierOf(rest.charAt(0));
  const result = (mark === '' ? rest : rest.slice(1)).trim();
  const last = mark === '' ? classifierOf(result.at(-1) ?? '') : '';
  const type = last === '' ? result : result.slice(0, -1);
  const text = `${visibility}${genericText(spaced(source.slice(visibility.length, open)))}(${genericText(source.slice(open + 1, close).trim())})`;
  return { kind: 'method', visibility, classifier: mark || last, text: `${text}${type ? ` : ${genericText(type)}` : ''}`.trim() };
}

function visibilityOf(sign: string): string {
  return /^[#+~-]$/.test(sign) ? sign : '';
}

function classifierOf(sign: string): Member['classifier'] {
  return sign === '$' || sign === '*' ? sign : '';
}

/** A name after a space keeps one. */
function spaced(name: string): string {
  return name.startsWith(' ') ? ` ${name.trim()}` : name.trim();
}

/** `List~int~` is how a Mermaid text writes `List<int>`: tildes pair up from the outside, within what commas part. */
function genericText(source: string): string {
  const parts = source.split(',');
  const texts: string[] = [];
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at] ?? '';
    const next = parts[at + 1];
    // `Map~K, V~` is one type: the comma parts its two tildes.
    const joined = next !== undefined && tildes(part).length === 1 && tildes(next).length === 1;
    texts.push(bracketed(joined ? `${part},${next}` : part));
    if (joined) at += 1;
  }
  return texts.join(',');
}

function tildes(text: string): readonly number[] {
  return [...text.matchAll(/~/g)].map(({ index }) => index);
}

function bracketed(text: string): string {
  const found = tildes(text);
  if (found.length <= 1) return text;
  // An odd one at the start is a visibility.
  const pairing = found.length % 2 === 1 && found[0] === 0 ? found.slice(1) : found;
  const pairs = Math.floor(pairing.length / 2);
  const opening = new Set(pairing.slice(0, pairs));
  const closing = new Set(pairing.slice(pairing.length - pairs));
  const signs = text.split('').map((sign, at) => (opening.has(at) ? '<' : closing.has(at) ? '>' : sign));
  return signs.join('');
}
