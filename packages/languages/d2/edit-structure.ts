import type { TextPatch } from '@autograph/editor';
import { withEdge } from '../chart/form.ts';
import type { NewNode, Step } from '../chart/grammar.ts';
import type { Refusal } from '../language.ts';
import { indented, wholeLine } from '../mermaid/lines.ts';
import { newName } from '../new-name.ts';
import { runsOf } from './edit-remove.ts';
import { insertAfterEntry, insertInMap, replaceEntry, withComment } from './insert.ts';
import { isTurned } from './look.ts';
import type { D2Model, Link, Mention } from './model.ts';
import { keySource, lineage, pathOf, pathSource } from './source-forms.ts';
import type { Entry, Mapping } from './syntax.ts';
import { keywords, shapeOf } from './vocabulary.ts';

/** Writes a connection in the innermost map that holds both ends, after the last one there. */
export function connectStep(model: D2Model, from: string, to: string): Step {
  const { form } = model;
  return { wanted: { ...form, edges: [...form.edges, { from, to, arrow: '->' }] }, ways: connectWays(model, from, to) };
}

function* connectWays(model: D2Model, from: string, to: string): Iterable<readonly TextPatch[]> {
  const { source, syntax } = model;
  const written = (scope: string) => `${pathSource(model, scope, from)} -> ${pathSource(model, scope, to)}`;
  const outer = new Set(holders(model, from));
  for (const scope of holders(model, to)) {
    const map = outer.has(scope) ? mapsOf(model, scope).at(-1) : undefined;
    if (map) yield [insertInMap(source, map, written(scope))];
  }
  const last = syntax.entries.findLast(({ chain }) => chain && chain.index === undefined);
  if (last) yield [insertAfterEntry(source, last, written(''))];
  yield [insertInMap(source, syntax, written(''))];
}

/** Ids of what holds a thing, innermost first. */
function holders(model: D2Model, id: string): readonly string[] {
  return lineage(model, id)
    .slice(0, -1)
    .map((thing) => thing.id)
    .reverse();
}

/** The maps in which the statements of what is in a thing stand. */
function mapsOf({ things }: D2Model, id: string): readonly Mapping[] {
  const own = things.get(id)?.mentions.filter(({ path, at, chain }) => !chain && at === path.words.length - 1) ?? [];
  return own.flatMap(({ entry }) => (entry.value?.kind === 'map' ? [entry.value] : []));
}

/** Writes a new thing, and the connection to it from what it was dragged out of. */
export function addStep(model: D2Model, { group, from, outline }: NewNode): (Step & { readonly made: string }) | Refusal {
  const scope = group !== undefined && !model.rows.has(group) ? group : '';
  const siblings = [...model.things.values()].filter(({ parent }) => (parent ?? '') === scope).map(({ key }) => key);
  const taken = new Set(siblings.flatMap((key) => [key, key.toLowerCase()]));
  const name = newName({ ids: siblings, taken, reserved: keywords, noun: 'node' });
  const made = scope === '' ? name : `${scope}.${name}`;
  const shape = outline === undefined || outline === 'rect' ? undefined : shapeOf(outline);
  const { form } = model;
  const wanted = {
    ...form,
    things: { ...form.things, [made]: { label: name, ...(shape !== undefined && { shape }) } },
    edges: from === undefined ? form.edges : [...form.edges, { from, to: made, arrow: '->' }],
  };
  return { wanted, made, ways: addWays(model, scope, name, from, shape) };
}

function* addWays(
  model: D2Model,
  scope: string,
  name: string,
  from: string | undefined,
  shape: string | undefined,
): Iterable<readonly TextPatch[]> {
  const { source, syntax } = model;
  const look = shape === undefined ? '' : `: {shape: ${shape}}`;
  const keys = [...lineage(model, scope).map(({ key }) => key), name];
  const far = pathOf([], keys);
  const map = scope === '' ? undefined : mapsOf(model, scope).at(-1);
  const inside = map && insertInMap(source, map, `${keySource(name)}${look}`);
  if (from === undefined) {
    if (inside) yield [inside];
    yield [insertInMap(source, syntax, `${far}${look}`)];
    return;
  }
  const anchor = syntax.entries.findLast(({ chain }) => chain && chain.index === undefined) ?? syntax.entries.at(-1);
  const line = `${pathSource(model, '', from)} -> ${far}`;
  if (inside && anchor) yield [inside, insertAfterEntry(source, anchor, line)];
  if (!anchor) return;
  const more = look === '' ? [] : [insertAfterEntry(source, anchor, `${far}${look}`)];
  const edge = insertAfterEntry(source, anchor, line);
  yield [{ ...edge, insert: [edge, ...more].map(({ insert }) => insert).join('') }];
}

/** Hangs an end of a connection on another thing; the others of its chain stay. */
export function rerouteStep(model: D2Model, edge: number, end: 'from' | 'to', id: string): Step | Refusal {
  const link = model.links[edge];
  if (!link) return { refused: 'There is no such connection.' };
  const side = (end === 'from') === isTurned(link) ? 1 : 0;
  return { wanted: withEdge(model.form, edge, side === 0 ? 'from' : 'to', id), ways: rerouteWays(model, link, side, id) };
}

function* rerouteWays(model: D2Model, link: Link, side: 0 | 1, id: string): Iterable<readonly TextPatch[]> {
  const { source } = model;
  const { chain, entry, at } = link;
  const path = pathSource(model, link.scope, id);
  const later = link.later.flatMap(({ chain: own }): TextPatch[] => {
    const place = own?.ends[side];
    return place ? [{ from: place.from, to: place.to, insert: path }] : [];
  });
  const old = link.ends[side];
  const alone = model.things.get(old)?.mentions.every((mention) => mention.entry === entry || link.later.includes(mention.entry)) === true;
  const rest = alone ? [insertAfterEntry(source, entry, pathSource(model, entry.path ? '' : link.scope, old))] : [];
  const place = chain.ends[at + side];
  if (!place) return;
  if (chain.arrows.length === 1) {
    yield [{ from: place.from, to: place.to, insert: path }, ...later, ...rest];
    return;
  }
  if (at + side === 0 || at + side === chain.ends.length - 1) yield [{ from: place.from, to: place.to, insert: path }, ...later, ...rest];
  const links = model.links.filter((one) => one.entry === entry);
  const arrow = chain.arrows[at];
  const ends = [chain.ends[at], chain.ends[at + 1]].map((one, which) => (which === side ? path : source.slice(one?.from, one?.to)));
  const changed = `${ends[0]} ${source.slice(arrow?.from, arrow?.to)} ${ends[1]}${source.slice(chain.to, entry.to)}`;
  const texts = [
    ...runsOf(
      entry,
      chain,
      links.filter((one) => one.at < at),
      source,
    ),
    changed,
    ...runsOf(
      entry,
      chain,
      links.filter((one) => one.at > at),
      source,
    ),
  ];
  yield [replaceEntry(source, entry, texts), ...later];
}

/** Moves a thing into another one, or out of all: its statement goes there, or all that name it name it there. */
export function regroupStep(model: D2Model, id: string, group: string | null): Step | Refusal {
  const thing = model.things.get(id);
  if (!thing || (group !== null && (model.rows.has(group) || `${group}.`.startsWith(`${id}.`))))
    return { refused: 'It cannot be put there.' };
  const next = group === null ? plainKey(id, thing.parent) : `${group}.${plainKey(id, thing.parent)}`;
  if (next === id) return { wanted: model.form, ways: [] };
  if (model.things.has(next))
    return { refused: `There is something called “${thing.key}” there already. Give it another key in the text first.` };
  const moved = (other: string) => (other === id || other.startsWith(`${id}.`) ? next + other.slice(id.length) : other);
  const { form } = model;
  const wanted = {
    things: Object.fromEntries(Object.entries(form.things).map(([other, said]) => [moved(other), said])),
    edges: form.edges.map((said) => ({ ...said, from: moved(said.from ?? ''), to: moved(said.to ?? '') })),
    whole: form.whole,
  };
  return { wanted, ways: regroupWays(model, id, group ?? '') };
}

function plainKey(id: string, parent: string | undefined): string {
  return parent === undefined ? id : id.slice(parent.length + 1);
}

function* regroupWays(model: D2Model, id: string, group: string): Iterable<readonly TextPatch[]> {
  const thing = model.things.get(id);
  if (!thing) return;
  const key = lineage(model, id).at(-1)?.key ?? '';
  const keys = [...lineage(model, group).map((one) => one.key), key];
  const depth = lineage(model, id).length;
  const mentions = thing.mentions;
  const repathed = (kept: (mention: Mention) => boolean): readonly TextPatch[] =>
    mentions.filter(kept).map((mention) => {
      const word = mention.path.words[mention.at];
      const scope = lineage(model, mention.scope).map((one) => one.key);
      return { from: mention.path.words[0]?.from ?? 0, to: word?.to ?? 0, insert: pathOf(scope, keys) };
    });
  const outside = (mention: Mention) => !(mention.scope === id || mention.scope.startsWith(`${id}.`));
  const own = mentions.filter(
    ({ path, at, chain, entry }) => !chain && at === path.words.length - 1 && path.words.length === 1 && !entry.chain,
  );
  const maps = group === '' ? [] : mapsOf(model, group);
  const target = maps.at(-1);
  const taken = (entries: readonly Entry[]) => (mention: Mention) => outside(mention) && !entries.includes(mention.entry);
  const { source } = model;
  if (own.length === 1 && own[0] && (target || group === '')) {
    const { entry } = own[0];
    const place = target ? insertInMap(source, target, '\0') : undefined;
    const indent = place ? (/\n([^\S\n]*)\0$/.exec(place.insert)?.[1] ?? '') : '';
    const whole = withComment(source, entry);
    const text = indented(source, whole, indent);
    const holder = depth > 1 && group === '' ? outermost(model, entry) : undefined;
    const into = place ? { ...place, insert: place.insert.replace('\0', () => text) } : holder && insertAfterEntry(source, holder, text);
    if (into) yield [wholeLine(source, whole), into, ...repathed(taken([entry]))];
  }
  yield repathed(outside);
  if (target) yield [insertInMap(source, target, keySource(key)), ...repathed(outside)];
}

/** The statement outside of all maps that a statement stands in. */
function outermost({ syntax }: D2Model, { from }: Entry): Entry | undefined {
  return syntax.entries.find((entry) => entry.from <= from && from < entry.to);
}
