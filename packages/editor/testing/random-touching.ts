import type { InputEvent } from '../input.ts';
import { rulerSize } from '../rulers.ts';
import { type Act, draggedBy, type Hand, type Point, randomKeys } from './hand.ts';

type PointerKind = 'pointer_down' | 'pointer_move' | 'pointer_up';
type Device = Extract<InputEvent, { kind: PointerKind }>['pointer_type'];

const finger = 11;
const pen = 21;
const palm = 31;

/** What is told of a finger or a pen. */
function touched(hand: Hand, kind: PointerKind, [x, y]: Point, pointer_id: number, pointer_type: Device, pressure = 0.5): void {
  const modifiers = { shift: false, alt: false, mod: false };
  hand.driver.input({ kind, at: { x, y }, pointer_id, pointer_type, button: 0, pressure, modifiers });
}

/** A way of a few points. */
function way(hand: Hand, points: number): Point[] {
  return Array.from({ length: points }, () => hand.point());
}

/** Around some shapes or through them: with its tool, or with Alt from the board. */
function lassoed(hand: Hand): string {
  const { driver, editor } = hand;
  const byTool = hand.chance(0.6);
  editor.setTool(byTool ? 'lasso' : 'select');
  const [from = hand.point(), ...rest] = way(hand, 3 + hand.number(6));
  driver
    .hold({ shift: hand.chance(0.3), alt: !byTool })
    .move(from)
    .down(from);
  for (const [i, at] of rest.entries()) {
    driver.move(at);
    if (i === 1) hand.meanwhile();
  }
  const givenUp = hand.chance(0.1);
  if (givenUp) driver.press('Escape');
  driver.up().release();
  return `lasso ${byTool ? 'tool' : 'by Alt'} through ${rest.length + 1} points${givenUp ? ', given up' : ''}`;
}

/** A finger that draws, drags or taps. */
function fingered(hand: Hand): string {
  const [from = hand.point(), ...rest] = way(hand, 1 + hand.number(3));
  touched(hand, 'pointer_down', from, finger, 'touch');
  for (const at of rest) {
    touched(hand, 'pointer_move', at, finger, 'touch');
    hand.meanwhile();
  }
  touched(hand, 'pointer_up', rest.at(-1) ?? from, finger, 'touch');
  return `finger ${from.map(Math.round)} with ${hand.editor.tool}, ${rest.length} moves`;
}

/** Two fingers, the first of which may have begun something: they move the board, magnify it, or both. */
function navigated(hand: Hand, scales: readonly number[]): string {
  const { driver } = hand;
  const from = hand.point();
  touched(hand, 'pointer_down', from, finger, 'touch');
  const begun = hand.chance(0.4);
  if (begun) touched(hand, 'pointer_move', hand.point(), finger, 'touch');
  hand.meanwhile();
  for (const pointer_id of [finger, finger + 1]) driver.input({ kind: 'pointer_cancel', pointer_id });
  for (const scale of scales) {
    const [x, y] = hand.point();
    driver.input({ kind: 'pinch', at: { x, y }, scale, pan: { x: hand.number(120) - 60, y: hand.number(120) - 60 } });
    hand.meanwhile();
  }
  if (hand.chance(0.3)) hand.editor.setCamera({ x: 0, y: 0, zoom: 1 });
  return `two fingers ${scales.map((scale) => scale.toFixed(2)).join(' ')}${begun ? ' after a drag' : ''}`;
}

function pinched(hand: Hand): string {
  return navigated(
    hand,
    Array.from({ length: 3 }, () => hand.pick([0.01, 0.5, 0.9, 1.1, 2, 50]) ?? 1),
  );
}

function pannedByTwo(hand: Hand): string {
  return navigated(hand, [1, 1, 1]);
}

/** A pen with more and less pressure, beside which a hand may rest; also while another pointer is down. */
function penned(hand: Hand): string {
  const { editor } = hand;
  const kind = hand.pick([...editor.definitions].filter(({ tool }) => tool?.gesture === 'freehand'));
  if (kind && hand.chance(0.8)) editor.setTool(kind.type);
  const tool = editor.tool;
  const [from = hand.point(), ...rest] = way(hand, 1 + hand.number(8));
  touched(hand, 'pointer_down', from, pen, 'pen', hand.number(2));
  const resting = hand.chance(0.3);
  if (resting) touched(hand, 'pointer_down', hand.point(), palm, 'touch');
  for (const [i, at] of rest.entries()) {
    touched(hand, 'pointer_move', at, pen, 'pen', hand.number(5) / 4);
    if (resting) touched(hand, 'pointer_move', hand.point(), palm, 'touch');
    if (i % 3 === 1) hand.meanwhile();
  }
  if (resting) touched(hand, 'pointer_up', hand.point(), palm, 'touch');
  if (hand.chance(0.1)) hand.driver.input({ kind: 'pointer_cancel', pointer_id: pen });
  else touched(hand, 'pointer_up', rest.at(-1) ?? from, pen, 'pen', 0);
  return `pen with ${tool}, ${rest.length} moves${resting ? ', a hand beside it' : ''}`;
}

/** Rulers that come and go. */
function ruled({ editor }: Hand): string {
  editor.commitText();
  editor.cancelGesture();
  editor.changeSettings({ rulers: !editor.settings.rulers });
  return `rulers ${editor.settings.rulers}`;
}

/** Out of a ruler, onto the board or back; without rulers it is a drag at the edge. */
function guidePulled(hand: Hand): string {
  const { editor } = hand;
  if (hand.chance(0.7)) editor.changeSettings({ rulers: true });
  const along = rulerSize + hand.number(500);
  const from: Point = hand.chance(0.5) ? [along, hand.number(rulerSize)] : [hand.number(rulerSize), along];
  return `out of a ruler ${draggedBy(hand, from, hand.chance(0.85) ? hand.point() : [5, 5])}`;
}

/** A guide that there is: moved, taken back onto its ruler, or pressed and deleted. */
function guideHeld(hand: Hand): string {
  const { driver, editor } = hand;
  const guide = hand.pick(editor.board.guides ?? []);
  if (!guide) return guidePulled(hand);
  const across = hand.number(500);
  const on = editor.toView({ x: guide.at, y: guide.at })[guide.axis];
  const from: Point = guide.axis === 'x' ? [on, across] : [across, on];
  editor.setTool('select');
  if (hand.chance(0.5)) {
    const to: Point = hand.chance(0.7) ? hand.point() : [5, 5];
    return `guide ${guide.id} ${draggedBy(hand, from, to, randomKeys(hand))}`;
  }
  driver.click(from);
  hand.meanwhile();
  driver.press('Delete');
  return `delete what is at guide ${guide.id}`;
}

/** With fingers, a pen, a lasso and guides. */
export const touchingActs: readonly Act[] = [
  lassoed,
  lassoed,
  fingered,
  fingered,
  pinched,
  pannedByTwo,
  penned,
  penned,
  ruled,
  guidePulled,
  guidePulled,
  guideHeld,
  guideHeld,
];
