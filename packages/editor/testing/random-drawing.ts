import { type Act, draggedBy, type Hand, randomKeys } from './hand.ts';

function drawn(gesture: 'box' | 'line' | 'freehand'): Act {
  return (hand) => {
    const { editor } = hand;
    const kind = hand.pick([...editor.definitions].filter(({ tool }) => tool?.gesture === gesture));
    if (!kind) return `no ${gesture} tool`;
    editor.setTool(kind.type);
    const way = draggedBy(hand, hand.point(), hand.point());
    return `draw ${kind.type} ${way}`;
  };
}

/** From click to click, a click with Alt being a way point. */
function clickedLine(hand: Hand): string {
  const { driver, editor } = hand;
  const kind = hand.pick([...editor.definitions].filter(({ tool }) => tool?.gesture === 'line'));
  if (!kind) return 'no line tool';
  editor.setTool(kind.type);
  driver.click(hand.point()).click(hand.point(), { alt: true });
  hand.meanwhile();
  if (hand.chance(0.5)) driver.click(hand.point());
  else driver.move(hand.point()).press('Enter');
  return `${kind.type} by clicks`;
}

function dragged(hand: Hand): string {
  return `drag ${draggedBy(hand, hand.point(), hand.point())}`;
}

/** A resize or rotate grip, an arrow's end or bend, or a dot to connect from. */
function grip(hand: Hand): string {
  const { editor } = hand;
  const held = hand.pick(editor.overlay.grips);
  if (!held) return 'no grip';
  const { x, y } = editor.toView(held.at);
  if (hand.chance(0.1)) {
    hand.driver.doubleClick([x, y]);
    return `double click on grip ${held.kind} ${held.id}`;
  }
  return `grip ${held.kind} ${held.id} ${draggedBy(hand, [x, y], hand.point())}`;
}

function erased(hand: Hand): string {
  const { driver } = hand;
  driver.move(hand.point()).down(hand.point(), { button: 5 });
  hand.meanwhile();
  driver.move(hand.point()).up();
  return 'erase';
}

function clicked(hand: Hand): string {
  const at = hand.point();
  hand.driver.click(at, randomKeys(hand));
  return `click ${at.map(Math.round)}`;
}

/** Goes into a group, or begins to type. */
function doubleClicked(hand: Hand): string {
  const at = hand.point();
  hand.driver.doubleClick(at);
  return `double click ${at.map(Math.round)}`;
}

function marquee(hand: Hand): string {
  hand.editor.setTool('select');
  return `marquee ${draggedBy(hand, [790, 590], hand.point(), { shift: hand.chance(0.3), alt: hand.chance(0.2), mod: false })}`;
}

/** With what only a pointer does. */
export const drawingActs: readonly Act[] = [
  drawn('box'),
  drawn('box'),
  drawn('line'),
  drawn('line'),
  drawn('freehand'),
  clickedLine,
  dragged,
  dragged,
  dragged,
  dragged,
  grip,
  grip,
  grip,
  erased,
  clicked,
  doubleClicked,
  marquee,
];
