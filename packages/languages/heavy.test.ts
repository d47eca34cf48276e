import { expect, it } from 'vitest';
import { isHeavyText } from './heavy.ts';

it.each(['a->b\n', 'a-->b\n', 'a -- b\n', 'a > b\n', 'a<-b;'])(
  'a short text of hundreds of links is not for the page to lay out: %j',
  (link) => {
    expect(isHeavyText(link.repeat(20))).toBe(false);
    expect(isHeavyText(link.repeat(400))).toBe(true);
  },
);
