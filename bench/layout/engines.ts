import type { Box, Vec } from '@autograph/geometry';
import { createLayouter, type LayoutGraph, type LayoutResult } from '@autograph/layout';
import dagre from '@dagrejs/dagre';
import { instance } from '@viz-js/viz';
import ELK, { type ElkNode } from 'elkjs/lib/elk.bundled.js';
import { z } from 'zod';

/** A layout engine as it comes, with the distances that its makers chose. */
export interface Engine {
  readonly name: string;
  layout(graph: LayoutGraph): Promise<LayoutResult>;
}

const titleHeight = (label: { readonly h: number }) => (label.h > 0 ? label.h + 8 : 0);

export const ours: Engine = { name: 'AutoGraph', layout: createLayouter() };

const kernel = new ELK();
const elkDirections = { TB: 'DOWN', BT: 'UP', LR: 'RIGHT', RL: 'LEFT' } as const;

/** ELK layered with no option but those without which it would not understand the question. */
export const plainElk: Engine = {
  name: 'ELK layered, plain',
  async layout(graph) {
    const children = (parent: string | undefined): ElkNode[] => [
      ...graph.groups
        .filter(({ group }) => group === parent)
        .map(({ id, label }) => ({
          id,
          children: children(id),
          layoutOptions: { 'elk.padding': `[top=${12 + titleHeight(label)},left=12,bottom=12,right=12]` },
        })),
      ...graph.nodes.filter(({ group }) => group === parent).map(({ id, w, h }) => ({ id, width: w, height: h })),
    ];
    const root = await kernel.layout({
      id: ' ',
      layoutOptions: {
        'elk.algorithm': 'layered',
        'elk.direction': elkDirections[graph.direction],
        'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
      },
      children: children(undefined),
      edges: graph.edges.map(({ id, from, to, label }) => ({
        id,
        sources: [from],
        targets: [to],
        ...(label && { labels: [{ text: id, width: label.w, height: label.h }] }),
      })),
    });
    return fromTree(root, graph);
  },
};

function fromTree(root: ElkNode, graph: LayoutGraph): LayoutResult {
  const boxes = new Map<string, Box>();
  const visit = (node: ElkNode, at: Vec) => {
    for (const child of node.children ?? []) {
      const corner = { x: at.x + (child.x ?? 0), y: at.y + (child.y ?? 0) };
      boxes.set(child.id, { ...corner, w: child.width ?? 0, h: child.height ?? 0 });
      visit(child, corner);
    }
  };
  visit(root, { x: 0, y: 0 });
  const edges = new Map<string, readonly Vec[]>();
  const labels = new Map<string, Vec>();
  for (const { id, sections = [], labels: [label] = [], container } of root.edges ?? []) {
    const at = boxes.get(container ?? '') ?? { x: 0, y: 0 };
    const points = sections.flatMap(({ startPoint, bendPoints = [], endPoint }) => [startPoint, ...bendPoints, endPoint]);
    edges.set(
      id,
      points.map(({ x, y }) => ({ x: x + at.x, y: y + at.y })),
    );
    if (label) labels.set(id, { x: at.x + (label.x ?? 0) + (label.width ?? 0) / 2, y: at.y + (label.y ?? 0) + (label.height ?? 0) / 2 });
  }
  return { ...split(boxes, graph), edges, labels };
}

function split(boxes: ReadonlyMap<string, Box>, graph: LayoutGraph): Pick<LayoutResult, 'nodes' | 'groups'> {
  const pick = (items: readonly { readonly id: string }[]) =>
    new Map(
      items.flatMap(({ id }) => {
        const box = boxes.get(id);
        return box ? [[id, box] as const] : [];
      }),
    );
  return { nodes: pick(graph.nodes), groups: pick(graph.groups) };
}

export const dagreEngine: Engine = {
  name: 'dagre',
  async layout(graph) {
    const g = new dagre.graphlib.Graph({ multigraph: true, compound: true });
    g.setGraph({ rankdir: graph.direction });
    g.setDefaultEdgeLabel(() => ({}));
    for (const { id } of graph.groups) g.setNode(id, {});
    for (const { id, w, h } of graph.nodes) g.setNode(id, { width: w, height: h });
    for (const { id, group } of [...graph.groups, ...graph.nodes]) if (group !== undefined) g.setParent(id, group);
    for (const { id, from, to, label } of graph.edges) {
      g.setEdge(from, to, label ? { width: label.w, height: label.h, labelpos: 'c' } : {}, id);
    }
    dagre.layout(g);
    const boxes = new Map<string, Box>();
    for (const id of g.nodes()) {
      const { x = 0, y = 0, width = 0, height = 0 } = g.node(id);
      boxes.set(id, { x: x - width / 2, y: y - height / 2, w: width, h: height });
    }
    const edges = new Map<string, readonly Vec[]>();
    const labels = new Map<string, Vec>();
    for (const edge of g.edges()) {
      const { points = [], x, y } = g.edge(edge);
      edges.set(edge.name ?? '', points);
      if (x !== undefined && y !== undefined) labels.set(edge.name ?? '', { x, y });
    }
    return { ...split(boxes, graph), edges, labels };
  },
};

const Json = z.object({
  objects: z.array(
    z.object({
      name: z.string(),
      pos: z.string().optional(),
      bb: z.string().optional(),
      width: z.string().optional(),
      height: z.string().optional(),
    }),
  ),
  edges: z.array(z.object({ id: z.string(), pos: z.string().optional(), lp: z.string().optional() })).optional(),
});

/** Graphviz dot; its splines are taken as polylines of short pieces. */
export async function graphviz(): Promise<Engine> {
  const viz = await instance();
  return {
    name: 'Graphviz dot',
    async layout(graph) {
      const { output = '{"objects":[]}' } = viz.render(dotSource(graph), { engine: 'dot', format: 'json0' });
      const found = Json.parse(JSON.parse(output));
      const at = ([x = 0, y = 0]: readonly number[]): Vec => ({ x, y: -y });
      const numbers = (text: string) => text.split(',').map(Number);
      const boxes = new Map<string, Box>();
      for (const { name, pos, bb, width, height } of found.objects) {
        if (bb) {
          const [left = 0, bottom = 0, right = 0, top = 0] = numbers(bb);
          boxes.set(name.replace(/^cluster_/, ''), { x: left, y: -top, w: right - left, h: top - bottom });
        } else if (pos) {
          const [w, h] = [Number(width) * 72, Number(height) * 72];
          const { x, y } = at(numbers(pos));
          boxes.set(name, { x: x - w / 2, y: y - h / 2, w, h });
        }
      }
      const edges = new Map<string, readonly Vec[]>();
      const labels = new Map<string, Vec>();
      for (const { id, pos, lp } of found.edges ?? []) {
        if (pos)
          edges.set(
            id,
            flattened(pos, (text) => at(numbers(text))),
          );
        if (lp) labels.set(id, at(numbers(lp)));
      }
      return { ...split(boxes, graph), edges, labels };
    },
  };
}

function dotSource(graph: LayoutGraph): string {
  const quoted = (text: string) => JSON.stringify(text);
  const node = ({ id, w, h }: LayoutGraph['nodes'][number]) =>
    `${quoted(id)} [shape=box, fixedsize=true, label="", width=${w / 72}, height=${h / 72}];`;
  const body = (parent: string | undefined): string =>
    [
      ...graph.groups
        .filter(({ group }) => group === parent)
        .map(({ id, label }) => `subgraph ${quoted(`cluster_${id}`)} { label=<${table(label)}>; ${body(id)} }`),
      ...graph.nodes.filter(({ group }) => group === parent).map(node),
    ].join('\n');
  const edges = graph.edges.map(
    ({ id, from, to, label }) => `${quoted(from)} -> ${quoted(to)} [id=${quoted(id)}${label ? `, label=<${table(label)}>` : ''}];`,
  );
  return `digraph { rankdir=${graph.direction};\n${body(undefined)}\n${edges.join('\n')}\n}`;
}

function table({ w, h }: { readonly w: number; readonly h: number }): string {
  return `<table border="0" cellborder="0" cellpadding="0" cellspacing="0"><tr><td fixedsize="true" width="${Math.round(w)}" height="${Math.round(h)}"></td></tr></table>`;
}

/** A cubic B-spline of Graphviz ("e,x,y x,y x,y …") as points on it. */
function flattened(pos: string, point: (text: string) => Vec): Vec[] {
  const parts = pos.split(' ');
  const tip = parts.find((part) => part.startsWith('e,'));
  const points = parts.filter((part) => !/^[es],/.test(part)).map(point);
  const found = points.slice(0, 1);
  for (let i = 0; i + 3 < points.length; i += 3) {
    const [a, b, c, d] = points.slice(i, i + 4);
    if (!a || !b || !c || !d) continue;
    for (let step = 1; step <= 8; step++) {
      const t = step / 8;
      const mix = (p: number, q: number, r: number, s: number) =>
        (1 - t) ** 3 * p + 3 * (1 - t) ** 2 * t * q + 3 * (1 - t) * t * t * r + t ** 3 * s;
      found.push({ x: mix(a.x, b.x, c.x, d.x), y: mix(a.y, b.y, c.y, d.y) });
    }
  }
  return tip ? [...found, point(tip.slice(2))] : found;
}

/** The graph with edges of groups led to a node in them: not every engine knows edges of groups. */
export function betweenNodes(graph: LayoutGraph): LayoutGraph {
  const parents = new Map([...graph.nodes, ...graph.groups].map(({ id, group }) => [id, group]));
  const isIn = (id: string | undefined, outer: string): boolean => id !== undefined && (id === outer || isIn(parents.get(id), outer));
  const leaf = (id: string) => (graph.groups.some((group) => group.id === id) ? graph.nodes.find((node) => isIn(node.id, id))?.id : id);
  return {
    ...graph,
    edges: graph.edges.flatMap((edge) => {
      const [from, to] = [leaf(edge.from), leaf(edge.to)];
      return from === undefined || to === undefined ? [] : [{ ...edge, from, to }];
    }),
  };
}
