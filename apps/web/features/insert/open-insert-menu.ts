import type { Editor } from '@autograph/editor';
import type { Vec } from '@autograph/geometry';
import { usePanes } from '@/features/file/panes.ts';

/** Opens the insert menu at a place on the board, px of the window; without one, in the middle, and what is chosen finds its own place. */
export function openInsertMenu(editor: Editor, pointer: Vec | null): void {
  const board = document.querySelector('[role="application"]')?.getBoundingClientRect();
  if (!board) return;
  const middle = { x: board.left + board.width / 2 - 170, y: board.top + board.height * 0.2 };
  const at = pointer && editor.toPage({ x: pointer.x - board.left, y: pointer.y - board.top });
  usePanes.getState().set({ insert: { ...(pointer ?? middle), at } });
}
