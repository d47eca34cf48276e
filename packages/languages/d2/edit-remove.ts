import type { TextPatch } from '@autograph/editor';
import { withoutParts } from '../chart/form.ts';
import type { Step } from '../chart/grammar.ts';
import { joinedPatches } from '../joined-patches.ts';
import { wholeLine } from '../mermaid/lines.ts';
import { replaceEntry, withComment } from './insert.ts';
import type { D2Model, Link, Thing } from './model.ts';
import { pathSource } from './source-forms.ts';
import type { Chain, Entry, Mapping } from './syntax.ts';

/** Takes things, with all that is within, and connections out of the text. */
export function removeStep(model: D2Model, things: ReadonlySet<string>, edges: ReadonlySet<number>): Step {
  const gone = new Set([...model.things.keys()].filter((id) => [...things].some((one) => id === one || id.startsWith(`${one}.`))));
  const isTorn = ({ ends }: Link) => ends.some((id) => gone.has(id));
  const torn = new Set(model.links.flatMap((link, at) => (edges.has(at) || isTorn(link) ? [at] : [])));
  return {
    wanted: withoutParts(model.form, gone, torn),
    ways: [removal(model, gone, new Set(model.links.filter((_, at) => torn.has(at))))],
  };
}

function removal(model: D2Model, gone: ReadonlySet<string>, torn: ReadonlySet<Link>): readonly TextPatch[] {
  const { source } = model;
  const named = namesByEntry(model);
  const touched = new Set<Entry>();
  const untouched = (id: string) => model.things.get(id)?.mentions.some(({ entry }) => !touched.has(entry)) === true;
  const linksOf = (entry: Entry) => model.links.filter((link) => link.entry === entry);
  const laterOf = (entry: Entry) => model.links.find((link) => link.later.includes(entry));
  const gather = (map: Mapping) => {
    for (const entry of map.entries) {
      const later = laterOf(entry);
      const isGone = (named.get(entry) ?? []).some(({ id }) => gone.has(id));
      if (isGone || linksOf(entry).some((link) => torn.has(link)) || (later && torn.has(later))) touched.add(entry);
      if (!isGone && entry.value?.kind === 'map') gather(entry.value);
    }
  };
  gather(model.syntax);
  const kept = new Set<string>();
  const keep = (ids: readonly string[], scope: string) =>
    ids
      .filter((id) => !gone.has(id) && !untouched(id) && ![...kept].some((one) => one === id || one.startsWith(`${id}.`)))
      .map((id) => {
        kept.add(id);
        return pathSource(model, scope, id);
      });
  const patches = [...touched].map((entry): TextPatch => {
    const own = named.get(entry) ?? [];
    const scope = own[0]?.scope ?? '';
    const left = linksOf(entry).filter((link) => !torn.has(link));
    const runs = entry.chain && entry.chain.index === undefined ? runsOf(entry, entry.chain, left, source) : [];
    for (const { ends } of left) for (const id of ends) kept.add(id);
    const texts = [...runs, ...keep(own.map(({ id }) => id).reverse(), scope)];
    if (texts.length === 0) return wholeLine(source, withComment(source, entry));
    return replaceEntry(source, entry, texts);
  });
  return joinedPatches([...patches, ...renumbered(model, torn)]);
}

interface Named {
  readonly id: string;
  readonly scope: string;
}

function namesByEntry({ things }: { readonly things: ReadonlyMap<string, Thing> }): ReadonlyMap<Entry, readonly Named[]> {
  const named = new Map<Entry, Named[]>();
  for (const { id, mentions } of things.values()) {
    for (const { entry, scope } of mentions) {
      const known = named.get(entry);
      if (known) known.push({ id, scope });
      else named.set(entry, [{ id, scope }]);
    }
  }
  return named;
}

/** What is left of a chain, in pieces that still hang together. */
export function runsOf(entry: Entry, { ends, to }: Chain, left: readonly Link[], source: string): readonly string[] {
  const rest = source.slice(to, entry.to);
  const outer = entry.path ? `${source.slice(entry.path.from, entry.path.to)}.` : '';
  const runs: { from: number; to: number }[] = [];
  for (const { at } of left) {
    const last = runs.at(-1);
    if (last?.to === at) last.to = at + 1;
    else runs.push({ from: at, to: at + 1 });
  }
  return runs.map((run) => {
    const text = source.slice(ends[run.from]?.from, ends[run.to]?.to);
    return outer === '' ? text + rest : `${outer}(${text})${rest}`;
  });
}

/** Numbers of connections that count fewer of their kind before them now. */
function renumbered({ source, links }: D2Model, torn: ReadonlySet<Link>): readonly TextPatch[] {
  const kind = ({ ends, back, on }: Link) => `${ends.join('\n')} ${back} ${on}`;
  return [...Map.groupBy(links, kind).values()].flatMap((alike) => {
    const left = alike.filter((link) => !torn.has(link));
    return left.flatMap((link, now) => {
      if (alike.indexOf(link) === now) return [];
      return link.later.flatMap(({ chain }): TextPatch[] => {
        const found = chain && /\[\s*\d+\s*\]/.exec(source.slice(chain.from, chain.to));
        return found ? [{ from: chain.from + found.index, to: chain.from + found.index + found[0].length, insert: `[${now}]` }] : [];
      });
    });
  });
}
