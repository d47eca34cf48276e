import type { Direction } from '@autograph/layout';
import type { Chart } from '../chart/chart.ts';
import type { GraphForm } from '../chart/form.ts';
import type { Parsed } from '../language.ts';
import { Problem } from '../mermaid/cursor.ts';
import { errorAt } from '../mermaid/source.ts';
import { groupLook, isTurned, linkLook, nodeLook } from './look.ts';
import type { D2Model, Link, Properties, Property, Row, Thing } from './model.ts';
import { readD2 } from './read.ts';
import { type Resolved, resolveD2 } from './resolve.ts';
import { arrowSource } from './source-forms.ts';

/** Reads a D2 text; never throws. */
export function parseD2(source: string): Parsed<D2Model> {
  try {
    const syntax = readD2(source);
    const resolved = resolveD2(syntax, source);
    const things = new Map([...resolved.things].map(([id, thing]) => [id, { ...thing, said: withClasses(thing.own, resolved) }]));
    const rows = rowsOf(things);
    const links = linksOf(resolved, things, rows);
    const direction = directions[resolved.whole.get('direction')?.value.toLowerCase() ?? ''] ?? 'TB';
    const parts = { things, rows, links, direction };
    const chart = chartOf(parts, source.length);
    const model = { ...parts, source, syntax, warnings: resolved.warnings, chart, form: formOf(parts, resolved) };
    return { ok: true, model, warnings: resolved.warnings };
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    return { ok: false, diagnostics: [errorAt(source, problem.at.from, problem.at.to, problem.message)] };
  }
}

const directions: Readonly<Record<string, Direction>> = { up: 'BT', down: 'TB', left: 'RL', right: 'LR' };

function withClasses(own: Properties, { classes }: Resolved): Properties {
  const named = own.get('class');
  if (!named) return own;
  const names = named.list ?? [named.value];
  return new Map([...names.flatMap((name): [string, Property][] => [...(classes.get(name) ?? [])]), ...own]);
}

function isTable({ said }: Pick<Thing, 'said'>): boolean {
  return ['sql_table', 'class'].includes(said.get('shape')?.value.toLowerCase() ?? '');
}

/** The children of tables and classes, which are their rows. */
function rowsOf(things: ReadonlyMap<string, Thing>): ReadonlyMap<string, readonly Row[]> {
  const rows = new Map<string, Row[]>();
  for (const thing of things.values()) {
    if (thing.parent === undefined || rows.has(thing.id)) continue;
    const parent = things.get(thing.parent);
    if (!parent || !isTable(parent)) continue;
    const row = { thing, name: thing.key, type: thing.said.get('label')?.value ?? '' };
    const known = rows.get(parent.id);
    if (known) known.push(row);
    else rows.set(parent.id, [row]);
  }
  return rows;
}

function linksOf(resolved: Resolved, things: ReadonlyMap<string, Thing>, rows: D2Model['rows']): readonly Link[] {
  const standing = standingFor(things, rows);
  const counts = new Map<string, number>();
  return resolved.links.map((link) => {
    const pair = `${link.from} ${arrowSource(link)} ${link.to}`;
    const count = (counts.get(pair) ?? 0) + 1;
    counts.set(pair, count);
    const id = count === 1 ? pair : `${pair} (${count})`;
    return { ...link, id, from: standing(link.from), to: standing(link.to), said: withClasses(link.own, resolved) };
  });
}

/** What is drawn for a thing: the table for a column of it. */
function standingFor(things: ReadonlyMap<string, Thing>, rows: D2Model['rows']): (id: string) => string {
  return (id) => {
    let found = id;
    for (let at: string | undefined = id; at !== undefined; at = things.get(at)?.parent) if (rows.has(at)) found = at;
    return found;
  };
}

type Parts = Pick<D2Model, 'things' | 'rows' | 'links' | 'direction'>;

function chartOf({ things, rows, links, direction }: Parts, length: number): Chart {
  const standing = standingFor(things, rows);
  const shown = [...things.values()].filter(({ id }) => standing(id) === id);
  const holders = new Set(shown.flatMap(({ parent }) => parent ?? []));
  const part = (thing: Thing) => {
    const mention = thing.mentions.find(({ path, at, chain }) => !chain && at === path.words.length - 1) ?? thing.mentions[0];
    const { from = 0, to = 0 } = mention?.path.words[mention.at] ?? {};
    return { id: thing.id, ...(thing.parent !== undefined && { parent: thing.parent }), range: { from, to: Math.min(to, length) } };
  };
  const depth = (id: string) => {
    let count = 0;
    for (let at = things.get(id)?.parent; at !== undefined; at = things.get(at)?.parent) count += 1;
    return count;
  };
  return {
    direction,
    groups: shown
      .filter(({ id }) => holders.has(id))
      .map((thing) => ({ ...part(thing), look: groupLook(thing), depth: depth(thing.id) }))
      .sort((a, b) => a.depth - b.depth)
      .map(({ depth: _, ...group }) => group),
    nodes: shown.filter(({ id }) => !holders.has(id)).map((thing) => ({ ...part(thing), look: nodeLook(thing, rows.get(thing.id)) })),
    edges: links.map((link) => {
      const [from, to] = isTurned(link) ? [link.to, link.from] : [link.from, link.to];
      return { id: link.id, from, to, range: { from: link.entry.from, to: link.chain.to }, look: linkLook(link) };
    }),
  };
}

function formOf({ things, links, rows }: Parts, { classes, whole }: Resolved): GraphForm {
  const said = (properties: Properties) => Object.fromEntries([...properties].map(([name, { value }]) => [name, value]));
  return {
    things: Object.fromEntries(
      [...things.values()].map((thing) => {
        const keys = rows.get(thing.id)?.map(({ name }) => name);
        return [
          thing.id,
          { ...said(thing.own), label: thing.own.get('label')?.value ?? thing.key, ...(keys && { rows: keys.join('\n') }) },
        ];
      }),
    ),
    edges: links.map((link) => ({
      ...said(link.own),
      from: link.ends[0],
      to: link.ends[1],
      arrow: arrowSource(link),
    })),
    whole: {
      ...said(whole),
      classes: JSON.stringify([...classes].map(([name, properties]) => [name, said(properties)])),
    },
  };
}
