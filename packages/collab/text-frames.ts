import { diffText } from '@autograph/document';
import { ChangeSet, Text } from '@codemirror/state';
import * as Y from 'yjs';

/** What a transaction did to a text, and what takes it back. */
export interface TextOp {
  readonly change: ChangeSet;
  readonly inverse: ChangeSet;
}

/** A text with its line ends as they are: Windows' keep their carriage return as a letter. */
export const linesOf = (text: string): Text => Text.of(text.split('\n'));

/** What a transaction did to a text; read it before the transaction has been cleaned up, while what was deleted is still there. */
export function textOp(text: Y.Text, event: Y.YEvent<Y.AbstractType<unknown>>): TextOp {
  const done: { from: number; to: number; insert: Text }[] = [];
  const undone: { from: number; to: number; insert: Text }[] = [];
  let before = 0;
  let after = 0;
  for (let item = text._start; item !== null; item = item.right) {
    if (!item.countable) continue;
    const letters = item.content instanceof Y.ContentString ? item.content.str : '\ufffc'.repeat(item.length);
    if (item.deleted) {
      if (event.adds(item) || !event.deletes(item)) continue;
      done.push({ from: before, to: before + item.length, insert: Text.empty });
      undone.push({ from: after, to: after, insert: linesOf(letters) });
      before += item.length;
      continue;
    }
    if (event.adds(item)) {
      done.push({ from: before, to: before, insert: linesOf(letters) });
      undone.push({ from: after, to: after + item.length, insert: Text.empty });
    } else before += item.length;
    after += item.length;
  }
  return { change: ChangeSet.of(done, before), inverse: ChangeSet.of(undone, after) };
}

/** One act on a text, and what others have written since it or since the act after it was taken back. */
interface Frame<A> {
  readonly act: A;
  readonly inverse: ChangeSet;
  readonly since: ChangeSet | undefined;
}

/**
 * Acts on one text that can be taken back, the newest first, whatever others have written in between. Each is kept as what takes it back
 * where it was done; what others wrote is worked in when it is asked for, as operations are transformed.
 */
export class TextFrames<A> {
  #frames: Frame<A>[] = [];

  get isEmpty(): boolean {
    return this.#frames.length === 0;
  }

  /** Whether a text of so many letters can be the one that the acts have left. */
  fits(length: number): boolean {
    const last = this.#frames.at(-1);
    return last === undefined || (last.since?.newLength ?? last.inverse.length) === length;
  }

  push(act: A, inverse: ChangeSet): void {
    const last = this.#frames.at(-1);
    if (last?.act === act && !last.since) this.#frames[this.#frames.length - 1] = { ...last, inverse: inverse.compose(last.inverse) };
    else this.#frames.push({ act, inverse, since: undefined });
  }

  /** Takes in what was done to the text by none of the acts. */
  others(change: ChangeSet): void {
    const last = this.#frames.at(-1);
    if (last && !change.empty) this.#frames[this.#frames.length - 1] = { ...last, since: last.since ? last.since.compose(change) : change };
  }

  /** What takes an act back that is the newest here; undefined when it is not. */
  inverseOf(act: A): ChangeSet | undefined {
    let inverse: ChangeSet | undefined;
    for (const [each, next] of this.inverses()) {
      if (each !== act) break;
      inverse = inverse ? inverse.compose(next) : next;
    }
    return inverse;
  }

  /** Takes in that the newest act has been taken back by what `inverseOf` gives. */
  pop(act: A): void {
    let rest: ChangeSet | undefined;
    for (let last = this.#frames.at(-1); last?.act === act; last = this.#frames.at(-1)) {
      this.#frames.pop();
      const since = composed(last.since, rest);
      rest = since?.map(last.inverse, true);
    }
    if (rest) this.others(rest);
  }

  /** What takes each act back once those after it have been; newest first. Parts of one act follow each other. */
  *inverses(): Generator<readonly [A, ChangeSet]> {
    let rest: ChangeSet | undefined;
    for (const { act, inverse, since } of this.#frames.toReversed()) {
      rest = composed(since, rest);
      yield [act, rest ? inverse.map(rest) : inverse];
      rest = rest?.map(inverse, true);
    }
  }

  /** Puts acts below those that are here, the newest first, each by what takes it back; `since` is what others wrote after them. */
  putBelow(acts: readonly (readonly [A, ChangeSet])[], since: ChangeSet): void {
    const below = acts.map(([act, inverse], at): Frame<A> => ({ act, inverse, since: at === 0 && !since.empty ? since : undefined }));
    this.#frames = [...below.toReversed(), ...this.#frames];
  }
}

function composed(first: ChangeSet | undefined, second: ChangeSet | undefined): ChangeSet | undefined {
  return first && second ? first.compose(second) : (first ?? second);
}

/** A change that makes another text of one. */
export function difference(from: string, to: string): ChangeSet {
  const changes = diffText(from, to).map(({ at, remove, insert }) => ({ from: at, to: at + remove, insert: linesOf(insert) }));
  return ChangeSet.of(changes, from.length);
}
