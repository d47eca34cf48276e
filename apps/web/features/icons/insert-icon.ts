import { type Editor, insertShape } from '@autograph/editor';
import type { Vec } from '@autograph/geometry';
import type { IconEntry } from '@autograph/icons';
import { useIconShelf } from './icon-shelf.ts';

/** Puts an icon with its name on the board: about `at` (page px), or where there is room. */
export function insertIcon(editor: Editor, { id, title }: Pick<IconEntry, 'id' | 'title'>, at?: Vec): void {
  const definition = [...editor.definitions].find((kind) => kind.iconProps);
  const props = definition?.iconProps?.(id, title);
  if (!definition || !props) return;
  // Its own colours, whatever the next drawn shape is to look like.
  insertShape(editor, definition.type, { stroke: null, ...props }, at);
  useIconShelf.getState().used(id);
}
