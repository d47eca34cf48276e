import { type Box, unionBoxes, type Vec } from '@autograph/geometry';
import { inRows, type Placed } from './rows.ts';

/** Between things that overlap there is no gap to go by, px. */
const fallbackGap = 24;

/** New top-left corners, px, that make a rough row, column or grid a clean one: same order, same beginning, equal gaps. */
export function tidied(things: readonly Placed[]): Map<Placed, Vec> {
  const rows = inRows(things);
  const all = unionBoxes(things.map(({ box }) => box));
  const places = new Map<Placed, Vec>();
  if (!all) return places;
  const columns = Array.from({ length: Math.max(...rows.map((row) => row.length)) }, (_, i) => rows.flatMap((row) => row[i]?.box ?? []));
  const widths = columns.map((boxes) => Math.max(...boxes.map(({ w }) => w)));
  const across = usualGap(columns.map((boxes) => span(boxes, 'x', 'w')));
  const down = usualGap(
    rows.map((row) =>
      span(
        row.map(({ box }) => box),
        'y',
        'h',
      ),
    ),
  );
  let y = all.y;
  for (const row of rows) {
    const height = Math.max(...row.map(({ box }) => box.h));
    let x = all.x;
    row.forEach((thing, i) => {
      const width = widths[i] ?? thing.box.w;
      places.set(thing, { x: x + (width - thing.box.w) / 2, y: y + (height - thing.box.h) / 2 });
      x += width + across;
    });
    y += height + down;
  }
  return places;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

function span(boxes: readonly Box[], at: 'x' | 'y', size: 'w' | 'h'): Span {
  return { from: Math.min(...boxes.map((box) => box[at])), to: Math.max(...boxes.map((box) => box[at] + box[size])) };
}

/** The middle one of the gaps between neighbours, whole px. */
function usualGap(spans: readonly Span[]): number {
  const gaps = spans.slice(1).map(({ from }, i) => from - (spans[i]?.to ?? from));
  const open = gaps.filter((gap) => gap > 0).sort((a, b) => a - b);
  return Math.round(open[open.length >> 1] ?? fallbackGap);
}
