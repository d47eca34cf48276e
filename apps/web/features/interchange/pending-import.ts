import type { Editor } from '@autograph/editor';
import { createTakeIn } from './take-in.ts';

const waiting = new Map<string, readonly File[]>();

/** Keeps files until the new file that they are for is open. */
export function importWhenOpen(fileId: string, files: readonly File[]): void {
  waiting.set(fileId, files);
}

/** Takes in what waits for this file. */
export function takePending(editor: Editor, fileId: string): void {
  const files = waiting.get(fileId);
  if (!files || editor.readOnly) return;
  waiting.delete(fileId);
  createTakeIn(editor, fileId)({ text: '', files });
}
