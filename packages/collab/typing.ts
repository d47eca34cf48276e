import { blockSource, openFile } from '@autograph/document';
import type { ActKeeper, ExternalAct, Way } from '@autograph/editor';
import * as Y from 'yjs';
import { TypedTexts } from './typed-texts.ts';

/** Where typing leaves its undo steps: the editor's history. */
export interface EntryHistory {
  push(act: ExternalAct): void;
}

/** Keeps the undo of typing over reloads. */
export interface TypingKeeper extends ActKeeper {
  /** Calls the listener when there is more, or less, to undo; gives the way to stop. */
  subscribe(listener: () => void): () => void;
}

export interface TypingUndo {
  /** For the bindings of text editors, which register with it what they type. */
  readonly manager: Y.UndoManager;
  readonly keeper: TypingKeeper;
  destroy(): void;
}

const replay = { source: 'typing replayed' };

/** Whether a transaction with that origin undoes typing, or does it again. */
export function isTypingReplay(origin: unknown): boolean {
  return origin === replay;
}

type StackItem = Y.UndoManager['undoStack'][number];

/**
 * Undo of typing in the file's shared texts, in one line with the canvas: each burst of typing becomes an entry of the
 * editor's history. Give the manager to the text editors' bindings, and let their undo keys ask the editor. The manager only tells bursts
 * apart: what each did is noted beside it, so that it can be undone after a reload too. Destroy it when the file closes.
 */
export function createTypingUndo(doc: Y.Doc, history: EntryHistory): TypingUndo {
  const file = openFile(doc);
  let lastText: unknown;
  const manager = new Y.UndoManager(doc, {
    trackedOrigins: new Set(),
    captureTimeout: 500,
    captureTransaction({ changed, origin }) {
      // What is typed in another text is another act, however soon it comes.
      const text = [...changed.keys()].find((type) => type instanceof Y.Text);
      if (manager.trackedOrigins.has(origin)) {
        if (text !== lastText) manager.stopCapturing();
        lastText = text;
      }
      return true;
    },
  });
  const listeners = new Set<() => void>();
  const acts = new WeakMap<StackItem, ExternalAct>();
  /** Whose typing the transaction is that has just ended. */
  let typed: ExternalAct | undefined;
  let replayed: { readonly act: ExternalAct; readonly way: Way } | undefined;

  const texts = new TypedTexts((key) => (key === noteKey ? file.note : blockSource(file.blocks.get(key.slice(blockPrefix.length)))));

  function tell(): void {
    for (const listener of [...listeners]) listener();
  }

  function run(act: ExternalAct, way: Way): void {
    manager.stopCapturing();
    replayed = { act, way };
    try {
      doc.transact(() => texts.replay(act, way), replay);
    } finally {
      replayed = undefined;
    }
  }

  function actOf(block: string | undefined): ExternalAct {
    const act: ExternalAct = { undo: () => run(act, 'undo'), redo: () => run(act, 'redo'), ...(block !== undefined && { block }) };
    return act;
  }

  manager.on('stack-item-added', ({ stackItem, changedParentTypes }) => {
    const [block] = [...changedParentTypes.keys()].flatMap((each) => blockOf(each) ?? []);
    typed = actOf(block);
    acts.set(stackItem, typed);
    history.push(typed);
  });
  manager.on('stack-item-updated', ({ stackItem }) => {
    typed = acts.get(stackItem);
  });

  // Registered after the manager's own: by then it has said whose typing it is.
  function onTransaction(transaction: Y.Transaction): void {
    const by = isTypingReplay(transaction.origin) ? replayed : typed && { act: typed, way: 'type' as const };
    typed = undefined;
    for (const [type, events] of transaction.changedParentTypes) {
      if (!(type instanceof Y.Text)) continue;
      const key = type === file.note ? noteKey : keyOf(type);
      const event = events.find(({ target }) => target === type);
      if (key !== undefined && event) texts.take(key, type, event, by);
    }
    if (by) tell();
  }
  doc.on('afterTransaction', onTransaction);

  return {
    manager,
    keeper: {
      keep: (acts) => texts.keep(acts),
      takeUp: (kept, ways) => texts.takeUp(kept, ways, actOf),
      subscribe(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    destroy() {
      doc.off('afterTransaction', onTransaction);
      manager.destroy();
    },
  };
}

const noteKey = 'note';
const blockPrefix = 'block:';

function keyOf(type: Y.Text): string | undefined {
  const block = blockOf(type);
  return block === undefined ? undefined : blockPrefix + block;
}

/** The block that a text is the source of. */
function blockOf({ parent }: { readonly parent: unknown }): string | undefined {
  const id: unknown = parent instanceof Y.Map ? parent.get('id') : undefined;
  return typeof id === 'string' ? id : undefined;
}
