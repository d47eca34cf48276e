import type { TextPatch } from '@autograph/editor';
import type { Range } from '../mermaid/cursor.ts';
import { wholeLine } from '../mermaid/lines.ts';
import { withoutListed } from '../mermaid/mentions.ts';
import type { ErModel, ErRelation } from './model.ts';
import { nameSource } from './names.ts';

interface Removal {
  readonly patches: readonly TextPatch[];
  readonly layout: Readonly<Record<string, null>>;
}

/**
 * Takes entities and relations out of the text. An entity's relations go with it; an entity that only a removed relation named stays, named alone.
 */
export function removal(model: ErModel, source: string, ids: ReadonlySet<string>): Removal | { readonly refused: string } {
  if (ids.size === 0) return { patches: [], layout: {} };
  if (model.groups.some(({ id }) => ids.has(id)))
    return { refused: 'Take the subgraph out of the text, where it is clear what is to become of its tables.' };
  const entities = model.entities.filter(({ name }) => ids.has(name));
  const gone = new Set(entities.map(({ name }) => name));
  const relations = model.relations.filter(({ id, from, to }) => ids.has(id) || gone.has(from) || gone.has(to));
  const orphans = orphaned(model, relations, gone);
  const patches = [
    ...relations.map((relation) => removeRelation(relation, source, orphans)),
    ...entities.flatMap(({ statements }) => statements.map((statement) => wholeLine(source, statement))),
    ...withoutListed(entities, source),
  ];
  return { patches, layout: Object.fromEntries([...gone, ...relations.map(({ id }) => id)].map((id) => [id, null])) };
}

/** Entities that would vanish from the text with the relations, by the relation that keeps their names. */
function orphaned(model: ErModel, relations: readonly ErRelation[], gone: ReadonlySet<string>): ReadonlyMap<ErRelation, readonly string[]> {
  const within = ({ from, to }: Range) => relations.some(({ range }) => from >= range.from && to <= range.to);
  const saved = new Set<string>();
  const found = new Map<ErRelation, readonly string[]>();
  for (const relation of relations) {
    const names = [...new Set([relation.from, relation.to])].filter((name) => {
      const entity = model.entities.find((candidate) => candidate.name === name);
      if (!entity || gone.has(name) || saved.has(name)) return false;
      return entity.mentions.every((mention) => mention.list || within(mention));
    });
    for (const name of names) saved.add(name);
    found.set(relation, names);
  }
  return found;
}

function removeRelation(relation: ErRelation, source: string, orphans: ReadonlyMap<ErRelation, readonly string[]>): TextPatch {
  const names = orphans.get(relation) ?? [];
  const { from, to } = relation.range;
  if (names.length === 0) return wholeLine(source, relation.range);
  const indent = /(?:^|\n)([^\S\n]*)$/.exec(source.slice(0, from))?.[1];
  return { from, to, insert: names.map(nameSource).join(indent === undefined ? ' ' : `\n${indent}`) };
}
