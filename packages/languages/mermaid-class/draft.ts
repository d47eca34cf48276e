import type { Direction } from '@autograph/layout';
import type { Range } from '../mermaid/cursor.ts';
import {
  type Annotation,
  type ClassMention,
  type ClassModel,
  type ClassSettings,
  interfaceId,
  type Namespace,
  type Note,
  noteId,
  type Relation,
  relationId,
  type UmlClass,
  type WrittenMember,
} from './model.ts';

type Growing<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer Item)[] ? Item[] : T[K] };

/** A class's name as the source writes it, backticks included and the generic type not. */
export interface Named extends Range {
  readonly name: string;
  /** Where the generic type ends, if there is one. */
  readonly end: number;
  readonly generic: string;
  readonly genericRange?: Range;
}

export type Ends = Omit<Relation, 'id' | 'from' | 'to' | 'ends'>;

/** The model while the parser reads: what later statements say of a class joins what earlier ones said. */
export interface ClassDraft {
  has(name: string): boolean;
  /** Names a class that may be new. */
  add(named: Named): void;
  /** Names a class, which stays unknown when it is. */
  mention(name: string, mention: ClassMention): void;
  declare(named: Named, label: { readonly text: string; readonly range: Range } | undefined, range: Range): void;
  statement(name: string, range: Range): void;
  annotate(name: string, annotation: Annotation): void;
  body(name: string, range: Range): void;
  member(name: string, member: WrittenMember): void;
  setClass(name: string, className: string): void;
  style(name: string, styles: readonly string[], range: Range): void;
  defineClass(names: readonly string[], styles: readonly string[]): void;
  link(name: string, url: string): void;
  relate(from: Named, to: Named, ends: Ends): void;
  note(note: Omit<Note, 'id' | 'namespace'>): void;
  /** False when it would stand too deep in others. */
  openNamespace(name: Named, label: { readonly text: string; readonly range: Range } | undefined, from: number): boolean;
  closeNamespace(to: number): void;
  direct(direction: Direction): void;
  model(title: string | undefined, settings: ClassSettings): ClassModel;
}

/** Namespaces in namespaces: ids hold the names of all around them, so that more would take time without end. */
const deepest = 200;

export function createDraft(): ClassDraft {
  const classes = new Map<string, Growing<UmlClass>>();
  const mentions = new Map<string, ClassMention[]>();
  const relations: Relation[] = [];
  const interfaces: ClassModel['interfaces'][number][] = [];
  const notes: Growing<Note>[] = [];
  const namespaces = new Map<string, Growing<Namespace>>();
  const open: { readonly id: string; readonly from: number; readonly classes: string[]; readonly notes: Growing<Note>[] }[] = [];
  const classDefs = new Map<string, string[]>();
  const numbered = counter();
  let direction: Direction = 'TB';

  const mention = (name: string, place: ClassMention) => {
    const known = mentions.get(name);
    if (known) known.push(place);
    else mentions.set(name, [place]);
  };
  const add = ({ name, generic, genericRange, from, to, end }: Named): Growing<UmlClass> => {
    mention(name, { from, to, creates: true });
    const known = classes.get(name);
    if (known) return known;
    const made: Growing<UmlClass> = {
      name,
      generic,
      ...(genericRange && { genericRange }),
      label: name,
      first: { from, to: end },
      annotations: [],
      members: [],
      classes: [],
      styles: [],
      mentions: [],
      statements: [],
      bodies: [],
    };
    classes.set(name, made);
    return made;
  };
  const lollipop = ({ name, from, to }: Named, of: string): string => {
    const id = numbered(interfaceId(name));
    interfaces.push({ id, label: name, range: { from, to }, of });
    return id;
  };
  const namespaceAt = (id: string, label: string, named: Named, explicit: boolean): Growing<Namespace> => {
    const parent = id.includes('.') ? id.slice(0, id.lastIndexOf('.')) : undefined;
    const made: Growing<Namespace> = {
      id,
      label,
      explicit,
      nameRange: { from: named.from, to: named.to },
      ranges: [],
      ...(parent && { parent }),
    };
    namespaces.set(id, made);
    return made;
  };

  return {
    has: (name) => classes.has(name),
    add: (named) => void add(named),
    mention,
    declare(named, label, range) {
      const found = add(named);
      found.declared ??= range;
      if (label) {
        found.label = label.text;
        found.labelRange = label.range;
      }
      open.at(-1)?.classes.push(named.name);
    },
    statement: (name, range) => void classes.get(name)?.statements.push(range),
    annotate: (name, annotation) => void classes.get(name)?.annotations.push(annotation),
    body: (name, range) => void classes.get(name)?.bodies.push(range),
    member: (name, member) => void classes.get(name)?.members.push(member),
    // Names that begin with a digit are looked for under others by Mermaid, and not found.
    setClass: (name, className) => void (/^\d/.test(name) ? undefined : classes.get(name)?.classes.push(className)),
    style(name, styles, range) {
      const found = classes.get(name);
      if (!found) return;
      for (const style of styles) found.styles.push(style);
      found.stylesRange = range;
    },
    defineClass(names, styles) {
      for (const name of names) classDefs.set(name, [...(classDefs.get(name) ?? []), ...styles]);
    },
    link(name, url) {
      const found = /^\d/.test(name) ? undefined : classes.get(name);
      if (found) found.link = url;
    },
    relate(first, second, ends) {
      const at = ({ from, to }: Named): Range => ({ from, to });
      let [from, to] = [first.name, second.name];
      if (ends.fromHead === 'lollipop' && ends.toHead === 'none') {
        add(second);
        from = lollipop(first, second.name);
      } else if (ends.toHead === 'lollipop' && ends.fromHead === 'none') {
        add(first);
        to = lollipop(second, first.name);
      } else {
        add(first);
        add(second);
      }
      relations.push({ id: numbered(relationId(from, to)), from, to, ends: [at(first), at(second)], ...ends });
    },
    note(said) {
      const note: Growing<Note> = { id: numbered(noteId(said.about ?? '')), ...said };
      notes.push(note);
      open.at(-1)?.notes.push(note);
    },
    openNamespace(named, label, from) {
      const holder = open.at(-1)?.id;
      const id = holder === undefined ? named.name : `${holder}.${named.name}`;
      const parts = id.split('.');
      if (parts.length > deepest) return false;
      open.push({ id, from, classes: [], notes: [] });
      const known = namespaces.get(id);
      // Every beginning of the name is a namespace too.
      let path = '';
      for (const [depth, part] of parts.entries()) {
        path = depth === 0 ? part : `${path}.${part}`;
        if (!namespaces.has(path)) namespaceAt(path, part, named, depth === parts.length - 1);
      }
      const opened = known ?? namespaces.get(id);
      if (!opened) return true;
      opened.explicit = true;
      opened.nameRange = { from: named.from, to: named.to };
      if (label) {
        opened.label = label.text;
        opened.labelRange = label.range;
      }
      return true;
    },
    closeNamespace(to) {
      const closed = open.pop();
      if (!closed) return;
      namespaces.get(closed.id)?.ranges.push({ from: closed.from, to });
      for (const name of closed.classes) {
        const found = classes.get(name);
        if (found) found.namespace = closed.id;
      }
      for (const note of closed.notes) note.namespace = closed.id;
    },
    direct(said) {
      direction = said;
    },
    model: (title, settings) => ({
      ...(title ? { title } : {}),
      direction,
      classes: [...classes.values()].map((found) => ({ ...found, mentions: mentions.get(found.name) ?? [] })),
      relations,
      interfaces,
      notes,
      namespaces: [...namespaces.values()],
      classDefs,
      settings,
    }),
  };
}

/** Gives the second of the same id a number, and so on. */
function counter(): (id: string) => string {
  const counts = new Map<string, number>();
  return (id) => {
    const count = (counts.get(id) ?? 0) + 1;
    counts.set(id, count);
    return count === 1 ? id : `${id} (${count})`;
  };
}
