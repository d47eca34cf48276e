import type { TextPatch } from '@autograph/editor';
import type { Range } from '../mermaid/cursor.ts';
import type { ClassModel, Relation, UmlClass } from './model.ts';

/** Classes that only these stretches of the text make known. */
export function orphans(model: ClassModel, gone: readonly Range[]): readonly UmlClass[] {
  const within = ({ from, to }: Range) => gone.some((range) => from >= range.from && to <= range.to);
  return model.classes.filter(({ mentions }) => mentions.every((mention) => !mention.creates || within(mention)));
}

/** How the text declares a class that a relation named. */
export function declaration({ first }: UmlClass, source: string): string {
  return `class ${source.slice(first.from, first.to)}`;
}

/** Lines after a relation for the classes that it named alone, when patches make it name others. */
export function orphanLines(model: ClassModel, source: string, { range }: Relation, patches: readonly TextPatch[]): readonly TextPatch[] {
  const lost = orphans(model, patches);
  if (lost.length === 0) return [];
  const indent = /(?:^|\n)([^\S\n]*)$/.exec(source.slice(0, range.from))?.[1] ?? '';
  return [{ from: range.to, to: range.to, insert: lost.map((found) => `\n${indent}${declaration(found, source)}`).join('') }];
}
