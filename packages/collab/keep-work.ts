import type { ActKeeper, KeptHistory, KeptPart, Way } from '@autograph/editor';
import { timeout } from 'lib0/eventloop';
import { z } from 'zod';
import { KeptList } from './kept-list.ts';
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
  readonly history: { keep(keeper?: ActKeeper): KeptHistory; ready(way: Way): number; hasOlder(way: Way): boolean };
  takingUpHistory(acts: unknown, keeper?: ActKeeper): (part: KeptPart) => void;
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
  /** Resolves when what can be undone first has been taken up; what was done before that follows as it is reached. */
  readonly takenUp: Promise<void>;
  /** Saves at once: the page is about to go. */
  flush(): void;
  stop(): void;
}

const Camera = z.object({ x: z.number(), y: z.number(), zoom: z.number().positive(), w: z.number().positive(), h: z.number().positive() });

const KeptHead = z.object({ undo: z.number().int().nonnegative(), redo: z.number().int().nonnegative(), acts: z.unknown().optional() });

const ways = ['undo', 'redo'] as const;

/** Entries that are ready to be undone while older ones are kept: a held key takes longer for them than a page takes to load. */
const leastReady = 20;

/** ms from a change until it is written. */
const pace = 400;

/** Brings back where this person was looking and what they can undo, and keeps it from then on. A storage that fails only forgets. */
export function keepWork({ editor, storage, typing, opened }: KeepWorkOptions): KeptWork {
  const changed = new Set<'camera' | 'history'>();
  let ready = false;
  let stopped = false;

  const load = (key: string) => storage.load(key).catch(() => undefined);
  const save = (...entries: readonly (readonly [string, unknown])[]) => void storage.save(entries).catch(() => undefined);

  const lists = { undo: new KeptList('history/undo', load), redo: new KeptList('history/redo', load) };

  function saveHistory(): void {
    const kept = editor.history.keep(typing);
    for (const way of ways) if (!editor.history.hasOlder(way)) lists[way].forgetOlder();
    const head = { undo: lists.undo.length(kept.undo), redo: lists.redo.length(kept.redo), acts: kept.acts };
    save(['history', head], ...lists.undo.changes(kept.undo), ...lists.redo.changes(kept.redo));
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

  let take: ((part: KeptPart) => void) | undefined;
  let taking = false;

  /** A long history is taken up in many short tasks, and no further than it is reached. */
  async function takeUpMore(): Promise<void> {
    const isShort = (way: Way) => editor.history.hasOlder(way) && editor.history.ready(way) < leastReady;
    if (taking || !take) return;
    taking = true;
    for (let way = ways.find(isShort); way && !stopped; way = ways.find(isShort)) {
      await lists[way].load();
      if (stopped) break;
      const part = { undo: [], redo: [], [way]: lists[way].next() };
      take({ ...part, older: ways.filter((each) => lists[each].hasOlder) });
      await new Promise<void>((resolve) => timeout(0, resolve));
    }
    taking = false;
  }

  async function takeHistoryUp(): Promise<void> {
    const { data: head } = KeptHead.safeParse(await load('history'));
    if (!head) return;
    for (const way of ways) {
      lists[way].begin(head[way]);
      await lists[way].load();
    }
    await opened;
    if (stopped) return;
    take = editor.takingUpHistory(head.acts, typing);
    take({ undo: lists.undo.next(), redo: lists.redo.next(), older: ways.filter((way) => lists[way].hasOlder) });
    await takeUpMore();
  }

  const cameraBack = bringCameraBack();
  const takenUp = Promise.all([cameraBack, takeHistoryUp()]).then(() => {
    ready = !stopped;
    if (ready && changed.size > 0) soon();
  });
  const unsubscribe = editor.subscribe((what) => {
    if (what === 'camera') changed.add('camera');
    else if (what === 'document') {
      changed.add('history');
      void takeUpMore();
    } else return;
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
