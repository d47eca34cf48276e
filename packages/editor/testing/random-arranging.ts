import { arrowHeads, type ShapeChange } from '@autograph/document';
import { arrangeLayers } from '../arrange-layers.ts';
import { sizeUpdates } from '../set-size.ts';
import type { Act, Hand } from './hand.ts';

/** Any command that is possible now; seldom one that changes nothing. */
function command(hand: Hand): string {
  const { editor } = hand;
  leave(hand);
  const groups = hand.chance(0.2) ? ['select', 'tools', 'text'] : ['edit', 'arrange'];
  const possible = editor.commands.filter((candidate) => groups.includes(candidate.group) && candidate.enabled(editor));
  const chosen = hand.pick(possible);
  if (chosen) editor.run(chosen.id);
  return chosen?.id ?? 'no command';
}

/** Takes hold of some shapes first, so that what follows has something to work on. */
function commandOnSome(hand: Hand): string {
  leave(hand);
  selectSome(hand);
  return command(hand);
}

/** A click on a button ends what was going on at the board. */
function leave({ editor }: Hand): void {
  editor.commitText();
  editor.cancelGesture();
}

function selectSome({ editor, pick, number }: Hand): string {
  const ids = [...editor.scene.descendants(null)].map(({ id }) => id);
  editor.select(Array.from({ length: 1 + number(3) }, () => pick(ids) ?? ''));
  return `select ${editor.selection.join(' ')}`;
}

const looks: readonly ShapeChange[] = [
  { fill: 'red', fill_style: 'hatch' },
  { stroke: 'none', opacity: 0.5 },
  { stroke_style: 'dashed', stroke_width: 8, dash_gap: 3 },
  { font_size: 40, font: 'mono' },
  { shadow: { x: 4, y: 4, blur: 8, color: 'black' } },
  { shadow: null, opacity: null, fill: null },
  { route: 'orthogonal' },
  { route: 'curved' },
  { route: 'straight', avoid: null },
  { avoid: true, route: 'orthogonal' },
  { points: null },
  { radius: 20, text_align: 'right' },
];

function styled(hand: Hand): string {
  leave(hand);
  const { editor, pick } = hand;
  if (hand.chance(0.5)) selectSome(hand);
  const heads = { start_head: pick(arrowHeads), end_head: pick(arrowHeads) };
  const change = pick([...looks, heads]) ?? heads;
  editor.updateShapes(editor.selection.map((id) => ({ id, change })));
  return `style ${JSON.stringify(change)}`;
}

/** Numbers typed into the properties panel. */
function sized(hand: Hand): string {
  leave(hand);
  const { editor, number } = hand;
  const size = { w: number(400), h: hand.chance(0.1) ? 0 : number(300) };
  editor.updateShapes(editor.selection.flatMap((id) => sizeUpdates(editor, id, size)));
  return `size ${size.w} x ${size.h}`;
}

function layered(hand: Hand): string {
  leave(hand);
  const { editor, pick } = hand;
  if (hand.chance(0.5)) selectSome(hand);
  const parent = hand.chance(0.5) ? null : (pick([...editor.scene.descendants(null)])?.id ?? null);
  const over = pick([null, ...editor.scene.children(parent).map(({ id }) => id)]) ?? null;
  arrangeLayers(editor, editor.selection, { parent, over });
  return `layers ${editor.selection.join(' ')} into ${parent} over ${over}`;
}

/** What makes, folds and takes away containers. */
function nested(hand: Hand): string {
  leave(hand);
  selectSome(hand);
  const chosen =
    hand.pick(['group', 'ungroup', 'toggle_collapsed', 'fit_frame', 'remove_frame', 'open_container', 'duplicate', 'delete']) ?? '';
  return hand.editor.run(chosen) ? chosen : `no ${chosen}`;
}

function undone({ editor, number }: Hand): string {
  const times = 1 + number(2);
  for (let i = 0; i < times; i++) editor.undo();
  return `undo ${times}`;
}

function redone({ editor, number }: Hand): string {
  const times = 1 + number(3);
  for (let i = 0; i < times; i++) editor.redo();
  return `redo ${times}`;
}

/** The board itself: its background and its guides. */
function boardChanged({ editor, pick, number }: Hand): string {
  const guides = [...(editor.board.guides ?? []).slice(number(2)), { id: editor.createId('gd'), axis: 'x' as const, at: number(800) }];
  editor.changeBoard(pick([{ background: 'grey' as const }, { background: null }, { guides }]) ?? { guides });
  return 'board';
}

/** Looking elsewhere, with another magnification. */
function looked(hand: Hand): string {
  const keys = { mod: hand.chance(0.5) };
  hand.driver.wheel(hand.point(), [hand.number(200) - 100, hand.number(200) - 100], keys);
  if (hand.chance(0.3)) hand.editor.setCamera({ x: 0, y: 0, zoom: 1 });
  return 'look elsewhere';
}

function snapping({ editor, chance }: Hand): string {
  editor.changeSettings({ snapToShapes: chance(0.5), snapToGrid: chance(0.3) });
  return 'other snapping';
}

/** With commands and panels. */
export const arrangingActs: readonly Act[] = [
  command,
  commandOnSome,
  commandOnSome,
  commandOnSome,
  nested,
  nested,
  selectSome,
  styled,
  styled,
  sized,
  layered,
  undone,
  undone,
  redone,
  boardChanged,
  looked,
  snapping,
];
