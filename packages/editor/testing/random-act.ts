import type { Driver } from './driver.ts';

const tools = ['r', 'o', 'b', 'a', 'a', 'l', 'p', 'f'];
const chords = [
  'Delete',
  'mod+d',
  'mod+g',
  'mod+shift+g',
  'mod+z',
  'mod+z',
  'mod+y',
  'mod+a',
  'mod+]',
  'mod+[',
  'mod+shift+]',
  'mod+shift+[',
  'ArrowLeft',
  'shift+ArrowDown',
  'alt+a',
  'alt+shift+h',
  'mod+l',
  'mod+shift+h',
  'Tab',
  'Escape',
];

/** Does one thing that a person might do; gives its description. */
export function randomAct(driver: Driver, random: () => number): string {
  const number = (n: number) => Math.floor(random() * n);
  const point = () => [number(800), number(600)] as const;
  const keys = { shift: random() < 0.2, alt: random() < 0.1, mod: random() < 0.1 };
  const kind = number(12);
  if (kind < 3) {
    const tool = tools[number(tools.length)] ?? 'r';
    const [from, to] = [point(), point()];
    driver.press('v').press(tool).drag(from, to, keys);
    return `${tool} ${from} -> ${to}`;
  }
  if (kind < 6) {
    const [from, to] = [point(), point()];
    driver.drag(from, to, keys);
    return `drag ${from} -> ${to} ${JSON.stringify(keys)}`;
  }
  if (kind < 7) {
    const at = point();
    driver.click(at, keys);
    return `click ${at}`;
  }
  if (kind < 8) {
    const grips = driver.editor.overlay.grips;
    const grip = grips[number(grips.length)];
    if (!grip) return 'no grip';
    const at = driver.editor.toView(grip.at);
    const to = point();
    driver.drag([at.x, at.y], to, keys);
    return `${grip.kind} ${grip.id} -> ${to}`;
  }
  if (kind < 9) {
    const at = point();
    driver.doubleClick(at).type('Hello');
    if (random() < 0.5) driver.press('Escape');
    return `text at ${at}`;
  }
  if (kind < 10) {
    const text = driver.editor.copy();
    driver.editor.paste(text);
    return 'copy and paste';
  }
  const chord = chords[number(chords.length)] ?? 'Escape';
  driver.press(chord);
  return chord;
}
