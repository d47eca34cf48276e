import type { Range } from '../mermaid/cursor.ts';
import { labelText } from '../mermaid/label.ts';
import type { BlockKind, Participant, ParticipantBox, SequenceEvent, SequenceModel } from '../sequence/model.ts';

type Growing<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer Item)[] ? Item[] : T[K] };

export interface Named extends Range {
  readonly id: string;
}

export interface Declaration {
  readonly type: string;
  readonly label?: string;
  readonly labelRange?: Range;
  readonly range: Range;
}

type Message = Extract<SequenceEvent, { kind: 'message' }>;
type Note = Extract<SequenceEvent, { kind: 'note' }>;

/** The model while the parser reads. Methods that can go against the rules give a sentence saying how, else undefined. */
export interface SequenceDraft {
  title: string | undefined;
  mention(named: Named): void;
  declare(named: Named, declaration: Declaration): string | undefined;
  create(named: Named, declaration: Declaration): string | undefined;
  destroy(named: Named, range: Range): void;
  message(from: Named, to: Named, message: Pick<Message, 'text' | 'arrow' | 'central' | 'range' | 'textRange'>): string | undefined;
  note(over: readonly Named[], note: Pick<Note, 'placement' | 'text' | 'range' | 'textRange'>): void;
  /** `range` is the statement, or the `+` or `-` of a message, which names nobody. */
  activate(named: Named, range: Range): void;
  deactivate(named: Named, range: Range): string | undefined;
  link(named: Named, links: readonly { readonly label: string; readonly url: string }[], range: Range): void;
  autonumber(event: Omit<Extract<SequenceEvent, { kind: 'autonumber' }>, 'kind'>): void;
  startBlock(block: BlockKind, text: string, keyword: Range, textRange: Range): void;
  section(text: string, keyword: Range, textRange: Range): void;
  endBlock(keyword: Range): void;
  /** The innermost block that is open. */
  readonly open: BlockKind | undefined;
  startBox(box: Pick<ParticipantBox, 'title' | 'fill' | 'range' | 'textRange'>): void;
  endBox(to: number): void;
  model(): SequenceModel;
}

export function createDraft(): SequenceDraft {
  const participants = new Map<string, Growing<Participant>>();
  const boxOf = new Map<string, Growing<ParticipantBox>>();
  const boxes: Growing<ParticipantBox>[] = [];
  const events: SequenceEvent[] = [];
  const active = new Map<string, number>();
  const counts = new Map<string, number>();
  const open: { readonly id: string; readonly block: BlockKind }[] = [];
  const created: string[] = [];
  const destroyed: string[] = [];
  let box: Growing<ParticipantBox> | undefined;
  let creating: string | undefined;
  let destroying: string | undefined;

  const numbered = (name: string) => {
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return `${name}:${count}`;
  };
  const add = (id: string): Growing<Participant> => {
    const made: Growing<Participant> = { id, label: id, type: 'participant', links: [], mentions: [], statements: [] };
    participants.set(id, made);
    return made;
  };
  const mention = ({ id, from, to }: Named) => {
    const found = participants.get(id) ?? add(id);
    found.mentions.push({ from, to });
    return found;
  };
  const declare = (named: Named, { type, label, labelRange, range }: Declaration) => {
    const before = participants.get(named.id);
    const home = boxOf.get(named.id);
    if (before && box && home && home !== box) {
      return `"${named.id}" is in the box "${home.title}" already; a participant stands in one box only.`;
    }
    const found = mention(named);
    found.statements.push(range);
    found.declaredAt ??= range.to;
    if (!before || label !== undefined) {
      found.type = type;
      found.label = label ?? named.id;
      if (labelRange) found.labelRange = labelRange;
      if (label !== undefined) found.declaredAt = range.to;
    }
    if (box) boxOf.set(named.id, home ?? box);
    if (box && (!before || label !== undefined)) box.members.push(named.id);
    return undefined;
  };

  return {
    title: undefined,
    mention,
    declare,
    create(named, declaration) {
      if (participants.has(named.id))
        return `"${named.id}" exists already, so it cannot be created. Use another name, with "as" for what is shown.`;
      const refused = declare(named, declaration);
      created.push(named.id);
      creating = named.id;
      return refused;
    },
    destroy(named, range) {
      mention(named).statements.push(range);
      destroyed.push(named.id);
      destroying = named.id;
    },
    message(from, to, message) {
      mention(from);
      mention(to);
      const creates = creating;
      const destroys = creates === undefined ? destroying : undefined;
      if (creates !== undefined && to.id !== creates) return `The message that creates "${creates}" must come right after "create".`;
      if (destroys !== undefined && to.id !== destroys && from.id !== destroys) {
        return `The message that ends "${destroys}" must come right after "destroy", from or to it.`;
      }
      if (creates !== undefined) creating = undefined;
      else destroying = undefined;
      const id = numbered(`message:${from.id}>${to.id}`);
      const ends = [
        { from: from.from, to: from.to },
        { from: to.from, to: to.to },
      ] as const;
      events.push({
        kind: 'message',
        id,
        from: from.id,
        to: to.id,
        ...message,
        ends,
        ...(creates && { creates }),
        ...(destroys && { destroys }),
      });
      return undefined;
    },
    note(over, note) {
      for (const named of over) mention(named);
      const ids = over.map(({ id }) => id);
      const distinct = ids.length > 1 && ids[0] === ids[1] ? ids.slice(0, 1) : ids;
      events.push({ kind: 'note', id: numbered('note'), over: distinct, ...note });
    },
    activate(named, range) {
      const { id } = named;
      if (range.to >= named.to && range.from < named.from && participants.has(id)) mention(named);
      active.set(id, (active.get(id) ?? 0) + 1);
      events.push({ kind: 'activate', participant: id, range });
    },
    deactivate(named, range) {
      const { id } = named;
      if (range.to >= named.to && range.from < named.from && participants.has(id)) mention(named);
      const count = active.get(id) ?? 0;
      if (count < 1) return `"${id}" is not active here, so it cannot be deactivated.`;
      active.set(id, count - 1);
      events.push({ kind: 'deactivate', participant: id, range });
      return undefined;
    },
    link(named, links, range) {
      const found = mention(named);
      found.statements.push(range);
      for (const link of links) found.links.push(link);
    },
    autonumber: (event) => void events.push({ kind: 'autonumber', ...event }),
    startBlock(block, text, keyword, textRange) {
      const id = numbered(block);
      open.push({ id, block });
      events.push({ kind: 'start', id, block, text, keyword, textRange });
    },
    section(text, keyword, textRange) {
      const within = open.at(-1);
      if (within) events.push({ kind: 'section', ...within, text, keyword, textRange });
    },
    endBlock(keyword) {
      const within = open.pop();
      if (within) events.push({ kind: 'end', ...within, keyword });
    },
    get open() {
      return open.at(-1)?.block;
    },
    startBox(started) {
      box = { id: numbered('box'), members: [], ...started };
      boxes.push(box);
    },
    endBox(to) {
      if (box) box.range = { from: box.range.from, to };
      box = undefined;
    },
    model() {
      const title = this.title === undefined ? undefined : labelText(this.title);
      return { words: labelText, ...(title ? { title } : {}), participants: [...participants.values()], boxes, events, created, destroyed };
    },
  };
}
