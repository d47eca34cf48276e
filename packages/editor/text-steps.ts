import type { TextPatch } from './block-deriver.ts';
import type { EditingText } from './text-editing.ts';

type TextState = Pick<EditingText, 'text' | 'spans' | 'selection'>;

/** Undo within a text being typed: a word, a deletion, a paste or a change of looks is one step. */
export class TextSteps {
  #before: TextState[] = [];
  #after: TextState[] = [];
  /** Where the word or deletion under way would go on. */
  #open: { readonly kind: 'word' | 'deletion'; readonly at: number } | null = null;

  /** Call before a change: keeps the state unless the change goes on with the last one. */
  record({ text, spans, selection }: TextState, patch?: TextPatch): void {
    const kind = patch && kindOf(patch);
    const goesOn = this.#open !== null && kind === this.#open.kind && (patch?.from === this.#open.at || patch?.to === this.#open.at);
    if (!goesOn) this.#before.push({ text, spans, selection });
    this.#open = patch && kind ? { kind, at: patch.from + patch.insert.length } : null;
    this.#after = [];
  }

  undo(now: TextState): TextState | undefined {
    return this.#step(this.#before, this.#after, now);
  }

  redo(now: TextState): TextState | undefined {
    return this.#step(this.#after, this.#before, now);
  }

  #step(from: TextState[], to: TextState[], { text, spans, selection }: TextState): TextState | undefined {
    const state = from.pop();
    this.#open = null;
    if (state) to.push({ text, spans, selection });
    return state;
  }
}

function kindOf({ from, to, insert }: TextPatch): 'word' | 'deletion' | undefined {
  if (insert === '' && to > from) return 'deletion';
  return from === to && insert.length <= 2 && !/\s/.test(insert) ? 'word' : undefined;
}
