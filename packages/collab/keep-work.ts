import { KeptHistory } from '@autograph/editor';
import { timeout } from 'lib0/eventloop';
import { z } from 'zod';

/** A place on this machine where small things are kept by key. What it gives back may be anything. */
export interface WorkStorage {
  load(key: string): Promise<unknown>;
  save(key: string, value: unknown): Promise<void>;
}

/** What of an editor is kept; `Editor` is one. */
export interface WorkEditor {
  readonly camera: { readonly x: number; readonly y: number; readonly zoom: number };
  readonly viewport: { readonly w: number; readonly h: number };
  setCamera(camera: WorkEditor['camera']): void;
  readonly history: { keep(): KeptHistory };
  takeUpHistory(kept: KeptHistory): void;
  subscribe(listener: (what: string) => void): () => void;
}

export interface KeepWorkOptions {
  readonly editor: WorkEditor;
  readonly storage: WorkStorage;
  /** Whose work on which file it is. */
  readonly key: string;
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

/** ms from a change until it is written. */
const pace = 400;

/** Brings back where this person was looking and what they can undo, and keeps it from then on. A storage that fails only forgets. */
export function keepWork({ editor, storage, key, opened }: KeepWorkOptions): KeptWork {
  const changed = new Set<'camera' | 'history'>();
  let ready = false;
  let stopped = false;

  const load = (what: string) => storage.load(`${key}/${what}`).catch(() => undefined);
  const save = (what: string, value: unknown) => void storage.save(`${key}/${what}`, value).catch(() => undefined);

  function flush(): void {
    if (!ready) return;
    if (changed.delete('camera')) save('camera', { ...editor.camera, ...editor.viewport });
    if (changed.delete('history')) save('history', editor.history.keep());
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

  async function takeHistoryUp(): Promise<void> {
    const [kept] = await Promise.all([load('history'), opened]);
    const history = KeptHistory.safeParse(kept);
    if (history.success && !stopped) editor.takeUpHistory(history.data);
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
  return {
    cameraBack,
    takenUp,
    flush,
    stop() {
      unsubscribe();
      timer?.destroy();
      flush();
      stopped = true;
      ready = false;
    },
  };
}
