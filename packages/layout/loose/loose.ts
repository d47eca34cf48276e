import { type Box, translateBox, unionBoxes } from '@autograph/geometry';
import { emptyFrame, frameAround } from '../frame.ts';
import type { Direction, LayoutGraph, LayoutResult } from '../graph.ts';
import { extentOf, translated } from '../layered/pack.ts';
import { withMissingRoutes } from '../missing-routes.ts';
import type { LooseRoutes, LooseUnit, Placer } from './units.ts';

/** A layout of each group's members, and then of the groups, by a placer; routes that it does not find itself lead around the nodes. The same graph gives the same layout. */
export function layOutLoosely(
  graph: LayoutGraph,
  placer: Placer,
  route?: (graph: LayoutGraph, boxes: ReadonlyMap<string, Box>) => LooseRoutes,
): LayoutResult {
  const inside = new Map<string | undefined, string[]>();
  for (const { id, group } of [...graph.groups, ...graph.nodes]) inside.set(group, [...(inside.get(group) ?? []), id]);
  const groups = new Map(graph.groups.map((group) => [group.id, group]));
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const parents = new Map([...graph.groups, ...graph.nodes].map(({ id, group }) => [id, group]));

  /** The member of a group, or of none, that a thing is or is in. */
  const memberOf = (id: string, holder: string | undefined): string | undefined => {
    for (let at: string | undefined = id; at !== undefined; at = parents.get(at)) if (parents.get(at) === holder) return at;
    return undefined;
  };

  /** Where all that is in a group stands, by its own coordinates. */
  function within(holder: string | undefined, direction: Direction): Map<string, Box> {
    const boxes = new Map<string, Box>();
    const inner = new Map<string, ReadonlyMap<string, Box>>();
    const units = (inside.get(holder) ?? []).map((id): LooseUnit => {
      const [node, group] = [nodes.get(id), groups.get(id)];
      if (node || !group) return { id, w: node?.w ?? 0, h: node?.h ?? 0 };
      const members = within(id, group.direction ?? direction);
      const extent = unionBoxes(members.values());
      const frame = extent ? frameAround(group, extent) : { x: 0, y: 0, ...emptyFrame(group) };
      inner.set(id, new Map([...members].map(([name, box]) => [name, translateBox(box, -frame.x, -frame.y)])));
      return { id, w: frame.w, h: frame.h };
    });
    const number = new Map(units.map(({ id }, i) => [id, i]));
    const label = { w: 0, h: 0 };
    const links = graph.edges.flatMap((edge): (readonly [number, number])[] => {
      const [from, to] = [number.get(memberOf(edge.from, holder) ?? ''), number.get(memberOf(edge.to, holder) ?? '')];
      if (from === undefined || to === undefined || from === to) return [];
      label.w = Math.max(label.w, edge.label?.w ?? 0);
      label.h = Math.max(label.h, edge.label?.h ?? 0);
      return [[from, to]];
    });
    const places = placer({ units, links, direction, label });
    for (const [i, { id, w, h }] of units.entries()) {
      const { x = 0, y = 0 } = places[i] ?? {};
      const box = { x: x - w / 2, y: y - h / 2, w, h };
      boxes.set(id, box);
      for (const [name, member] of inner.get(id) ?? []) boxes.set(name, translateBox(member, box.x, box.y));
    }
    return boxes;
  }

  const boxes = within(undefined, graph.direction);
  const pick = (items: LayoutGraph['nodes'] | LayoutGraph['groups']) =>
    new Map(items.flatMap(({ id }) => (boxes.get(id) ? [[id, boxes.get(id) ?? { x: 0, y: 0, w: 0, h: 0 }] as const] : [])));
  const routes = route?.(graph, boxes) ?? { edges: new Map(), labels: new Map() };
  const found = withMissingRoutes(graph, { nodes: pick(graph.nodes), groups: pick(graph.groups), ...routes });
  const { x = 0, y = 0 } = extentOf(found) ?? {};
  return translated(found, -x, -y);
}
