import type { TextPatch } from '@autograph/editor';
import type { Refusal } from '../language.ts';
import type { Range } from '../mermaid/cursor.ts';
import { wholeLine } from '../mermaid/lines.ts';
import { withoutListed } from '../mermaid/mentions.ts';
import { attachments } from './graph.ts';
import { type ClassModel, namespaceId, type Relation, relationId } from './model.ts';
import { declaration, orphans } from './orphans.ts';
import { titleId } from './view.ts';

interface Removal {
  readonly patches: readonly TextPatch[];
  readonly layout: Readonly<Record<string, null>>;
}

/**
 * Takes classes, relations and notes out of the text. What a class is related by goes with it, and its notes;
 * a class that only a removed relation named stays, declared alone; a namespace left without anything goes.
 */
export function removal(model: ClassModel, source: string, ids: ReadonlySet<string>): Removal | Refusal {
  if (ids.size === 0) return { patches: [], layout: {} };
  if (ids.has(titleId) || model.namespaces.some(({ id }) => ids.has(namespaceId(id)))) {
    return { refused: 'Take the frame out of the text, where it is clear what is to become of its classes.' };
  }
  const classes = model.classes.filter(({ name }) => ids.has(name));
  const gone = new Set(classes.map(({ name }) => name));
  const circles = new Set(model.interfaces.filter(({ id, of }) => ids.has(id) || gone.has(of)).map(({ id }) => id));
  const relations = model.relations.filter(({ id, from, to }) => [id, from, to].some((part) => ids.has(part) || circles.has(part)));
  const notes = model.notes.filter(({ id, about }) => ids.has(id) || (about !== undefined && gone.has(about)));
  const freed = attachments(model).filter(({ note, to }) => ids.has(relationId(note.id, to)) && !notes.includes(note));
  const statements = [...classes.flatMap((found) => found.statements), ...notes.map(({ range }) => range)];
  const emptied = emptyNamespaces(model, statements);
  const within = ({ from, to }: Range) => emptied.some((range) => from >= range.from && to <= range.to);
  const patches = [
    ...removeRelations(model, source, relations, gone),
    ...statements.filter((statement) => !within(statement)).map((statement) => wholeLine(source, statement)),
    ...emptied.map((range) => wholeLine(source, range)),
    ...freed.flatMap(({ note }): TextPatch[] =>
      note.aboutRange ? [{ from: note.range.from, to: note.textRange.from - 1, insert: 'note ' }] : [],
    ),
    ...withoutListed(classes, source),
  ];
  const ties = attachments(model).flatMap(({ note, to }) => (notes.includes(note) || gone.has(to) ? relationId(note.id, to) : []));
  const dropped = [...gone, ...circles, ...relations.map(({ id }) => id), ...notes.map(({ id }) => id), ...ties, ...ids];
  return { patches, layout: Object.fromEntries(dropped.map((id) => [id, null])) };
}

function removeRelations(model: ClassModel, source: string, relations: readonly Relation[], gone: ReadonlySet<string>): TextPatch[] {
  const ranges = relations.map(({ range }) => range);
  const saved = new Set<string>();
  const lost = new Map(orphans(model, ranges).flatMap((found) => (gone.has(found.name) ? [] : [[found.name, found]])));
  return relations.map(({ from, to, range }) => {
    const kept = [from, to].flatMap((name) => {
      const found = saved.has(name) ? undefined : lost.get(name);
      if (!found || found.first.from < range.from || found.first.to > range.to) return [];
      saved.add(name);
      return [declaration(found, source)];
    });
    if (kept.length === 0) return wholeLine(source, range);
    const indent = /(?:^|\n)([^\S\n]*)$/.exec(source.slice(0, range.from))?.[1] ?? '';
    return { from: range.from, to: range.to, insert: kept.join(`\n${indent}`) };
  });
}

/** Namespaces of whose statements none is left, outermost only. */
function emptyNamespaces(model: ClassModel, gone: readonly Range[]): readonly Range[] {
  const goneAt = new Set(gone.map(({ from }) => from));
  const statements = [...model.classes.flatMap((found) => found.statements), ...model.notes.map(({ range }) => range)];
  const empty = model.namespaces
    .flatMap(({ ranges }) => ranges)
    .filter((range) => statements.every(({ from, to }) => from < range.from || to > range.to || goneAt.has(from)));
  return empty.filter((range) => !empty.some((other) => other !== range && other.from <= range.from && other.to >= range.to));
}
