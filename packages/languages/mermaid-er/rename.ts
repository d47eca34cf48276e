import type { Block, Placement } from '@autograph/document';
import type { TextPatch } from '@autograph/editor';
import type { ErEntity, ErModel } from './model.ts';
import { nameSource, quotedSource } from './names.ts';
import { parseEr } from './parse.ts';

interface Renamed {
  readonly patches: readonly TextPatch[];
  readonly layout: Readonly<Record<string, Placement | null>>;
}

/**
 * Gives an entity another name wherever the text names it; one with an alias gets another alias.
 * A name that cannot stand bare becomes an alias when a `style` or `class` line, which takes no quotes, names the entity.
 */
export function rename(model: ErModel, block: Block, entity: ErEntity, name: string): Renamed | { readonly refused: string } {
  if (name === '') return { refused: 'An entity needs a name.' };
  if (entity.aliasRange) return { patches: [patch(entity.aliasRange, nameSource(name))], layout: {} };
  const source = nameSource(name);
  const stored = source.startsWith('"') ? source.slice(1, -1) : source;
  if (model.entities.some((other) => other.name === stored)) return { refused: `There is already an entity called ${name}.` };
  const listed = entity.mentions.some(({ list }) => list);
  if (listed && source.startsWith('"')) return addAlias(block, entity, name);
  const patches = entity.mentions.map((mention) => patch(mention, source));
  return {
    patches,
    layout: { [stored]: block.layout[entity.name] ?? null, [entity.name]: null, ...relationMoves(model, block, entity, stored) },
  };
}

function patch({ from, to }: { readonly from: number; readonly to: number }, insert: string): TextPatch {
  return { from, to, insert };
}

function addAlias(block: Block, entity: ErEntity, name: string): Renamed {
  const insert = `[${quotedSource(name)}]`;
  const own = entity.mentions.find((mention) => entity.statements.some(({ from }) => from === mention.from));
  if (own) return { patches: [{ from: own.to, to: own.to, insert }], layout: {} };
  const line = block.source.endsWith('\n') || block.source === '' ? '' : '\n';
  return {
    patches: [{ from: block.source.length, to: block.source.length, insert: `${line}    ${nameSource(entity.name)}${insert}\n` }],
    layout: {},
  };
}

/** The ids of relations are made of names: their routes follow. */
function relationMoves(model: ErModel, block: Block, entity: ErEntity, name: string): Record<string, Placement | null> {
  const touched = model.relations.filter(({ from, to }) => from === entity.name || to === entity.name);
  if (touched.length === 0) return {};
  const dropped = touched.map(({ id }): [string, null] => [id, null]);
  const source = applyAll(
    block.source,
    entity.mentions.map((mention) => patch(mention, nameSource(name))),
  );
  const after = parseEr(source);
  if (!after.ok) return Object.fromEntries(dropped);
  const kept = model.relations.flatMap((relation, at): [string, Placement][] => {
    const id = after.model.relations[at]?.id;
    const placement = block.layout[relation.id];
    return id && id !== relation.id && placement ? [[id, placement]] : [];
  });
  return Object.fromEntries<Placement | null>([...dropped, ...kept]);
}

function applyAll(source: string, patches: readonly TextPatch[]): string {
  return [...patches]
    .sort((a, b) => b.from - a.from)
    .reduce((text, { from, to, insert }) => text.slice(0, from) + insert + text.slice(to), source);
}
