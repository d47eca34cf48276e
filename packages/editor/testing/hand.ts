import type { Editor } from '../editor.ts';
import type { Driver } from './driver.ts';

export type Point = readonly [x: number, y: number];

/** Somebody at a board who does things at random. */
export interface Hand {
  readonly driver: Driver;
  readonly editor: Editor;
  /** A whole number from 0 to below `n`. */
  number(n: number): number;
  chance(share: number): boolean;
  pick<T>(from: readonly T[]): T | undefined;
  /** A point in the view: mostly on something, or at its edge. */
  point(): Point;
  /** What others do reaches this board in the middle of the act. */
  meanwhile(): void;
}

/** Does something, and says what it was. */
export type Act = (hand: Hand) => string;

const view: Point = [800, 600];

/** A hand that takes its decisions from `random`, 0 <= x < 1; `meanwhile` may happen in the middle of each act. */
export function handOf(driver: Driver, random: () => number, meanwhile: () => void = () => {}): Hand {
  const { editor } = driver;
  const number = (n: number) => Math.floor(random() * n);
  const pick = <T>(from: readonly T[]) => from[number(from.length)];
  const point = (): Point => {
    const id = random() < 0.7 ? pick([...editor.scene.descendants(null)])?.id : undefined;
    const box = id === undefined ? undefined : editor.scene.pageBounds(id);
    if (!box) return [number(view[0]), number(view[1])];
    const share = () => pick([0, 0.5, 0.5, 1, random()]) ?? 0.5;
    const { x, y } = editor.toView({ x: box.x + box.w * share(), y: box.y + box.h * share() });
    return [x, y];
  };
  return { driver, editor, number, pick, point, chance: (share) => random() < share, meanwhile };
}

/** Held keys, mostly none. */
export function randomKeys({ chance }: Hand) {
  return { shift: chance(0.15), alt: chance(0.1), mod: chance(0.1) };
}

/** A press, moves with what others do between them, and a release; now and then it is given up instead. */
export function draggedBy(hand: Hand, from: Point, to: Point, keys = randomKeys(hand)): string {
  const { driver, meanwhile } = hand;
  driver.hold(keys).move(from).down(from);
  for (let i = 1; i <= 3; i++) {
    driver.move([from[0] + ((to[0] - from[0]) * i) / 3, from[1] + ((to[1] - from[1]) * i) / 3]);
    if (i < 3) meanwhile();
  }
  const givenUp = hand.chance(0.08);
  if (givenUp) driver.press('Escape');
  driver.up().release();
  const held = Object.entries(keys).flatMap(([key, on]) => (on ? [key] : []));
  return `${from.map(Math.round)} to ${to.map(Math.round)}${held.map((key) => ` +${key}`).join('')}${givenUp ? ', given up' : ''}`;
}
