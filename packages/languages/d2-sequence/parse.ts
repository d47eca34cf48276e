import type { Chain, Entry, Mapping, Path, Word } from '../d2/syntax.ts';
import { keywords } from '../d2/vocabulary.ts';
import type { Parsed } from '../language.ts';
import { Problem } from '../mermaid/cursor.ts';
import { errorAt } from '../mermaid/source.ts';
import type { Participant, SequenceEvent } from '../sequence/model.ts';
import type { D2Sequence, Said } from './model.ts';
import { type Root, sequenceRoot } from './root.ts';

/** Reads a sequence diagram (https://d2lang.com/tour/sequence-diagrams). */
export function parseSequence(source: string): Parsed<D2Sequence> {
  try {
    const root = sequenceRoot(source);
    if (!root) return { ok: false, diagnostics: [errorAt(source, 0, 0, 'Expected “shape: sequence_diagram” outside of all braces.')] };
    return { ok: true, model: new Reading(source).of(root), warnings: [] };
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    return { ok: false, diagnostics: [errorAt(source, problem.at.from, problem.at.to, problem.message)] };
  }
}

type Message = Extract<SequenceEvent, { kind: 'message' }>;
type Draft = { -readonly [Key in keyof Participant]: Participant[Key] extends readonly (infer Item)[] ? Item[] : Participant[Key] };

const heads: Readonly<Record<string, string>> = {
  person: 'actor',
  'c4-person': 'actor',
  cylinder: 'database',
  stored_data: 'database',
  queue: 'queue',
};

const isKeyword = (word: Word | undefined) => word?.form === 'bare' && keywords.has(word.text.toLowerCase());

class Reading {
  readonly #participants = new Map<string, Draft>();
  readonly #events: SequenceEvent[] = [];
  readonly #said = new Map<string, Said>();
  readonly #chained = new Set<string>();
  readonly #counts = new Map<string, number>();
  /** Parts of a lifeline by the path that names them, with the numbers of the first and last event at them. */
  readonly #spans = new Map<string, { participant: string; first: number; last: number }>();
  readonly #source: string;

  constructor(source: string) {
    this.#source = source;
  }

  of({ map, title }: Root): D2Sequence {
    const ends = new Set<string>();
    spansIn(map, ends);
    this.#walk(map, ends);
    const sequence = {
      words: (written: string) => written,
      ...(title && { title }),
      participants: [...this.#participants.values()],
      boxes: [],
      events: this.#withSpans(),
      created: [],
      destroyed: [],
    };
    return { source: this.#source, sequence, said: this.#said, chained: this.#chained };
  }

  #numbered(name: string): string {
    const count = (this.#counts.get(name) ?? 0) + 1;
    this.#counts.set(name, count);
    return `${name}:${count}`;
  }

  #participant(word: Word): Draft {
    // Letters' case means nothing in keys.
    const key = word.text.toLowerCase();
    const known = this.#participants.get(key);
    if (known) {
      known.mentions.push({ from: word.from, to: word.to });
      return known;
    }
    const made: Draft = {
      ...{ id: word.text, label: word.text, type: 'participant', links: [], statements: [] },
      mentions: [{ from: word.from, to: word.to }],
    };
    this.#participants.set(key, made);
    return made;
  }

  #walk({ entries }: Mapping, ends: ReadonlySet<string>): void {
    for (const entry of entries) {
      if (entry.chain) this.#messages(entry, entry.chain);
      else if (entry.path) this.#thing(entry, wordsOf(entry.path), ends);
    }
  }

  #thing(entry: Entry, words: readonly Word[], ends: ReadonlySet<string>): void {
    const [first, second] = words;
    if (!first || isKeyword(first)) return;
    if (!second && entry.value?.kind === 'map' && holdsMessages(entry.value)) {
      this.#group(entry, entry.value, ends);
      return;
    }
    const participant = this.#participant(first);
    if (second && isKeyword(second)) this.#describe(participant, second, entry);
    else if (second) this.#note(entry, words, participant.id, ends);
    else this.#declare(entry, first, participant, ends);
  }

  #declare(entry: Entry, first: Word, participant: Draft, ends: ReadonlySet<string>): void {
    participant.statements.push({ from: entry.from, to: entry.to });
    if (!this.#said.has(participant.id)) this.#said.set(participant.id, { entry, keyEnd: first.to });
    if (entry.primary) {
      participant.label = entry.primary.text;
      this.#said.set(participant.id, { entry, keyEnd: first.to });
    }
    if (entry.value?.kind !== 'map') return;
    for (const inner of entry.value.entries) {
      const [key, ...rest] = inner.path ? wordsOf(inner.path) : [];
      if (!key || inner.chain) continue;
      if (isKeyword(key)) this.#describe(participant, key, inner);
      else this.#note(inner, [first, key, ...rest], participant.id, ends);
    }
  }

  #describe(participant: Draft, { text }: Word, { primary }: Entry): void {
    const key = text.toLowerCase();
    if (key === 'shape' && primary) participant.type = heads[primary.text.toLowerCase()] ?? 'participant';
    if (key === 'label' && primary) participant.label = primary.text;
  }

  /** What lies in a participant and is at no end of a message is a note on its lifeline. */
  #note(entry: Entry, words: readonly Word[], participant: string, ends: ReadonlySet<string>): void {
    const last = words.at(-1);
    if (!last || words.some(isKeyword) || ends.has(keyOf(words))) return;
    const id = this.#numbered(`note:${participant}`);
    const text = entry.primary?.text ?? last.text;
    const textRange = entry.primary ?? last;
    this.#said.set(id, { entry, keyEnd: entry.path?.to ?? last.to });
    this.#events.push({
      kind: 'note',
      id,
      placement: 'over',
      over: [participant],
      text,
      range: rangeOf(entry),
      textRange: rangeOf(textRange),
    });
  }

  #group(entry: Entry, map: Mapping, ends: ReadonlySet<string>): void {
    const key = entry.path?.words[0];
    if (!key) return;
    const id = this.#numbered('group');
    this.#said.set(id, { entry, keyEnd: key.to });
    const textRange = rangeOf(entry.primary ?? key);
    this.#events.push({
      kind: 'start',
      id,
      block: 'group',
      text: entry.primary?.text ?? key.text,
      keyword: { from: entry.from, to: entry.from },
      textRange,
    });
    this.#walk(map, ends);
    this.#events.push({ kind: 'end', id, block: 'group', keyword: { from: map.to - 1, to: map.to } });
  }

  #messages(entry: Entry, chain: Chain): void {
    if (chain.index !== undefined || chain.key) return;
    const text = entry.primary;
    const keyEnd = chain.to;
    for (const [at, arrow] of chain.arrows.entries()) {
      const [start, end] = arrow.back && !arrow.on ? [chain.ends[at + 1], chain.ends[at]] : [chain.ends[at], chain.ends[at + 1]];
      const [from, to] = [start && wordsOf(start), end && wordsOf(end)];
      const [source, target] = [from?.[0], to?.[0]];
      if (!from || !to || !source || !target) continue;
      const [sender, receiver] = [this.#participant(source).id, this.#participant(target).id];
      const id = this.#numbered(`message:${sender}>${receiver}`);
      const number = this.#events.length;
      const message: Message = {
        ...{ kind: 'message', id, from: sender, to: receiver, text: text?.text ?? '', central: 'none' },
        arrow: arrowOf(arrow, isDashed(entry)),
        range: rangeOf(entry),
        textRange: text ? rangeOf(text) : { from: keyEnd, to: keyEnd },
        ends: [rangeOf(source), rangeOf(target)],
      };
      this.#events.push(message);
      this.#said.set(id, { entry, keyEnd });
      if (chain.arrows.length > 1) this.#chained.add(id);
      this.#reach(from, sender, number);
      this.#reach(to, receiver, number);
    }
  }

  #reach(words: readonly Word[], participant: string, number: number): void {
    for (let depth = 2; depth <= words.length; depth += 1) {
      const key = keyOf(words.slice(0, depth));
      const span = this.#spans.get(key);
      if (span) span.last = number;
      else this.#spans.set(key, { participant, first: number, last: number });
    }
  }

  /** The events, with a bar on the lifeline from the first to the last message of each span. */
  #withSpans(): readonly SequenceEvent[] {
    const spans = [...this.#spans.values()];
    return this.#events.flatMap((event, at): readonly SequenceEvent[] => {
      const range = 'range' in event ? { from: event.range.to, to: event.range.to } : { from: 0, to: 0 };
      const bars = (kind: 'activate' | 'deactivate', which: 'first' | 'last') =>
        spans.filter((span) => span[which] === at).map(({ participant }) => ({ kind, participant, range }));
      return [event, ...bars('activate', 'first'), ...bars('deactivate', 'last')];
    });
  }
}

function rangeOf({ from, to }: { readonly from: number; readonly to: number }) {
  return { from, to };
}

/** Without what leads out of the map. */
function wordsOf({ words }: Path): readonly Word[] {
  const first = words.findIndex(({ text, form }) => form !== 'bare' || text !== '_');
  return first < 0 ? [] : words.slice(first);
}

function keyOf(words: readonly Word[]): string {
  return words.map(({ text }) => text.toLowerCase()).join('\n');
}

function holdsMessages({ entries }: Mapping): boolean {
  return entries.some(({ chain, value }) => chain !== undefined || (value?.kind === 'map' && holdsMessages(value)));
}

/** Every part of a lifeline that a message begins or ends at. */
function spansIn({ entries }: Mapping, found: Set<string>): void {
  for (const { chain, value } of entries) {
    for (const end of chain?.ends ?? []) {
      const words = wordsOf(end);
      for (let depth = 2; depth <= words.length; depth += 1) found.add(keyOf(words.slice(0, depth)));
    }
    if (value?.kind === 'map') spansIn(value, found);
  }
}

function arrowOf({ back, on }: { readonly back: boolean; readonly on: boolean }, dashed: boolean): string {
  const line = dashed ? '--' : '-';
  return back && on ? `<<${line}>>` : back || on ? `${line}>>` : `${line}>`;
}

function isDashed({ value }: Entry): boolean {
  const says = ({ entries }: Mapping): boolean =>
    entries.some(({ path, primary, value: inner }) => {
      const key = path?.words.map(({ text }) => text.toLowerCase()).join('.') ?? '';
      if (/(?:^|\.)stroke-dash$/.test(key)) return primary?.text !== '0';
      return key === 'style' && inner?.kind === 'map' && says(inner);
    });
  return value?.kind === 'map' && says(value);
}
