import type { EdgeMark } from './model.ts';
import type { Link } from './syntax.ts';

export interface LinkKind {
  /** `normal`, `thick`, `dotted`, `invisible`, or `INVALID` when both halves of a link disagree. */
  readonly line: string;
  readonly start: EdgeMark;
  readonly end: EdgeMark;
  readonly length: number;
}

const marks: Readonly<Record<string, EdgeMark>> = { x: 'arrow_cross', '>': 'arrow_point', o: 'arrow_circle' };
const opposite: Readonly<Record<string, string>> = { x: 'x', '>': '<', o: 'o' };

/** What a link such as `<-->`, `-. text .->` or `====o` says. */
export function linkKind({ start, end }: Link): LinkKind {
  const whole = readEnd(end);
  if (start === undefined) return whole;
  const head = ({ '<': 'arrow_point', x: 'arrow_cross', o: 'arrow_circle' } as const)[start[0] ?? ''];
  const line = start.includes('.') ? 'dotted' : start.includes('=') ? 'thick' : 'normal';
  if (line !== whole.line) return { line: 'INVALID', start: 'none', end: 'arrow_point', length: 1 };
  if (head === undefined) return whole;
  if (head !== whole.end || whole.start !== 'none') return { line: 'INVALID', start: 'none', end: 'arrow_point', length: 1 };
  return { ...whole, start: head };
}

function readEnd(text: string): LinkKind {
  const tip = text.at(-1) ?? '';
  const end = marks[tip] ?? 'none';
  const both = end !== 'none' && text.startsWith(opposite[tip] ?? ' ');
  const line = text.slice(both ? 1 : 0, -1);
  const dots = line.split('.').length - 1;
  const kind = dots > 0 ? 'dotted' : line.startsWith('~') ? 'invisible' : line.startsWith('=') ? 'thick' : 'normal';
  return { line: kind, start: both ? end : 'none', end, length: Math.min(10, Math.max(1, dots > 0 ? dots : line.length - 1)) };
}
