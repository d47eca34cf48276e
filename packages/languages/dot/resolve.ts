import { Problem } from '../mermaid/cursor.ts';
import { mostEdges, tooManyEdges } from '../too-large.ts';
import type { Cluster, DotModel, Edge, Mention, Node, Standing, Value } from './model.ts';
import type { Attribute, AttributeList, Body, Chain, End, Graph, SubgraphEnd } from './syntax.ts';

/** Graphviz knows fewer; every node would have a copy of each. */
const mostAttributes = 200;

type Growing = Map<string, Value>;
type Own = Map<string, Attribute>;

interface Scope {
  readonly node: Growing;
  readonly edge: Growing;
  /** Defaults of its own, which hold again where it is opened again. */
  readonly local: { readonly node: Growing; readonly edge: Growing };
  readonly graph: Growing;
  readonly own: Own;
  readonly cluster: string | undefined;
  /** Of the subgraph, with those of subgraphs in it. */
  readonly members: Set<string>;
  readonly outer: Scope | undefined;
  /** Subgraphs with names; elsewhere the same name means another one. */
  readonly inner: Map<string, Scope>;
}

interface DraftNode {
  readonly id: string;
  readonly values: Growing;
  readonly own: Own;
  cluster: string | undefined;
  readonly mentions: Mention[];
}

/** The nodes, clusters and edges that a graph's statements make, one after another. */
export function resolveDot(graph: Graph): Pick<DotModel, 'nodes' | 'clusters' | 'edges' | 'values' | 'standing'> {
  const nodes = new Map<string, DraftNode>();
  const clusters = new Map<string, Omit<Cluster, 'places'> & { readonly places: SubgraphEnd[] }>();
  const edges: (Omit<Edge, 'own' | 'values'> & { readonly values: Growing; readonly own: Own })[] = [];
  const known = new Map<string, (typeof edges)[number]>();
  const counts = new Map<string, number>();
  const standing = new Map<Body, Standing>();

  const run = (body: Body, scope: Scope) => {
    for (const statement of body.statements) {
      if (statement.kind === 'assignment') set(scope.graph, scope.own, [statement.attribute]);
      else if (statement.kind === 'chain') runChain(statement, body, scope);
      else if (statement.of === 'graph') set(scope.graph, scope.own, attributesOf(statement.lists));
      else {
        set(scope[statement.of], new Map(), attributesOf(statement.lists));
        set(scope.local[statement.of], new Map(), attributesOf(statement.lists));
      }
    }
    standing.set(body, { node: new Map(scope.node), edge: new Map(scope.edge) });
  };

  const runChain = (statement: Chain, body: Body, scope: Scope) => {
    const ends = statement.ends.map((end) => membersOf(end, statement, body, scope));
    const [only] = statement.ends;
    if (statement.ends.length === 1) {
      const node = only?.kind === 'node' ? nodes.get(only.id.text) : undefined;
      if (node) set(node.values, node.own, attributesOf(statement.lists));
      return;
    }
    for (const [at, tails] of ends.slice(0, -1).entries()) {
      for (const from of tails) for (const to of ends[at + 1] ?? []) join(from, to, at, statement, body, scope);
    }
  };

  const join = (from: string, to: string, at: number, statement: Chain, body: Body, scope: Scope) => {
    const pair = `${from} ${graph.directed ? '->' : '--'} ${to}`;
    const key = graph.directed || from <= to ? `${from}\n${to}` : `${to}\n${from}`;
    const before = graph.strict ? known.get(key) : undefined;
    if (before) return set(before.values, before.own, attributesOf(statement.lists));
    if (edges.length >= mostEdges) throw new Problem(tooManyEdges, statement);
    const count = (counts.get(pair) ?? 0) + 1;
    counts.set(pair, count);
    const id = count === 1 ? pair : `${pair} (${count})`;
    const edge = { id, from, to, values: new Map(scope.edge), own: new Map(), statement, at, body };
    set(edge.values, edge.own, attributesOf(statement.lists));
    known.set(key, edge);
    edges.push(edge);
  };

  const membersOf = (end: End, statement: Chain, body: Body, scope: Scope): Iterable<string> => {
    // Not a copy: the same subgraph may gain nodes further on in the statement.
    if (end.kind === 'subgraph') return enter(end, scope).members;
    const id = end.id.text;
    const node: DraftNode = nodes.get(id) ?? { id, values: new Map(scope.node), own: new Map(), cluster: undefined, mentions: [] };
    nodes.set(id, node);
    node.mentions.push({ end, statement, body });
    node.cluster ??= scope.cluster;
    for (let at: Scope | undefined = scope; at && !at.members.has(id); at = at.outer) at.members.add(id);
    return [id];
  };

  const enter = (end: SubgraphEnd, outer: Scope): Scope => {
    const name = end.id?.text;
    const before = name === undefined ? undefined : outer.inner.get(name);
    const isCluster = name !== undefined && (name.startsWith('cluster') || saysCluster(end.body));
    // A node may have the same name.
    const alike = [...clusters.values()].filter((cluster) => cluster.name === name).length;
    const id = name === undefined ? undefined : `subgraph ${name}${alike === 0 ? '' : ` (${alike + 1})`}`;
    const scope: Scope = before
      ? { ...before, node: new Map([...outer.node, ...before.local.node]), edge: new Map([...outer.edge, ...before.local.edge]) }
      : {
          node: new Map(outer.node),
          edge: new Map(outer.edge),
          local: { node: new Map(), edge: new Map() },
          graph: new Map(outer.graph),
          own: new Map(),
          cluster: isCluster ? id : outer.cluster,
          members: new Set(),
          outer,
          inner: new Map(),
        };
    if (name !== undefined && !before) outer.inner.set(name, scope);
    const cluster = isCluster && before ? clusters.get(scope.cluster ?? '') : undefined;
    if (cluster) cluster.places.push(end);
    else if (isCluster && id !== undefined && name !== undefined) {
      const parent = outer.cluster === undefined ? {} : { parent: outer.cluster };
      clusters.set(id, { id, name, ...parent, values: scope.graph, own: scope.own, places: [end] });
    }
    run(end.body, scope);
    for (const id of scope.members) for (let at: Scope | undefined = outer; at; at = at.outer) at.members.add(id);
    return scope;
  };

  const root: Scope = {
    node: new Map(),
    edge: new Map(),
    local: { node: new Map(), edge: new Map() },
    graph: new Map(),
    own: new Map(),
    cluster: undefined,
    members: new Set(),
    outer: undefined,
    inner: new Map(),
  };
  run(graph.body, root);
  return { nodes: new Map([...nodes].map(([id, node]) => [id, nodeOf(node)])), clusters, edges, values: root.graph, standing };
}

function nodeOf({ cluster, ...node }: DraftNode): Node {
  return { ...node, ...(cluster !== undefined && { cluster }) };
}

function saysCluster({ statements }: Body): boolean {
  return statements.some(
    (statement) =>
      statement.kind === 'assignment' && statement.attribute.name.text === 'cluster' && statement.attribute.value.text === 'true',
  );
}

function attributesOf(lists: readonly AttributeList[]): readonly Attribute[] {
  return lists.flatMap(({ attributes }) => attributes);
}

function set(values: Growing, own: Own, attributes: readonly Attribute[]): void {
  for (const attribute of attributes) {
    const { text, form } = attribute.value;
    values.set(attribute.name.text, { text, html: form === 'html' });
    own.set(attribute.name.text, attribute);
    if (values.size > mostAttributes) throw new Problem(`This has more than ${mostAttributes} different attributes.`, attribute);
  }
}
