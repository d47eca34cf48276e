import { Problem, type Range } from '../mermaid/cursor.ts';
import type { BlockModel, BlockNode, Edge, Mention, Styling } from './model.ts';
import type { NamedBlock, Statement } from './statements.ts';

type Growing = {
  -readonly [K in keyof BlockNode]: BlockNode[K] extends readonly (infer Item)[]
    ? (Item extends BlockNode ? Growing : Item)[]
    : BlockNode[K];
};

interface Holder {
  columns?: number;
  children: Growing[];
}

/**
 * What is what: the first statement about a block says where it stands, later ones may give it another shape or label, as in Mermaid.
 * Throws a `Problem` where styles are given to what is not there.
 */
export function resolve(statements: readonly Statement[], title: string | undefined): BlockModel {
  const known = new Map<string, Growing>();
  const edges: Edge[] = [];
  const stylings: Styling[] = [];
  const classDefs = new Map<string, string[]>();
  const counts = new Map<string, number>();
  const nextId = (stem: string) => {
    const count = (counts.get(stem) ?? 0) + 1;
    counts.set(stem, count);
    return count;
  };

  const named = ({ id, type, label, directions, mention }: NamedBlock, width: number, range: Range, to: Holder): Growing => {
    const found = known.get(id);
    if (found) {
      if (type !== 'na') found.type = type;
      if (label && label !== id) found.label = label;
      found.mentions.push(mention);
      return found;
    }
    const made = node(id, id, type, label || id, range, { width, directions, mentions: [mention] });
    known.set(id, made);
    to.children.push(made);
    return made;
  };

  const read = (list: readonly Statement[], holder: Holder) => {
    for (const statement of list) {
      const { range } = statement;
      switch (statement.kind) {
        case 'columns':
          if (statement.columns) holder.columns = statement.columns;
          else delete holder.columns;
          break;
        case 'space':
          for (let i = 0; i < Math.min(statement.width, mostSpaces); i++) {
            holder.children.push(node(undefined, `space:${nextId(' space')}`, 'space', '', range, {}));
          }
          break;
        case 'node':
          named(statement.node, statement.width ?? 1, range, holder);
          break;
        case 'edge':
          named(statement.from, 1, statement.from.mention, holder);
          edges.push(edgeOf(statement, nextId(`${statement.from.id}-${statement.to.id}`)));
          named(statement.to, 1, statement.to.mention, holder);
          break;
        case 'composite':
          readComposite(statement, holder);
          break;
        case 'class_def':
          classDefs.set(statement.name, [...(classDefs.get(statement.name) ?? []), ...classStyles(statement.styles)]);
          break;
        default:
          style(statement);
      }
    }
  };

  const readComposite = ({ head, width, body, bodyFrom, range }: Extract<Statement, { kind: 'composite' }>, holder: Holder) => {
    const found = head && known.get(head.id);
    const nodeId = head?.id ?? `block:${nextId(' block')}`;
    const made = node(head?.id, nodeId, 'composite', head?.label ?? '', range, {
      ...{ width, bodyFrom, directions: head?.directions ?? [], mentions: head ? [head.mention] : [] },
    });
    if (found && head) {
      // What it holds is read, and shown nowhere.
      found.type = 'composite';
      if (made.label !== head.id) found.label = made.label;
      found.mentions.push(head.mention);
    } else {
      if (head) known.set(head.id, made);
      holder.children.push(made);
    }
    read(body, made);
  };

  const style = ({ kind, names, said, saidRange, range }: Extract<Statement, { kind: 'class' | 'style' }>) => {
    stylings.push({ names: names.map(({ text, from, to }) => ({ text: text.trim(), from, to })), range });
    if (kind === 'style') {
      if (said === '') return;
      const [only] = names;
      const found = names.length === 1 && only ? known.get(only.text) : undefined;
      if (!found) throw new Problem('A style line is about one block that stands above it.', only ?? range);
      found.styles = said.split(',');
      found.ownStyles = saidRange;
      return;
    }
    for (const { text } of names) {
      const found = known.get(text);
      if (found) found.classes.push(said);
      // A blank behind the comma makes another name of it; what is named before it is declared is shown nowhere.
      else known.set(text.trim(), node(text.trim(), text.trim(), 'na', text.trim(), range, { classes: [said] }));
    }
  };

  const root: Holder = { children: [] };
  // Mermaid calls the whole diagram so.
  known.set('root', node('root', 'root', 'composite', '', { from: 0, to: 0 }, {}));
  read(statements, root);
  return { ...(title !== undefined && { title }), ...root, edges, classDefs, stylings };
}

/** More would only take time. */
const mostSpaces = 1000;

function node(
  id: string | undefined,
  nodeId: string,
  type: string,
  label: string,
  range: Range,
  more: { width?: number; directions?: readonly string[]; mentions?: Mention[]; classes?: string[]; bodyFrom?: number },
): Growing {
  const { width = 1, directions = [], mentions = [], classes = [], bodyFrom } = more;
  return {
    ...(id !== undefined && { id }),
    ...{ nodeId, type, label, width, directions: [...directions], classes, styles: [], children: [], mentions, range },
    ...(bodyFrom !== undefined && { bodyFrom }),
  };
}

function edgeOf({ from, link, to, range }: Extract<Statement, { kind: 'edge' }>, count: number): Edge {
  return {
    id: `${from.id}-${to.id}${count > 1 ? ` (${count})` : ''}`,
    ...{ from: from.id, to: to.id, ends: [from.mention, to.mention], range },
    ...link,
  };
}

function classStyles(styles: string): readonly string[] {
  return styles.split(',').map((style) => style.replace(';', '').trim());
}
