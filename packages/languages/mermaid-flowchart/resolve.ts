import type { Direction } from '@autograph/layout';
import { mostEdges, tooManyEdges } from '../too-large.ts';
import { linkKind } from './link-kind.ts';
import { type Metadata, numberOf, readMetadata, textOf } from './metadata.ts';
import type { FlowEdge, FlowGroup, FlowModel, FlowNode } from './model.ts';
import { bracketShape } from './shape-names.ts';
import type { Chain, LinkMention, NodeMention, Statement, Subgraph, Syntax } from './syntax.ts';
import { type Range, SyntaxFailure } from './token.ts';

type Draft<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] };
type DraftNode = Draft<FlowNode>;
type DraftEdge = Omit<Draft<FlowEdge>, 'ends'> & Pick<FlowEdge, 'ends'>;
type DraftGroup = Draft<FlowGroup>;

/** Reads the meaning of a flowchart's statements, in order, as Mermaid does. Throws a SyntaxFailure for what only then shows to be wrong. */
export function resolve(syntax: Syntax, source: string): FlowModel {
  return new Resolver().model(syntax, source);
}

class Resolver {
  readonly #nodes = new Map<string, DraftNode>();
  readonly #edges: DraftEdge[] = [];
  readonly #edgesByName = new Map<string, DraftEdge>();
  readonly #edgeCounts = new Map<string, number>();
  readonly #groups = new Map<string, DraftGroup>();
  readonly #owners = new Map<string, string>();
  readonly #classDefs = new Map<string, string[]>();
  #subgraphCount = 0;
  #defaultEdgeStyles: readonly string[] = [];

  model(syntax: Syntax, source: string): FlowModel {
    for (const statement of syntax.statements) this.#statement(statement);
    for (const group of this.#groups.values()) {
      const parent = this.#owners.get(group.id);
      if (parent !== undefined && parent !== group.id && this.#groups.has(parent)) group.parent = parent;
      const twin = this.#nodes.get(group.id);
      group.classes.push(...(twin?.classes ?? []));
      group.styles.push(...(twin?.styles ?? []));
    }
    return {
      direction: directionOf(syntax.direction) ?? 'TB',
      ...(syntax.title !== undefined && { title: syntax.title }),
      nodes: new Map([...this.#nodes].filter(([id]) => !this.#groups.has(id))),
      edges: this.#edges,
      groups: this.#groups,
      classDefs: this.#classDefs,
      defaultEdgeStyles: this.#defaultEdgeStyles,
      syntax,
      source,
    };
  }

  /** Does what a statement says; gives the ids that it makes members of the subgraph around it. */
  #statement(statement: Statement): readonly string[] {
    switch (statement.kind) {
      case 'chain':
        return this.#chain(statement);
      case 'subgraph':
        return [this.#subgraph(statement)];
      case 'style':
        this.#node(statement.id).styles.push(...statement.styles);
        return [];
      case 'linkStyle':
        this.#linkStyle(statement);
        return [];
      case 'classDef':
        for (const id of statement.ids.split(','))
          this.#classDefs.set(id, [...(this.#classDefs.get(id) ?? []), ...classStyles(statement.styles)]);
        return [];
      case 'class':
        for (const id of statement.ids.split(',')) this.#addClass(id, statement.name);
        return [];
      case 'click':
        for (const id of statement.id.split(',')) {
          const node = this.#nodes.get(id);
          if (node && statement.link !== undefined) node.link = statement.link;
          this.#addClass(id, 'clickable');
        }
        return [];
      default:
        return [];
    }
  }

  #node(id: string): DraftNode {
    const known = this.#nodes.get(id);
    if (known) return known;
    const node: DraftNode = { id, text: id, textType: 'text', classes: [], styles: [], mentions: [] };
    this.#nodes.set(id, node);
    return node;
  }

  #addClass(id: string, name: string): void {
    this.#nodes.get(id)?.classes.push(name);
    this.#edgesByName.get(id)?.classes.push(name);
    this.#groups.get(id)?.classes.push(name);
  }

  #chain(chain: Chain): readonly string[] {
    const { lists, links } = chain;
    const members: string[] = [];
    for (const [at, list] of lists.entries()) {
      for (const mention of list) {
        this.#mention(mention);
        members.push(mention.id);
      }
      const link = links[at - 1];
      const before = lists[at - 1];
      if (link && before) this.#link(chain, link, before, list);
    }
    return members;
  }

  #mention(mention: NodeMention): void {
    const metadata = readMetadata(mention.data);
    if (this.#edgesByName.has(mention.id)) {
      this.#describeEdge(mention.id, metadata);
      return;
    }
    const node = this.#node(mention.id);
    node.mentions.push(mention);
    const { body } = mention;
    if (body) {
      node.text = unquoted(body.words.text);
      node.textType = body.words.type;
      node.shape = bracketShape(body.open, body.close);
      node.labelled = mention;
    }
    if (mention.className !== undefined) this.#addClass(mention.id, mention.className);
    const group = this.#groups.get(mention.id);
    if (group && metadata) group.collapsed ||= metadata.get('view') === 'collapsed';
    else if (metadata) describeNode(node, mention, metadata);
  }

  #describeEdge(name: string, metadata: Metadata | undefined): void {
    const edge = this.#edgesByName.get(name);
    const curve = textOf(metadata, 'curve');
    if (edge && curve !== undefined) edge.curve = curve;
  }

  #link(chain: Chain, link: LinkMention, from: readonly NodeMention[], to: readonly NodeMention[]): void {
    const kind = linkKind(link.link);
    if (this.#edges.length + from.length * to.length > mostEdges) throw new SyntaxFailure(tooManyEdges, link.from, link.to);
    for (const start of from) {
      for (const end of to) {
        const named = link.id !== undefined && start === from.at(-1) && end === to[0] && !this.#edgesByName.has(link.id);
        const edge: DraftEdge = {
          ...kind,
          id: this.#edgeId(start.id, end.id),
          from: start.id,
          to: end.id,
          text: unquoted(link.words?.text ?? ''),
          textType: link.words?.type ?? 'text',
          classes: [],
          styles: [],
          chain,
          link,
          ends: [start, end],
          ...(named && { name: link.id }),
        };
        this.#edges.push(edge);
        this.#edgesByName.set(named && link.id !== undefined ? link.id : this.#givenName(start.id, end.id), edge);
      }
    }
  }

  /** The name by which an edge without one of its own can be spoken of: `L_A_B_0`, then `L_A_B_2` and so on. */
  #givenName(from: string, to: string): string {
    const count = this.#edgeCounts.get(`${from}->${to}`) ?? 1;
    return `L_${from}_${to}_${count === 1 ? 0 : count}`;
  }

  #edgeId(from: string, to: string): string {
    const pair = `${from}->${to}`;
    const count = (this.#edgeCounts.get(pair) ?? 0) + 1;
    this.#edgeCounts.set(pair, count);
    return count === 1 ? pair : `${pair}#${count}`;
  }

  #linkStyle({ targets, interpolate, styles, from, to }: Extract<Statement, { kind: 'linkStyle' }>): void {
    for (const target of targets) {
      if (target === 'default') {
        if (styles) this.#defaultEdgeStyles = styles;
        continue;
      }
      const edge = this.#edges[target];
      if (!edge) throw outOfRange(target, this.#edges.length, { from, to });
      if (interpolate !== undefined) edge.curve = interpolate;
      if (styles) edge.styles = [...styles];
    }
  }

  #subgraph(syntax: Subgraph): string {
    const mentioned: string[] = [];
    let direction: string | undefined;
    for (const statement of syntax.statements) {
      if (statement.kind === 'direction') direction = statement.direction;
      mentioned.push(...this.#statement(statement));
    }
    const id = syntax.id ?? `subGraph${this.#subgraphCount}`;
    this.#subgraphCount++;
    const members = [...new Set(mentioned)].filter((member) => member.trim() !== '' && !this.#owners.has(member) && member !== id);
    for (const member of members) this.#owners.set(member, id);
    const known = this.#groups.get(id);
    if (known) known.members.push(...members);
    else {
      const own = directionOf(direction);
      this.#groups.set(id, {
        id,
        title: unquoted(syntax.title),
        titleType: syntax.titleType,
        members,
        collapsed: false,
        classes: [],
        styles: [],
        syntax,
        ...(own && { direction: own }),
      });
    }
    return id;
  }
}

function describeNode(node: DraftNode, mention: NodeMention, metadata: Metadata): void {
  const label = textOf(metadata, 'label');
  const shape = textOf(metadata, 'shape');
  const icon = textOf(metadata, 'icon');
  const image = textOf(metadata, 'img');
  const form = textOf(metadata, 'form');
  const pos = textOf(metadata, 'pos');
  const w = numberOf(metadata, 'w');
  const h = numberOf(metadata, 'h');
  if (shape !== undefined) node.shape = shape;
  if (label !== undefined) {
    node.text = label.trim();
    const type = textOf(metadata, 'labelType');
    node.textType = type === 'string' || type === 'text' ? type : 'markdown';
    node.labelled = mention;
  }
  if ((icon !== undefined || image !== undefined) && !label?.trim() && node.text === node.id) node.text = '';
  if (icon !== undefined) node.icon = icon;
  if (image !== undefined) node.image = image;
  if (form !== undefined) node.form = form;
  if (pos !== undefined) node.pos = pos;
  if (w !== undefined) node.w = w;
  if (h !== undefined) node.h = h;
}

/** Mermaid's own reading: `\,` is a comma within a style. */
function classStyles(styles: readonly string[]): string[] {
  return styles
    .join(',')
    .split(/(?<!\\),|;/)
    .map((style) => style.replaceAll('\\,', ',').trim());
}

function unquoted(text: string): string {
  const trimmed = text.trim();
  return trimmed.length > 1 && trimmed.startsWith('"') && trimmed.endsWith('"') ? trimmed.slice(1, -1) : trimmed;
}

function outOfRange(target: number, count: number, { from, to }: Range): SyntaxFailure {
  const valid = count === 0 ? 'no link stands before this line' : `links before this line are numbered 0 to ${count - 1}`;
  return new SyntaxFailure(`There is no link number ${target}: ${valid}.`, from, to);
}

function directionOf(word: string | undefined): Direction | undefined {
  switch (word) {
    case 'TB':
    case 'TD':
    case 'v':
      return 'TB';
    case 'BT':
    case '^':
      return 'BT';
    case 'LR':
    case '>':
      return 'LR';
    case 'RL':
    case '<':
      return 'RL';
    default:
      return undefined;
  }
}
