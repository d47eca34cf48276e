import type { Guide } from '@autograph/document';
import type { Vec } from '@autograph/geometry';
import type { Editor } from './editor.ts';
import { readable } from './overlay.ts';

/** The guide within `reach` page px of a page point, the nearest first. */
export function guideAt(editor: Editor, page: Vec, reach: number): Guide | undefined {
  const away = ({ axis, at }: Guide) => Math.abs(page[axis] - at);
  const near = (editor.board.guides ?? []).filter((guide) => away(guide) <= reach);
  return near.sort((a, b) => away(a) - away(b))[0];
}

/** A guide in words. */
export function describeGuide({ axis, at }: Guide): string {
  return `${axis === 'x' ? 'Upright' : 'Level'} guide at ${readable(at)}`;
}

/** Puts a guide on the board, or where it is now in its place. */
export function putGuide(editor: Editor, guide: Guide): void {
  const others = (editor.board.guides ?? []).filter(({ id }) => id !== guide.id);
  editor.changeBoard({ guides: [...others, guide] });
}

export function removeGuide(editor: Editor, id: string): void {
  editor.changeBoard({ guides: (editor.board.guides ?? []).filter((guide) => guide.id !== id) });
}
