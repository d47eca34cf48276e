import type { Act, Hand } from './hand.ts';

const words = ['', 'Hello', 'zwei\nZeilen', '🙂 e\u0301', 'a long label that has to be broken into several lines', ' '];

function begin(hand: Hand): void {
  const { editor } = hand;
  editor.cancelGesture();
  const shape = hand.pick([...editor.scene.descendants(null)]);
  if (shape && hand.chance(0.8)) editor.startEditing(shape.id);
  else hand.driver.doubleClick([20 + hand.number(760), 20 + hand.number(560)]);
}

/** Types in place, marks, links and takes back some of it; ends by a click elsewhere, Escape, another tool, or not at all. */
function typed(hand: Hand): string {
  const { editor, driver, pick, number } = hand;
  begin(hand);
  const text = editor.textEditing;
  for (let i = number(4); i >= 0; i--) {
    const length = editor.editing?.text.length ?? 0;
    const [a, b] = [number(length + 1), number(length + 1)];
    const [from, to] = [Math.min(a, b), Math.max(a, b)];
    const step = number(7);
    if (step < 2) editor.changeText(pick(words) ?? '');
    else if (step === 2) text.replace(from, to, pick(words) ?? '');
    else if (step === 3) {
      text.select({ from, to });
      text.toggle(pick(['bold', 'italic', 'code'] as const) ?? 'bold');
    } else if (step === 4) text.setLink(pick(['https://example.org', null]) ?? null);
    else if (step === 5) editor.storeText();
    else if (hand.chance(0.5)) text.undo();
    else text.redo();
    hand.meanwhile();
  }
  const end = pick(['Escape', 'click', 'cancel', 'tool', 'later']);
  if (end === 'Escape') driver.press('Escape');
  else if (end === 'click') driver.click(hand.point());
  else if (end === 'cancel') editor.cancelEditing();
  else if (end === 'tool') editor.setTool('select');
  return `type, ${end}`;
}

/** Another text for a diagram as code: whole, broken, or with parts gone. */
function coded(hand: Hand): string {
  const { editor, pick, number } = hand;
  const block = pick([...editor.document.blocks.values()]);
  if (!block) return 'no code';
  const lines = block.source.split('\n');
  const at = 1 + number(lines.length);
  const line = pick(['!', '%%% broken ((', 'c', 'c=Third', 'a->c', ...lines.slice(1)]) ?? '';
  const next = hand.chance(0.5) ? lines.toSpliced(at, 1) : lines.toSpliced(at, 0, line);
  editor.setBlockSource(block.id, next.join('\n'));
  if (hand.chance(0.7)) laidOut(hand);
  return `code ${block.id}: ${JSON.stringify(next.join('\n'))}`;
}

/** Says where the new parts of a diagram as code are, as its layout does. */
export function laidOut({ editor, number }: Hand): string {
  for (const block of editor.document.blocks.values()) {
    const missing = editor.derivation(block.id)?.unplaced ?? [];
    const placed = missing.map((id, i) => [id, { x: 20 + number(200), y: 40 + i * 60, w: 100, h: 50 }]);
    if (placed.length > 0)
      editor.document.apply({ blocks: [[block.id, { ...block, layout: { ...block.layout, ...Object.fromEntries(placed) } }]] }, 'layout');
  }
  return 'layout';
}

/** With words. */
export const textActs: readonly Act[] = [typed, typed, typed, coded, coded, laidOut];
