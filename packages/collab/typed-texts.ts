import { limits } from '@autograph/document';
import type { ActsByWay, ExternalAct, Way } from '@autograph/editor';
import { ChangeSet, type Text } from '@codemirror/state';
import type * as Y from 'yjs';
import { z } from 'zod';
import { difference, linesOf, TextFrames, type TextOp, textOp } from './text-frames.ts';

interface Typed {
  readonly text: Y.Text;
  readonly undo: TextFrames<ExternalAct>;
  readonly redo: TextFrames<ExternalAct>;
}

/** What takes one act back, by text: the newest of its parts first. */
const KeptAct = z.object({ block: z.string().optional(), changes: z.array(z.tuple([z.string(), z.unknown()])) });
type KeptAct = z.infer<typeof KeptAct>;

const KeptTexts = z.object({
  /** The texts as they were, which the changes start from. */
  texts: z.array(z.tuple([z.string(), z.string()])),
  undo: z.array(KeptAct),
  redo: z.array(KeptAct),
});
type KeptTexts = z.infer<typeof KeptTexts>;

/** What was typed in each of a file's texts, act by act: enough to take it back, or to do it again, without what typed it. */
export class TypedTexts {
  readonly #texts = new Map<string, Typed>();
  readonly #find: (key: string) => Y.Text | undefined;

  constructor(find: (key: string) => Y.Text | undefined) {
    this.#find = find;
  }

  /** Takes in what a transaction did to a text; `by` whom when it was one of the acts. */
  take(
    key: string,
    text: Y.Text,
    event: Y.YEvent<Y.AbstractType<unknown>>,
    by: { readonly act: ExternalAct; readonly way: Way | 'type' } | undefined,
  ): void {
    const known = this.#texts.get(key);
    if (!by && (!known || (known.undo.isEmpty && known.redo.isEmpty))) return;
    const op = textOp(text, event);
    const typed = this.#typed(key, text, op.change.length);
    if (by?.way === 'undo') pass(typed.undo, typed.redo, by.act, op);
    else if (by?.way === 'redo') pass(typed.redo, typed.undo, by.act, op);
    else {
      if (by) typed.undo.push(by.act, op.inverse);
      else typed.undo.others(op.change);
      typed.redo.others(op.change);
    }
  }

  /** Takes an act back, or does it again: call inside a transaction. */
  replay(act: ExternalAct, way: Way): void {
    for (const key of [...this.#texts.keys()]) {
      const text = this.#find(key);
      const change = text && this.#typed(key, text)[way].inverseOf(act);
      if (change && change.newLength <= mostIn(key)) apply(text, change);
    }
  }

  /** As JSON, what taking those acts back in turn does to the texts as they are; the newest act first. */
  keep(acts: ActsByWay<ExternalAct>): KeptTexts {
    const texts = new Set<string>();
    const kept = (way: Way): KeptAct[] => {
      const changes = new Map(acts[way].map((act): [ExternalAct, [string, unknown][]] => [act, []]));
      for (const key of [...this.#texts.keys()]) {
        const text = this.#find(key);
        if (!text) continue;
        for (const [act, change] of this.#typed(key, text)[way].inverses()) {
          const list = changes.get(act);
          if (!list) break;
          texts.add(key);
          list.push([key, change.toJSON()]);
        }
      }
      return [...changes].map(([{ block }, list]) => ({ ...(block !== undefined && { block }), changes: list }));
    };
    const [undo, redo] = [kept('undo'), kept('redo')];
    return { texts: [...texts].map((key) => [key, this.#texts.get(key)?.text.toString() ?? '']), undo, redo };
  }

  /** The acts that were kept, in their order, below those that were done since; undefined for what can be done no more. */
  takeUp(json: unknown, ways: readonly Way[], actOf: (block: string | undefined) => ExternalAct): ActsByWay<ExternalAct | undefined> {
    const { data: kept } = KeptTexts.safeParse(json);
    const takeUp = (way: Way): (ExternalAct | undefined)[] => {
      if (!kept || !ways.includes(way)) return [];
      const acts = kept[way].map(({ block, changes }) => ({ act: actOf(block), changes }));
      const known = new Set<ExternalAct>();
      for (const [key, content] of kept.texts) {
        const text = this.#find(key);
        const list = acts.flatMap(({ act, changes }) => changes.flatMap(([of, change]) => (of === key ? [[act, change] as const] : [])));
        for (const act of text ? this.#putBelow(key, text, way, content, list) : []) known.add(act);
      }
      return acts.map(({ act }) => (known.has(act) ? act : undefined));
    };
    return { undo: takeUp('undo'), redo: takeUp('redo') };
  }

  #putBelow(
    key: string,
    text: Y.Text,
    way: Way,
    content: string,
    list: readonly (readonly [ExternalAct, unknown])[],
  ): readonly ExternalAct[] {
    const frames = this.#typed(key, text)[way];
    let below: Text = linesOf(text.toString());
    for (const [, inverse] of frames.inverses()) below = inverse.apply(below);
    const since = difference(content, below.toString());
    const acts: [ExternalAct, ChangeSet][] = [];
    let { length } = content;
    for (const [act, json] of list) {
      const change = readChange(json);
      if (change?.length !== length) break;
      acts.push([act, change]);
      length = change.newLength;
    }
    frames.putBelow(acts, since);
    return acts.map(([act]) => act);
  }

  /** What is known of a text: also of one that came in the place of another as that was left, as by an undo. */
  #typed(key: string, text: Y.Text, length = text.length): Typed {
    const known = this.#texts.get(key);
    if (known?.text === text) return known;
    const frames =
      known?.undo.fits(length) && known.redo.fits(length)
        ? known
        : { undo: new TextFrames<ExternalAct>(), redo: new TextFrames<ExternalAct>() };
    const typed = { text, undo: frames.undo, redo: frames.redo };
    this.#texts.set(key, typed);
    return typed;
  }
}

function pass(from: TextFrames<ExternalAct>, to: TextFrames<ExternalAct>, act: ExternalAct, op: TextOp): void {
  from.pop(act);
  to.push(act, op.inverse);
}

function apply(text: Y.Text, change: ChangeSet): void {
  change.iterChanges((fromA, toA, fromB, _toB, inserted) => {
    if (toA > fromA) text.delete(fromB, toA - fromA);
    if (inserted.length > 0) text.insert(fromB, inserted.toString());
  });
}

function mostIn(key: string): number {
  return key === 'note' ? limits.note : limits.source;
}

function readChange(json: unknown): ChangeSet | undefined {
  try {
    return ChangeSet.fromJSON(json);
  } catch {
    return undefined;
  }
}
