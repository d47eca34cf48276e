import type { Column } from './columns.ts';
import type { SequenceEvent } from './model.ts';
import type { PlacedActivation } from './timeline.ts';

/** Width of a bar, and how far a nested one is set off to the right, px. */
const bar = { w: 10, step: 5 } as const;
/** A bar is at least this tall, px. */
const least = 14;
/** Arrows end this far from a bare lifeline, px. */
const bare = 1.5;

/** The activation bars of a diagram while its events are placed. */
export interface Activations {
  start(participant: string, y: number): void;
  end(participant: string, y: number): void;
  /** The least height at which the participant's innermost bar may end. */
  earliestEnd(participant: string): number;
  /** From the lifeline to the edge of its bars on one side (1 right, -1 left), counting a bar that the events right after start. */
  reach(participant: string, side: number, following: readonly SequenceEvent[]): number;
  /** Every bar; those that nothing ended reach to the bottom. */
  all(bottom: number): readonly PlacedActivation[];
}

export function activations(columns: ReadonlyMap<string, Column>): Activations {
  const open = new Map<string, number[]>();
  const done: PlacedActivation[] = [];
  const startsOf = (participant: string) => open.get(participant) ?? [];
  const finish = (participant: string, top: number, depth: number, y: number) => {
    const centre = columns.get(participant)?.centre ?? 0;
    done.push({ participant, box: { x: centre - bar.w / 2 + depth * bar.step, y: top, w: bar.w, h: Math.max(least, y - top) } });
  };
  return {
    start: (participant, y) => void open.set(participant, [...startsOf(participant), y]),
    end(participant, y) {
      const starts = startsOf(participant);
      const top = starts.at(-1);
      if (top === undefined) return;
      open.set(participant, starts.slice(0, -1));
      finish(participant, top, starts.length - 1, y);
    },
    earliestEnd: (participant) => (startsOf(participant).at(-1) ?? Number.NEGATIVE_INFINITY) + least,
    reach(participant, side, following) {
      let depth = startsOf(participant).length;
      for (const event of following) {
        if (event.kind === 'activate' && event.participant === participant) depth += 1;
        else if (event.kind !== 'activate') break;
      }
      if (depth === 0) return bare;
      return bar.w / 2 + (side > 0 ? (depth - 1) * bar.step : 0) + 0.5;
    },
    all(bottom) {
      for (const [participant, starts] of open) for (const [depth, top] of starts.entries()) finish(participant, top, depth, bottom);
      open.clear();
      return done.sort((a, b) => a.box.x - b.box.x);
    },
  };
}
