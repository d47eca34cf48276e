import type { ClassSettings } from './model.ts';

/** What the front matter or a directive asks of a class diagram. */
export function classSettings(source: string): ClassSettings {
  const front = /^\s*---[^\S\n]*\r?\n([\s\S]*?)\n\s*---/.exec(source)?.[1] ?? '';
  const directives = [...source.matchAll(/%%\{((?:(?!\}%%)[\s\S])*)\}%%/g)].map(([, inner = '']) => inner);
  const text = [front, ...directives].join('\n');
  return { nested: !/hierarchicalNamespaces['"]?\s*:\s*false\b/.test(text), hideEmpty: /hideEmptyMembersBox['"]?\s*:\s*true\b/.test(text) };
}
