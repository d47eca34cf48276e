import { type Box, type TextMeasurer, unionBoxes } from '@autograph/geometry';
import type { LayoutGraph, LayoutResult } from '@autograph/layout';
import { titleId } from '../mermaid/title.ts';
import { spread, type Unit } from './bands.ts';
import { architectureGraph } from './graph.ts';
import { cellsFor, type Link } from './grid.ts';
import { isFanned } from './label-place.ts';
import type { ArchitectureModel } from './model.ts';
import { type Cell, stepOf } from './sides.ts';

/** Space between a group's border and what is in it, px. */
const inset = { side: 24, top: 46 };
const emptyGroup = { w: 160, h: 96 };

/** A link with the services that it joins. */
export interface ServiceLink extends Link {
  readonly ends: readonly [from: string, to: string];
  /** Room for the words on it, px. */
  readonly label?: { readonly w: number; readonly h: number };
}

/** Places services as the sides of their edges say: on a grid for each group and one for them all, with linked services in line. */
export function layoutArchitecture(model: ArchitectureModel, measure: TextMeasurer): LayoutResult {
  const graph = architectureGraph(model, measure);
  const holder = new Map([...graph.nodes, ...graph.groups].map(({ id, group }) => [id, group]));
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const links = linksOf(model, graph);
  const whole = wholeGrid(graph, links);
  const within = (group: string | undefined) => [...graph.nodes, ...graph.groups].filter((thing) => thing.group === group);

  const unitOf = (id: string): Unit => {
    const node = nodes.get(id);
    if (node) return { id, w: node.w, h: node.h, boxes: new Map([[id, { x: 0, y: 0, w: node.w, h: node.h }]]) };
    const inside = level(id);
    const extent = unionBoxes([...inside.values()]);
    const label = graph.groups.find((group) => group.id === id)?.label.w ?? 0;
    const w = Math.max((extent?.w ?? emptyGroup.w) + 2 * inset.side, label + 2 * inset.side);
    const h = (extent?.h ?? emptyGroup.h) + inset.top + inset.side;
    const dx = Math.round((w - (extent?.w ?? 0)) / 2);
    const moved = [...inside].map(([member, box]) => [member, { ...box, x: box.x + dx, y: box.y + inset.top }] as const);
    return { id, w, h, boxes: new Map<string, Box>([[id, { x: 0, y: 0, w, h }], ...moved]) };
  };

  /** Boxes of all that lies in a group, however deep, from (0, 0) on. */
  const level = (group: string | undefined): ReadonlyMap<string, Box> => {
    const units = new Map(within(group).map(({ id }) => [id, unitOf(id)]));
    const unitAt = (id: string): string | undefined => {
      for (let at: string | undefined = id; at !== undefined; at = holder.get(at)) if (units.has(at)) return at;
      return undefined;
    };
    const own = links.flatMap((link): ServiceLink[] => {
      const [from, to] = link.ends.map(unitAt);
      return from === undefined || to === undefined || from === to ? [] : [{ ...link, from, to }];
    });
    const near = (id: string) => [...(units.get(id)?.boxes.keys() ?? [])].map((member) => whole.get(member)).find((cell) => cell);
    return spread(units, cellsFor([...units.keys()], own, near), own);
  };

  const boxes = level(undefined);
  const of = (ids: readonly { readonly id: string }[]) => new Map(ids.flatMap(({ id }) => entry(id, boxes.get(id))));
  return { nodes: of(graph.nodes), groups: of(graph.groups), edges: new Map() };
}

function entry(id: string, box: Box | undefined): (readonly [string, Box])[] {
  return box ? [[id, box]] : [];
}

/** What the alignments and, after them, the edges say of where services stand. */
function linksOf({ edges, alignments }: ArchitectureModel, graph: LayoutGraph): readonly ServiceLink[] {
  const labels = new Map(graph.edges.flatMap(({ id, label }) => (label ? [[id, label] as const] : [])));
  const aligned = alignments.flatMap(({ direction, members }) =>
    members.slice(1).map(({ text: to }, i): ServiceLink => {
      const from = members[i]?.text ?? to;
      return { from, to, ends: [from, to], step: direction === 'row' ? { x: 1, y: 0 } : { x: 0, y: 1 } };
    }),
  );
  const drawn = edges.flatMap((edge): ServiceLink[] => {
    const step = stepOf(edge);
    const [from, to] = [edge.from.name.text, edge.to.name.text];
    const room = labels.get(edge.id);
    // In a fan the words have half of the way for themselves.
    const label = room && isFanned(edge, { edges }) ? { w: 2 * (room.w + 12), h: 2 * (room.h + 8) } : room;
    return step ? [{ from, to, ends: [from, to], step, ...(label && { label }) }] : [];
  });
  return [...aligned, ...drawn];
}

/** Where services would stand if there were no groups: what is tied together only from outside of its group keeps that order in it. */
function wholeGrid(graph: LayoutGraph, links: readonly ServiceLink[]): ReadonlyMap<string, Cell & { readonly part: number }> {
  const tied = new Map<string, string>();
  const root = (id: string): string => {
    let top = id;
    for (let above = tied.get(top); above !== undefined; above = tied.get(top)) top = above;
    if (top !== id) tied.set(id, top);
    return top;
  };
  for (const { from, to } of links) if (root(from) !== root(to)) tied.set(root(to), root(from));
  const ids = graph.nodes.map(({ id }) => id);
  const cells = cellsFor(ids, links);
  const parts = [...new Set(ids.map(root))];
  const linked = new Set(links.flatMap(({ from, to }) => [from, to]));
  return new Map(
    [...cells].filter(([id]) => linked.has(id) && id !== titleId).map(([id, cell]) => [id, { ...cell, part: parts.indexOf(root(id)) }]),
  );
}
