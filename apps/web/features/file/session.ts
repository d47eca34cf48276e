import { type KeptWork, keepWork, openRoom, type Room } from '@autograph/collab';
import { storeInBrowser } from '@autograph/collab/room-storage.browser.ts';
import { wakeWithBrowser } from '@autograph/collab/wake.browser.ts';
import { workInBrowser } from '@autograph/collab/work-storage.browser.ts';
import type { User } from '@autograph/contracts/auth.ts';
import { Editor } from '@autograph/editor';
import { createBlockDeriver, createDrawingDesk, createWorkshop, type Workshop, watchBlocks } from '@autograph/languages';
import { createWorkerWorkshop } from '@autograph/languages/workshop-worker.browser.ts';
import type { Layouter } from '@autograph/layout';
import { createTextMeasurer } from '@autograph/render';
import { schemaOf, shapeDefinitions } from '@autograph/shapes';

/** An open file: the board, and the room where others see it. */
export interface FileSession {
  readonly fileId: string;
  readonly editor: Editor;
  readonly room: Room;
  /** Where diagrams that the page must not wait for are read and drawn. */
  readonly workshop: Workshop;
  /** Where this person was looking, and what they can undo: kept over reloads. */
  readonly work: KeptWork;
  /** Gives up what was done here and the server does not have, and opens the file anew as the others see it. */
  discard(): Promise<void>;
  close(): void;
}

/** The layout engine is large and only needed where no worker runs it. */
const layoutHere: Layouter = async (graph) => (await import('@autograph/layout')).createLayouter()(graph);

let shared: Workshop | undefined;
/** One worker draws the diagrams of all files that are opened. */
function sharedWorkshop(): Workshop {
  shared ??= createWorkerWorkshop(createWorkshop(layoutHere, createTextMeasurer()));
  return shared;
}

/** Resolves when the file's content has come: from the server, or without it from this browser's copy, which may lack the very last edit. */
function opened(editor: Editor, room: Room): Promise<void> {
  return new Promise((resolve) => {
    const stops = [editor.subscribe(look), room.subscribe(look)];
    function look(): void {
      const { shapes, blocks } = editor.document;
      if (room.status !== 'live' && (room.status !== 'offline' || shapes.size + blocks.size === 0)) return;
      for (const stop of stops) stop();
      resolve();
    }
  });
}

function after(ms: number, act: () => void): () => void {
  const timer = setTimeout(act, ms);
  return () => clearTimeout(timer);
}

/** Joins a file's room with a fresh editor; `reopen` does so again. */
export function openSession(fileId: string, user: User, reopen: () => void): FileSession {
  const measure = createTextMeasurer();
  const workshop = sharedWorkshop();
  const desk = createDrawingDesk(createBlockDeriver(measure), {
    workshop,
    after,
    tell: (sentence) => editor.notify(sentence),
  });
  const editor = new Editor({ shapes: shapeDefinitions, blocks: desk, arranger: workshop, measure });
  const { protocol, host } = window.location;
  const room = openRoom({
    url: `${protocol === 'https:' ? 'wss' : 'ws'}://${host}/collab`,
    fileId,
    user,
    editor,
    schemas: schemaOf,
    storage: storeInBrowser,
  });
  const whole = opened(editor, room);
  const storage = workInBrowser(`${user.id}/${fileId}`);
  const work = keepWork({ editor, storage, typing: room.typingKeeper, opened: whole });
  window.addEventListener('pagehide', work.flush);
  const stopWaking = wakeWithBrowser(room);
  const watch = () => watchBlocks(editor, workshop.layOut, measure, { desk, after });
  let stopLayout = watch();
  let closed = false;
  // Who wrote what came with the file may have left before it was laid out.
  void whole.then(() => {
    if (closed) return;
    stopLayout();
    stopLayout = watch();
  });
  return {
    fileId,
    editor,
    room,
    workshop,
    work,
    async discard() {
      await room.discard();
      reopen();
    },
    close() {
      closed = true;
      window.removeEventListener('pagehide', work.flush);
      stopWaking();
      work.stop();
      storage.leave();
      stopLayout();
      room.close();
    },
  };
}
