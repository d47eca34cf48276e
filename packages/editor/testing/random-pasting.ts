import { insertShape } from '../insert-shape.ts';
import type { Act, Hand } from './hand.ts';
import { laidOut } from './random-text.ts';

/** Texts that become something else than a text when they are pasted. */
const foreign = [
  'plain words',
  'https://example.org/page',
  'name\tcount\nred\t1\ngreen\t2',
  '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><rect width="40" height="30"/></svg>',
  'test\na\nb=Box\na->b\n',
  'flowchart TB\n  a[One] --> b[Two]\n  subgraph s\n    c\n  end\n',
];

function pastedForeign(hand: Hand): string {
  const text = hand.pick(foreign) ?? '';
  hand.editor.paste(text, hand.chance(0.5) ? hand.editor.toPage({ x: hand.number(800), y: hand.number(600) }) : undefined);
  if (hand.chance(0.7)) laidOut(hand);
  return `paste ${JSON.stringify(text)}`;
}

function copied(hand: Hand): string {
  const { editor } = hand;
  editor.cancelGesture();
  const text = editor.copy();
  const cuts = hand.chance(0.3);
  if (cuts) editor.run('delete');
  hand.meanwhile();
  editor.paste(text);
  return cuts ? 'cut and paste' : 'copy and paste';
}

/** A shape from the library, put where there is room or where it is dropped; lines are drawn instead. */
function inserted(hand: Hand): string {
  const { editor } = hand;
  const kind = hand.pick([...editor.definitions].filter(({ tool }) => tool?.gesture !== 'line' && tool?.gesture !== 'freehand'));
  if (!kind) return 'no kind';
  const preset = hand.pick(kind.presets ?? [])?.props ?? {};
  insertShape(editor, kind.type, preset, hand.chance(0.5) ? editor.toPage({ x: hand.number(800), y: hand.number(600) }) : undefined);
  return `insert ${kind.type}`;
}

/** With the clipboard and the library. */
export const pastingActs: readonly Act[] = [copied, copied, inserted, pastedForeign];
