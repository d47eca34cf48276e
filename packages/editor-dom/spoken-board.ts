import type { ShapeId } from '@autograph/document';
import { announceActs, describeShape, type Editor, readingOrder, type TreePlace, treePlaces } from '@autograph/editor';
import { hideFromSight } from './hidden.ts';

/** How many shapes before and after the one in focus are in the page: boards are larger than a page should be. */
const around = 20;
/** How long the board rests before what changed is shown, and spoken, ms: a key that repeats speaks once. */
const restMs = 120;
/** To put a large board in order takes long: after a change it waits so many times that long for the next one. */
const patience = 9;

let boards = 0;

/** The shapes as a tree for screen readers, of which the element's active descendant is the one in focus; and a voice for what is done. */
export function createSpokenBoard(host: HTMLElement, editor: Editor): { destroy(): void } {
  boards += 1;
  const prefix = `board-${boards}-`;
  const tree = document.createElement('div');
  tree.setAttribute('role', 'tree');
  tree.setAttribute('aria-label', 'Shapes');
  tree.setAttribute('aria-multiselectable', 'true');
  const voice = document.createElement('div');
  voice.setAttribute('aria-live', 'polite');
  voice.setAttribute('aria-atomic', 'true');
  for (const element of [tree, voice]) {
    hideFromSight(element);
    host.append(element);
  }
  let order: readonly ShapeId[] = [];
  let places: ReadonlyMap<ShapeId, TreePlace> = new Map();
  let entered: ShapeId | null = null;
  let isStale = true;
  let arrangedIn = 0;
  let arranging: ReturnType<typeof setTimeout> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let unsaid = '';

  const itemOf = (id: ShapeId): HTMLElement => {
    const { level, place, siblings } = places.get(id) ?? { level: 1, place: 1, siblings: 1 };
    const item = document.createElement('div');
    item.id = `${prefix}${id}`;
    item.setAttribute('role', 'treeitem');
    item.setAttribute('aria-label', describeShape(editor.scene, id));
    item.setAttribute('aria-level', String(level));
    item.setAttribute('aria-posinset', String(place));
    item.setAttribute('aria-setsize', String(siblings));
    item.setAttribute('aria-selected', String(editor.selection.includes(id)));
    return item;
  };

  const arrange = () => {
    const started = performance.now();
    order = readingOrder(editor);
    places = treePlaces(editor.scene, order);
    entered = editor.entered;
    isStale = false;
    arrangedIn = performance.now() - started;
  };

  const show = () => {
    timer = undefined;
    const focus = editor.selection.at(-1);
    if (entered !== editor.entered || (isStale && focus !== undefined && !order.includes(focus))) arrange();
    const at = Math.max(0, focus === undefined ? 0 : order.indexOf(focus));
    const from = Math.max(0, at - around);
    const shown = order.slice(from, at + around + 1).filter((id) => editor.scene.get(id));
    tree.replaceChildren(...shown.map(itemOf));
    if (focus !== undefined && shown.includes(focus)) host.setAttribute('aria-activedescendant', `${prefix}${focus}`);
    else host.removeAttribute('aria-activedescendant');
    if (unsaid) voice.textContent = unsaid;
    unsaid = '';
    if (isStale) arranging = setTimeout(rearrange, patience * arrangedIn);
  };

  const rearrange = () => {
    arrange();
    show();
  };

  const soon = () => {
    clearTimeout(timer);
    clearTimeout(arranging);
    timer = setTimeout(show, restMs);
  };

  const stops = [
    announceActs(editor),
    editor.subscribe((what) => {
      if (what === 'announcement') unsaid = editor.announcement;
      else if (what === 'document') isStale = true;
      else if (what !== 'selection') return;
      soon();
    }),
  ];
  rearrange();
  return {
    destroy() {
      clearTimeout(timer);
      clearTimeout(arranging);
      for (const stop of stops) stop();
      tree.remove();
      voice.remove();
    },
  };
}
