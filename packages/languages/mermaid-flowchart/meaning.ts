import type { FlowEdge, FlowGroup, FlowModel, FlowNode } from './model.ts';
import { outlineOf } from './shape-names.ts';

type NodeMeaning = Omit<FlowNode, 'id' | 'textType' | 'shape' | 'mentions' | 'labelled'> & {
  readonly markdown: boolean;
  readonly outline: string;
};
type EdgeMeaning = Omit<FlowEdge, 'id' | 'textType' | 'chain' | 'link' | 'ends'> & { readonly markdown: boolean };
type GroupMeaning = Omit<FlowGroup, 'id' | 'titleType' | 'parent' | 'syntax'>;

/** What a flowchart says, apart from how and in which order its text does. */
export interface Meaning {
  readonly nodes: ReadonlyMap<string, NodeMeaning>;
  readonly edges: readonly EdgeMeaning[];
  readonly groups: ReadonlyMap<string, GroupMeaning>;
  readonly rest: Pick<FlowModel, 'direction' | 'title' | 'defaultEdgeStyles'> & { readonly classDefs: readonly unknown[] };
}

export function meaningOf(model: FlowModel): Meaning {
  const { direction, title, defaultEdgeStyles, classDefs } = model;
  return {
    nodes: new Map([...model.nodes].map(([id, node]) => [id, nodeMeaning(node)])),
    edges: model.edges.map(edgeMeaning),
    groups: new Map([...model.groups].map(([id, { id: _, titleType: __, parent: ___, syntax: ____, ...group }]) => [id, group])),
    rest: { direction, ...(title !== undefined && { title }), defaultEdgeStyles, classDefs: [...classDefs] },
  };
}

function nodeMeaning({ id: _, textType, shape, mentions: __, labelled: ___, ...node }: FlowNode): NodeMeaning {
  return { ...node, markdown: textType === 'markdown', outline: outlineOf(shape) };
}

export function edgeMeaning({ id: _, textType, chain: __, link: ___, ends: ____, ...edge }: FlowEdge): EdgeMeaning {
  return { ...edge, markdown: textType === 'markdown' };
}

export function sameMeaning(a: Meaning, b: Meaning): boolean {
  return canonical(a) === canonical(b);
}

function canonical({ nodes, edges, groups, rest }: Meaning): string {
  const sorted = (entries: Iterable<unknown>) => [...entries].map(ordered).sort();
  return ordered([
    sorted(nodes),
    sorted(edges),
    sorted([...groups].map(([id, group]) => [id, { ...group, members: group.members.toSorted() }])),
    rest,
  ]);
}

/** JSON with properties in the order of their names. */
function ordered(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

export type EdgeKind = Pick<FlowEdge, 'line' | 'start' | 'end' | 'length'>;

/** With one edge more, which has no text. */
export function withEdge(meaning: Meaning, from: string, to: string, kind: EdgeKind): Meaning {
  const edge = { ...kind, from, to, text: '', markdown: false, classes: [], styles: [] };
  return { ...meaning, edges: [...meaning.edges, edge] };
}

/** With one node more, which shows its id. */
export function withNode(meaning: Meaning, id: string, outline: string, group: string | undefined): Meaning {
  const node: NodeMeaning = { text: id, markdown: false, outline, classes: [], styles: [] };
  const added = { ...meaning, nodes: new Map([...meaning.nodes, [id, node]]) };
  return group === undefined ? added : withMember(added, id, group);
}

/** With a node or group in another group; null for none. */
export function withMember(meaning: Meaning, id: string, group: string | null): Meaning {
  const groups = [...meaning.groups].map(([name, { members, ...rest }]): [string, GroupMeaning] => {
    const others = members.filter((member) => member !== id);
    return [name, { ...rest, members: name === group ? [...others, id] : others }];
  });
  return { ...meaning, groups: new Map(groups) };
}

/** With a node of another form. */
export function withOutline(meaning: Meaning, id: string, outline: string): Meaning {
  const node = meaning.nodes.get(id);
  return node ? { ...meaning, nodes: new Map([...meaning.nodes, [id, { ...node, outline }]]) } : meaning;
}

/** With the edge of a number hung on other nodes. */
export function withEnds(meaning: Meaning, number: number, from: string, to: string): Meaning {
  return { ...meaning, edges: meaning.edges.map((edge, at) => (at === number ? { ...edge, from, to } : edge)) };
}
