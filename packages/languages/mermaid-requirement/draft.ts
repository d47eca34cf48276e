import type { Direction } from '@autograph/layout';
import type { Range } from '../mermaid/cursor.ts';
import { type Item, type Mention, type Relation, type RequirementModel, relationId } from './model.ts';

type Growing<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer Entry)[] ? Entry[] : T[K] };

/** The model while the parser reads; what is said of something that is not there yet is forgotten, as in Mermaid. */
export interface RequirementDraft {
  direct(direction: Direction): void;
  define(item: Omit<Item, 'classes' | 'styles'>): void;
  relate(relation: Omit<Relation, 'id'>): void;
  mention(mention: Mention): void;
  setClasses(names: readonly string[], classes: readonly string[]): void;
  defineClasses(names: readonly string[], styles: readonly string[]): void;
  style(names: readonly string[], styles: readonly string[], range: Range): void;
  model(title: string | undefined): RequirementModel;
}

export function createDraft(): RequirementDraft {
  const items: Growing<Item>[] = [];
  const relations: Relation[] = [];
  const mentions: Mention[] = [];
  const classDefs = new Map<string, string[]>();
  const counts = new Map<string, number>();
  let direction: Direction = 'TB';

  const known = new Map<string, Growing<Item>>();
  const key = (kind: Item['kind'], name: string) => `${kind} ${name}`;
  // A requirement comes before an element of the same name.
  const find = (name: string) => known.get(key('requirement', name)) ?? known.get(key('element', name));

  /** Styles of a class, which count more than what a line above says of the item alone. */
  const overlay = (item: Growing<Item>, styles: readonly string[]) => {
    item.styles.push(...styles);
    if (styles.length > 0) item.ownStyles = undefined;
  };

  return {
    direct(said) {
      direction = said;
    },
    define(item) {
      if (known.has(key(item.kind, item.name))) return;
      const made = { ...item, classes: ['default'], styles: [] };
      known.set(key(item.kind, item.name), made);
      items.push(made);
    },
    relate(relation) {
      const id = relationId(relation.from, relation.to, relation.type);
      const count = (counts.get(id) ?? 0) + 1;
      counts.set(id, count);
      relations.push({ ...relation, id: count === 1 ? id : `${id} (${count})` });
    },
    mention: (mention) => void mentions.push(mention),
    setClasses(names, classes) {
      for (const item of names.flatMap((name) => find(name) ?? [])) {
        for (const name of classes) {
          item.classes.push(name);
          overlay(item, classDefs.get(name) ?? []);
        }
      }
    },
    defineClasses(names, styles) {
      for (const name of names) {
        classDefs.set(name, [...(classDefs.get(name) ?? []), ...styles]);
        const isNamed = ({ classes }: Item) => classes.includes(name);
        const ordered = [...items.filter(({ kind }) => kind === 'requirement'), ...items.filter(({ kind }) => kind === 'element')];
        for (const item of ordered.filter(isNamed)) overlay(item, styles);
      }
    },
    style(names, styles, range) {
      for (const name of names) {
        const item = find(name);
        // The first name that there is not ends the line.
        if (!item) return;
        item.styles.push(...styles);
        if (names.length === 1) item.ownStyles = { list: styles, range };
      }
    },
    model: (title) => ({ ...(title ? { title } : {}), direction, items, relations, classDefs, mentions }),
  };
}
