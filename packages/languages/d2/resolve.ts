import type { Diagnostic } from '@autograph/editor';
import type { Range } from '../mermaid/cursor.ts';
import { errorAt } from '../mermaid/source.ts';
import type { Link, Mention, Property, Thing } from './model.ts';
import type { Chain, Entry, Mapping, Path, Value, Word } from './syntax.ts';
import { createVariables, type Variables } from './variables.ts';
import { boards, keywords, shapeNames } from './vocabulary.ts';

type Said = Map<string, Property>;
type DraftThing = Omit<Thing, 'own' | 'said' | 'mentions'> & { readonly own: Said; readonly mentions: Mention[] };
type DraftLink = Omit<Link, 'own' | 'said' | 'id' | 'later'> & { readonly own: Said; readonly later: Entry[] };

/** What the statements of a text come to. */
export interface Resolved {
  readonly things: ReadonlyMap<string, Omit<Thing, 'said'>>;
  readonly links: readonly Omit<Link, 'said' | 'id'>[];
  readonly classes: ReadonlyMap<string, ReadonlyMap<string, Property>>;
  readonly whole: ReadonlyMap<string, Property>;
  readonly warnings: readonly Diagnostic[];
}

/** The things and connections of a text, with all that its statements say of them. */
export function resolveD2(syntax: Mapping, source: string): Resolved {
  return new Resolving(source, createVariables(syntax)).of(syntax);
}

const wordOf = (word: Word) => (word.form === 'bare' ? word.text.toLowerCase() : undefined);
const isKeyword = (word: Word | undefined) => word !== undefined && keywords.has(wordOf(word) ?? '');

/** A key as part of an id: what would be read as another way is in quotes. */
export function keyOf({ text, form }: Word): string {
  return text.includes('.') || (form !== 'bare' && keywords.has(text.toLowerCase())) ? JSON.stringify(text) : text;
}

class Resolving {
  readonly #things = new Map<string, DraftThing>();
  readonly #ids = new Map<string, string>();
  readonly #links: DraftLink[] = [];
  readonly #classes = new Map<string, Said>();
  readonly #whole: Said = new Map();
  readonly #warnings: Diagnostic[] = [];
  readonly #source: string;
  readonly #variables: Variables;

  constructor(source: string, variables: Variables) {
    this.#source = source;
    this.#variables = variables;
  }

  of(syntax: Mapping): Resolved {
    this.#walk(syntax, '', new Set());
    return { things: this.#things, links: this.#links, classes: this.#classes, whole: this.#whole, warnings: this.#warnings };
  }

  #warn(at: Range, message: string): undefined {
    this.#warnings.push({ ...errorAt(this.#source, at.from, at.to, message), severity: 'warning' });
  }

  #walk(map: Mapping, scope: string, spreading: ReadonlySet<string>): undefined {
    for (const entry of map.entries) {
      if (entry.spread) this.#spread(entry.spread, scope, spreading);
      else if (entry.chain) this.#connect(entry, entry.chain, scope);
      else if (entry.path) this.#say(entry, entry.path, scope, spreading);
    }
  }

  #spread(spread: NonNullable<Entry['spread']>, scope: string, spreading: ReadonlySet<string>): undefined {
    if (spread.kind === 'import') return this.#warn(spread, 'Other files are not read here: write what this one says.');
    const map = this.#variables.map(spread.text);
    if (!map || spreading.has(spread.text)) return this.#warn(spread, `There are no variables “${spread.text}” with keys of their own.`);
    this.#walk(map, scope, new Set([...spreading, spread.text]));
  }

  /** Follows a path to the thing that it names, which is made where there is none; the rest are words of a property. */
  #follow(path: Path, scope: string, entry: Entry, chain?: Chain): { readonly id: string; readonly rest: readonly Word[] } | undefined {
    let id = scope;
    for (const [at, word] of path.words.entries()) {
      if (word.pattern) {
        this.#warn(path, 'Patterns with * are not applied here: name each thing.');
        return undefined;
      }
      if (word.form === 'bare' && word.text === '_') {
        id = this.#things.get(id)?.parent ?? '';
        continue;
      }
      if (isKeyword(word)) return { id, rest: path.words.slice(at) };
      id = this.#touch(id, word);
      this.#things.get(id)?.mentions.push({ path, at, entry, scope, ...(chain && { chain }) });
    }
    return { id, rest: [] };
  }

  #touch(scope: string, word: Word): string {
    const wanted = scope === '' ? keyOf(word) : `${scope}.${keyOf(word)}`;
    // Letters' case means nothing in keys.
    const id = this.#ids.get(wanted.toLowerCase()) ?? wanted;
    if (this.#things.has(id)) return id;
    this.#ids.set(id.toLowerCase(), id);
    this.#things.set(id, { id, key: word.text, ...(scope !== '' && { parent: scope }), own: new Map(), mentions: [] });
    return id;
  }

  #say(entry: Entry, path: Path, scope: string, spreading: ReadonlySet<string>): undefined {
    if (entry.filter) return this.#warn(entry, 'Conditions with & are not applied here.');
    const [first] = path.words;
    const word = first && wordOf(first);
    if (word !== undefined && boards.has(word))
      return this.#warn(path, 'Only the first board is shown, not its layers, scenarios and steps.');
    if (word === 'vars') return;
    if (word === 'classes') return this.#declare(entry, path);
    const found = this.#follow(path, scope, entry);
    if (!found) return;
    const thing = this.#things.get(found.id);
    const properties = thing?.own ?? this.#whole;
    if (found.rest.length > 0) return this.#set(properties, namesOf(found.rest), entry);
    if (!thing) return this.#warn(path, 'This names nothing: there is nothing further out.');
    if (isNull(entry)) return this.#drop(thing.id);
    if (entry.primary) this.#put(properties, 'label', entry.primary, entry);
    this.#value(entry, properties, (map) => this.#walk(map, thing.id, spreading));
  }

  #value(entry: Entry, properties: Said, onMap: (map: Mapping) => void): undefined {
    const { value } = entry;
    if (!value) return;
    if (value.kind === 'map') onMap(value);
    else if (value.kind === 'import') this.#warn(value, 'Other files are not read here: write what this one says.');
    else properties.set('constraint', this.#listed(value, entry));
  }

  #declare(entry: Entry, path: Path): undefined {
    const [, name, ...rest] = path.words;
    const into = (word: Word, inner: Entry, words: readonly Word[]): undefined => {
      const said = this.#classes.get(word.text) ?? new Map<string, Property>();
      this.#classes.set(word.text, said);
      if (words.length > 0) this.#set(said, namesOf(words), inner);
      else if (inner.value?.kind === 'map') this.#properties(inner.value, said, []);
    };
    if (name) return into(name, entry, rest);
    if (entry.value?.kind !== 'map') return;
    for (const inner of entry.value.entries) {
      const [word, ...words] = inner.path?.words ?? [];
      if (word && !inner.chain) into(word, inner, words);
    }
  }

  /** Statements of a map that says properties only. */
  #properties(map: Mapping, said: Said, names: readonly string[]): undefined {
    for (const entry of map.entries) {
      if (entry.path && !entry.chain) this.#set(said, [...names, ...namesOf(entry.path.words)], entry);
    }
  }

  #set(said: Said, names: readonly string[], entry: Entry): undefined {
    const name = names.join('.');
    if (isNull(entry)) {
      said.delete(name);
      return undefined;
    }
    if (entry.primary) this.#put(said, name, entry.primary, entry);
    const { value } = entry;
    if (value?.kind === 'map') this.#properties(value, said, names);
    else if (value?.kind === 'list') said.set(name, this.#listed(value, entry));
    else if (value) this.#warn(value, 'Other files are not read here: write what this one says.');
  }

  #listed(value: Extract<Value, { kind: 'list' }>, entry: Entry): Property {
    const list = value.items.flatMap((item) => (item.kind === 'word' ? [this.#variables.filled(item)] : []));
    return { value: list.join('; '), list, range: value, entry };
  }

  #put(said: Said, name: string, word: Word, entry: Entry): undefined {
    const value = this.#variables.filled(word);
    if (word.form !== 'single' && word.form !== 'block' && /\$\{[^}]*\}/.test(value))
      this.#warn(word, `There is no variable for ${value}.`);
    if (name === 'shape' && !shapeNames.has(value.toLowerCase()) && entry.path?.words.length === 1)
      this.#warn(word, `“${value}” is no shape: expected one such as rectangle, cylinder or sql_table.`);
    if (name === 'shape' && value.toLowerCase() === 'sequence_diagram')
      this.#warn(word, 'A sequence among other things is drawn as boxes and arrows: write it as a diagram of its own.');
    said.set(name, { value, range: word, entry, ...(word.tag && { tag: word.tag }) });
  }

  #connect(entry: Entry, chain: Chain, scope: string): undefined {
    const outer = entry.path ? this.#follow(entry.path, scope, entry, chain) : { id: scope };
    if (!outer) return;
    const ends = chain.ends.map((end) => this.#follow(end, outer.id, entry, chain));
    if (ends.some((end) => end === undefined)) return;
    if (chain.index === 'all') return this.#warn(chain, 'Patterns with * are not applied here: name each connection.');
    for (const [at, arrow] of chain.arrows.entries()) {
      const [from, to] = [ends[at]?.id ?? '', ends[at + 1]?.id ?? ''];
      if (from === '' || to === '') {
        this.#warn(chain, 'A connection joins two things of the diagram.');
        continue;
      }
      if (chain.index === undefined) {
        const { back, on } = arrow;
        const link: DraftLink = { from, to, ends: [from, to], back, on, own: new Map(), entry, chain, at, scope: outer.id, later: [] };
        this.#links.push(link);
        this.#describe(link.own, entry, chain);
        continue;
      }
      const link = this.#links.filter((one) => one.from === from && one.to === to && one.back === arrow.back && one.on === arrow.on)[
        chain.index
      ];
      if (!link) this.#warn(chain, 'There is no such connection before this.');
      else if (isNull(entry) && !chain.key) this.#links.splice(this.#links.indexOf(link), 1);
      else {
        link.later.push(entry);
        this.#describe(link.own, entry, chain);
      }
    }
  }

  #describe(own: Said, entry: Entry, { key }: Chain): undefined {
    if (key) return this.#set(own, namesOf(key.words), entry);
    if (entry.primary) this.#put(own, 'label', entry.primary, entry);
    if (entry.value?.kind === 'map') this.#properties(entry.value, own, []);
  }

  #drop(id: string): undefined {
    const within = (other: string) => other === id || other.startsWith(`${id}.`);
    for (const other of [...this.#things.keys()]) if (within(other)) this.#things.delete(other);
    const kept = this.#links.filter(({ from, to }) => !within(from) && !within(to));
    this.#links.splice(0, this.#links.length, ...kept);
  }
}

function namesOf(words: readonly Word[]): readonly string[] {
  return words.map((word) => wordOf(word) ?? word.text);
}

function isNull({ primary, value }: Entry): boolean {
  return primary?.form === 'bare' && primary.text.toLowerCase() === 'null' && !value;
}
