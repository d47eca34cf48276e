import type { Direction } from '@autograph/layout';
import type { Range } from '../mermaid/cursor.ts';
import type { Cardinality, ErAttribute, ErEntity, ErGroup, ErModel, ErRelation } from './model.ts';

type Growing<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer Item)[] ? Item[] : T[K] };

/** A name as the source writes it. */
export interface Mention extends Range {
  readonly name: string;
}

/** The model while the parser reads: what later statements say of an entity joins what earlier ones said. */
export interface ErDraft {
  mention(mention: Mention): void;
  alias(entity: Mention, alias: string, range: Range): void;
  statement(entity: Mention, range: Range): void;
  attributes(entity: Mention, attributes: readonly ErAttribute[], block: Range): void;
  relate(from: Mention, to: Mention, relation: Pick<ErRelation, 'role' | 'roleRange' | 'range' | 'identifying' | 'ends'> & Spec): void;
  /** `list` is the line that names them all, when it does nothing else. */
  setClass(names: readonly Mention[], classes: readonly string[], list?: Range): void;
  style(names: readonly Mention[], styles: readonly string[], list: Range): void;
  defineClass(names: readonly string[], styles: readonly string[]): void;
  openGroup(id: string, title: string, titleRange: Range, from: number): void;
  /** False when none is open. */
  closeGroup(to: number): boolean;
  direct(direction: Direction): void;
  readonly openGroups: number;
  model(title: string | undefined): ErModel;
}

interface Spec {
  readonly fromCardinality: Cardinality;
  readonly toCardinality: Cardinality;
}

export function createDraft(): ErDraft {
  const entities = new Map<string, Growing<ErEntity>>();
  const relations: ErRelation[] = [];
  const related = new Map<string, number>();
  const groups = new Map<string, Growing<ErGroup>>();
  const grouped = new Set<string>();
  const open: { group: Growing<ErGroup>; members: Set<string> }[] = [];
  const classes = new Map<string, string[]>();
  let direction: Direction = 'TB';

  const entity = ({ name }: { readonly name: string }): Growing<ErEntity> => {
    const known = entities.get(name);
    if (known) return known;
    const made: Growing<ErEntity> = { name, alias: '', attributes: [], classes: [], styles: [], mentions: [], statements: [], blocks: [] };
    entities.set(name, made);
    return made;
  };
  const mention = (named: Mention) => {
    entity(named).mentions.push({ from: named.from, to: named.to });
    open.at(-1)?.members.add(named.name);
  };

  const listed = (names: readonly Mention[], range: Range) => {
    for (const { name, from, to } of names) entities.get(name)?.mentions.push({ from, to, list: { range, names: names.length } });
  };

  return {
    mention,
    alias(named, alias, range) {
      const found = entity(named);
      if (found.alias) return;
      found.alias = alias;
      found.aliasRange = range;
    },
    statement: (named, range) => void entity(named).statements.push(range),
    attributes(named, attributes, block) {
      append(entity(named).attributes, attributes);
      entity(named).blocks.push(block);
    },
    relate(from, to, relation) {
      mention(from);
      mention(to);
      const pair = `${from.name} -> ${to.name}`;
      const count = (related.get(pair) ?? 0) + 1;
      related.set(pair, count);
      relations.push({ id: count === 1 ? pair : `${pair} (${count})`, from: from.name, to: to.name, ...relation });
    },
    setClass(names, added, list) {
      if (list) listed(names, list);
      for (const { name } of names) {
        append(entities.get(name)?.classes, added);
        append(groups.get(name)?.classes, added);
      }
    },
    style(names, styles, list) {
      listed(names, list);
      for (const { name } of names) {
        append(entities.get(name)?.styles, styles);
        append(groups.get(name)?.styles, styles);
      }
    },
    defineClass(names, styles) {
      for (const name of names) classes.set(name, [...(classes.get(name) ?? []), ...styles]);
    },
    openGroup(id, title, titleRange, from) {
      const group = { id, title, titleRange, members: [], classes: [], styles: [], range: { from, to: from } };
      open.push({ group, members: new Set() });
    },
    closeGroup(to) {
      const closed = open.pop();
      if (!closed) return false;
      const { group } = closed;
      group.range = { from: group.range.from, to };
      group.members = [...closed.members].filter((name) => !grouped.has(name));
      for (const name of group.members) grouped.add(name);
      groups.set(group.id, group);
      open.at(-1)?.members.add(group.id);
      return true;
    },
    direct(said) {
      const group = open.at(-1)?.group;
      if (group) group.direction = said;
      else direction = said;
    },
    get openGroups() {
      return open.length;
    },
    model: (title) => ({
      ...(title ? { title } : {}),
      direction,
      entities: [...entities.values()],
      relations,
      groups: [...groups.values()],
      classes,
    }),
  };
}

/** Not by spreading: a hostile text holds more items than a call may have arguments. */
function append<T>(list: T[] | undefined, items: readonly T[]): void {
  for (const item of items) list?.push(item);
}
