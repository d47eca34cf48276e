import { expect, it } from 'vitest';
import { readingOrder } from './reading-order.ts';

it('reads rows from the top and each from the left, though they are not quite straight', () => {
  const item = (name: string, x: number, y: number) => ({ name, box: { x, y, w: 100, h: 100 } });
  const items = [item('4', 200, 210), item('2', 200, -20), item('1', 0, 0), item('3', 0, 200)];
  expect(readingOrder(items).map(({ name }) => name)).toEqual(['1', '2', '3', '4']);
});
