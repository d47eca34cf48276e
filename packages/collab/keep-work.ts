import type { ActKeeper, KeptEntries, KeptHistory } from '@autograph/editor';
import { timeout } from 'lib0/eventloop';
import { z } from 'zod';
import { KeptPages } from './kept-pages.ts';
import type { TypingKeeper } from './typing.ts';

/** A place on this machine for the work of one person on one file in one window, by key. What it gives back may be anything. */
export interface WorkStorage {
  load(key: string): Promise<unknown>;
  /** Saves all of them or none; undefined takes away what is there. */
  save(entries: readonly (readonly [key: string, value: unknown])[]): Promise<void>;
}

/** What of an editor is kept; `Editor` is one. */
export interface WorkEditor {
  readonly camera: { readonly x: number; readonly y: number; readonly zoom: number };
  readonly viewport: { readonly w: number; readonly h: number };
  setCamera(camera: WorkEditor['camera']): void;
  readonly history: { keep(keeper?: ActKeeper): KeptHistory };
  takingUpHistory(acts: unknown, keeper?: ActKeeper): (part: KeptEntries) => void;
  subscribe(listener: (what: string) => void): () => void;
}

export interface KeepWorkOptions {
  readonly editor: WorkEditor;
  readonly storage: WorkStorage;
  /** Keeps what was typed in the file's texts. */
  readonly typing?: TypingKeeper;
  /** Resolves when the file's content is in the editor: what the history speaks of. */
  readonly opened: Promise<void>;
}

export interface KeptWork {
  /** Resolves with the view, px, in which the camera was that has been put back; null when there was none. */
  readonly cameraBack: Promise<WorkEditor['viewport'] | null>;
  /** Resolves when all that was kept has been taken up. */
  readonly takenUp: Promise<void>;
  /** Saves at once: the page is about to go. */
  flush(): void;
  stop(): void;
}

const Camera = z.object({ x: z.number(), y: z.number(), zoom: z.number().positive(), w: z.number().positive(), h: z.number().positive() });

const KeptHead = z.object({ undo: z.number().int().nonnegative(), redo: z.number().int().nonnegative(), acts: z.unknown().optional() });

const Page = z.array(z.string());

/** What is taken up of a history at most when a file opens, UTF-16 units: the newest. */
const mostTakenUp = 20_000_000;

/** ms from a change until it is written. */
const pace = 400;

/** Brings back where this person was looking and what they can undo, and keeps it from then on. A storage that fails only forgets. */
export function keepWork({ editor, storage, typing, opened }: KeepWorkOptions): KeptWork {
  const changed = new Set<'camera' | 'history'>();
  let ready = false;
  let stopped = false;

  const undo = new KeptPages('history/undo');
  const redo = new KeptPages('history/redo');

  const load = (key: string) => storage.load(key).catch(() => undefined);
  const save = (...entries: readonly (readonly [string, unknown])[]) => void storage.save(entries).catch(() => undefined);

  function saveHistory(): void {
    const kept = editor.history.keep(typing);
    const head = { undo: kept.undo.length, redo: kept.redo.length, acts: kept.acts };
    save(['history', head], ...undo.changes(kept.undo), ...redo.changes(kept.redo));
  }

  function flush(): void {
    if (!ready) return;
    if (changed.delete('camera')) save(['camera', { ...editor.camera, ...editor.viewport }]);
    if (changed.delete('history')) saveHistory();
  }
  let timer: ReturnType<typeof timeout> | null = null;
  function soon(): void {
    timer ??= timeout(pace, () => {
      timer = null;
      flush();
    });
  }

  // A camera event may only tell of another viewport: whether the person has moved on already, the camera itself says.
  const atFirst = editor.camera;
  async function bringCameraBack(): Promise<WorkEditor['viewport'] | null> {
    const { data } = Camera.safeParse(await load('camera'));
    if (!data) return null;
    const { w, h, ...camera } = data;
    if (!stopped && editor.camera === atFirst) editor.setCamera(camera);
    return { w, h };
  }

  /** The list's end first, as far as it can be read and is not too much. */
  async function loadPages(pages: KeptPages, count: number): Promise<string[][]> {
    const loaded: string[][] = [];
    let room = mostTakenUp;
    for (const key of pages.keys(count)) {
      const { data } = Page.safeParse(await load(key));
      room -= data?.reduce((sum, { length }) => sum + length, 0) ?? 0;
      if (!data || (room < 0 && loaded.length > 0)) break;
      loaded.push(data);
    }
    pages.loaded(loaded, count);
    return loaded;
  }

  async function takeHistoryUp(): Promise<void> {
    const { data: head } = KeptHead.safeParse(await load('history'));
    if (!head) return;
    const [undone, done] = [await loadPages(redo, head.redo), await loadPages(undo, head.undo)];
    await opened;
    if (stopped) return;
    const take = editor.takingUpHistory(head.acts, typing);
    for (let at = 0; at < Math.max(done.length, undone.length) && !stopped; at++) {
      take({ undo: done[at] ?? [], redo: undone[at] ?? [] });
      // A long history is taken up in many short tasks.
      await new Promise<void>((resolve) => timeout(0, resolve));
    }
  }

  const cameraBack = bringCameraBack();
  const takenUp = Promise.all([cameraBack, takeHistoryUp()]).then(() => {
    ready = !stopped;
    if (ready && changed.size > 0) soon();
  });
  const unsubscribe = editor.subscribe((what) => {
    if (what === 'camera') changed.add('camera');
    else if (what === 'document') changed.add('history');
    else return;
    if (ready) soon();
  });
  const stopTyping = typing?.subscribe(() => {
    changed.add('history');
    if (ready) soon();
  });
  return {
    cameraBack,
    takenUp,
    flush,
    stop() {
      unsubscribe();
      stopTyping?.();
      timer?.destroy();
      flush();
      stopped = true;
      ready = false;
    },
  };
}
