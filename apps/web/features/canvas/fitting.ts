import { type RefObject, useLayoutEffect, useState } from 'react';

/** What a row of equal buttons takes besides them, px: the bar's padding and border, two separators, and clear space at its sides. */
const besides = 10 + 2 * 11 + 16;
const gap = 2;

/** How many of `count` buttons fit into a width, px; when not all do, one place is left for what shows the others. */
export function fittingButtons(width: number, button: number, count: number): number {
  const places = Math.max(1, Math.floor((width - besides + gap) / (button + gap)));
  return places >= count ? count : places - 1;
}

/** How many of `count` buttons fit into the place that a bar is in, now and when that changes; all before it is known. */
export function useFitting(bar: RefObject<HTMLElement | null>, count: number): number {
  const [fitting, setFitting] = useState(count);
  useLayoutEffect(() => {
    const place = bar.current?.closest('section');
    if (!place) return;
    const measure = () => {
      const within = bar.current?.offsetParent?.clientWidth ?? place.clientWidth;
      const button = bar.current?.querySelector('button')?.offsetWidth ?? 0;
      if (button > 0) setFitting(fittingButtons(within, button, count));
    };
    const sizes = new ResizeObserver(measure);
    sizes.observe(place);
    measure();
    return () => sizes.disconnect();
  }, [bar, count]);
  return fitting;
}
