import { createTakeIn, type Desk } from './take-in.ts';

const waiting = new Map<string, readonly File[]>();

/** Keeps files until the new file that they are for is open. */
export function importWhenOpen(fileId: string, files: readonly File[]): void {
  waiting.set(fileId, files);
}

/** Takes in what waits for this file as soon as its room is there; gives the way to stop waiting. */
export function takePendingOnceOpen(desk: Desk): () => void {
  const { editor, room, fileId } = desk;
  const take = () => {
    const files = waiting.get(fileId);
    if (!files || room.status !== 'live' || editor.readOnly) return;
    waiting.delete(fileId);
    createTakeIn(desk)({ text: '', files });
  };
  take();
  return room.subscribe((what) => {
    if (what === 'status' || what === 'access') take();
  });
}
