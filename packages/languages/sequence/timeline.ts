import type { Box, TextMeasurer } from '@autograph/geometry';
import { connectorLabelExtent } from '@autograph/shapes/connector-label.ts';
import { fragmentTab, guardStyle, tabWidth } from '@autograph/shapes/fragment-tab.ts';
import { type Activations, activations } from './activations.ts';
import { type Column, loopReach } from './columns.ts';
import { createExtents } from './extents.ts';
import type { SequenceEvent, SequenceModel } from './model.ts';
import { noteSize } from './note-size.ts';

export interface PlacedMessage {
  readonly event: Extract<SequenceEvent, { kind: 'message' }>;
  readonly y: number;
  /** px from the lifeline at which the arrow begins and ends: the edge of an activation bar. */
  readonly startX: number;
  readonly endX: number;
  /** Lower end of a message to oneself; `y` for others. */
  readonly endY: number;
  readonly number?: number;
}

export interface PlacedFragment {
  readonly event: Extract<SequenceEvent, { kind: 'start' }>;
  readonly box: Box;
  readonly sections: readonly { readonly y: number; readonly text: string }[];
}

export interface PlacedNote {
  readonly event: Extract<SequenceEvent, { kind: 'note' }>;
  readonly box: Box;
}

export interface PlacedActivation {
  readonly participant: string;
  readonly box: Box;
}

/** What happens, from top to bottom; px in the coordinates of the columns, with `top` where the lifelines begin. */
export interface Timeline {
  readonly messages: readonly PlacedMessage[];
  readonly notes: readonly PlacedNote[];
  readonly fragments: readonly PlacedFragment[];
  readonly activations: readonly PlacedActivation[];
  /** Where created participants' heads begin, and destroyed ones' lines end. */
  readonly created: ReadonlyMap<string, number>;
  readonly destroyed: ReadonlyMap<string, number>;
  readonly bottom: number;
}

const gap = { message: 18, note: 12, fragment: 14 } as const;
/** Height of the bend of a message to oneself, px. */
const bend = 26;

/** Gives every event its height: deterministic, in one pass, with nothing overlapping. */
export function layoutTimeline(model: SequenceModel, columns: ReadonlyMap<string, Column>, top: number, measure: TextMeasurer): Timeline {
  const messages: PlacedMessage[] = [];
  const notes: PlacedNote[] = [];
  const fragments: PlacedFragment[] = [];
  const open: { event: PlacedFragment['event']; top: number; sections: { y: number; text: string }[] }[] = [];
  const created = new Map<string, number>();
  const destroyed = new Map<string, number>();
  const bars: Activations = activations(columns);
  const extents = createExtents(columns);
  let numbering: { next: number; step: number } | undefined;
  let lastNumber = 0;
  let y = top + 12;
  let lineY = y;

  const message = (event: PlacedMessage['event'], following: readonly SequenceEvent[]) => {
    const [from, to] = [columns.get(event.from), columns.get(event.to)];
    if (!from || !to) return;
    const label = connectorLabelExtent({ text: model.words(event.text) }, measure);
    const self = event.from === event.to;
    const height = self ? Math.max(bend, label.h) : 0;
    if (event.creates) y = Math.max(y + label.h + 6, y + to.h / 2 + 4);
    else y += self ? Math.max(10, (label.h - bend) / 2) : label.h + 6;
    lineY = y;
    const side = self ? 1 : Math.sign(to.centre - from.centre) || 1;
    const startX = from.centre + side * bars.reach(event.from, side, []);
    const endX = to.centre - (self ? -1 : side) * bars.reach(event.to, self ? 1 : -side, following);
    messages.push({ event, y, startX, endX, endY: self ? y + bend : y, ...(numbering && { number: numbering.next }) });
    if (numbering) {
      lastNumber = numbering.next;
      numbering.next = Math.round((numbering.next + numbering.step) * 100) / 100;
    }
    const right = self ? startX + loopReach + label.w : Math.max(startX, endX);
    const middle = (startX + endX) / 2;
    extents.add(
      self ? Math.min(startX, endX) : Math.min(startX, endX, middle - label.w / 2),
      self ? right : Math.max(right, middle + label.w / 2),
    );
    if (event.creates) {
      created.set(event.to, y - to.h / 2);
      extents.add(to.centre - to.w / 2, to.centre + to.w / 2);
      y += to.h / 2;
    }
    if (event.destroys) {
      destroyed.set(event.destroys, y + height);
      y += 8;
    }
    y += height + gap.message;
  };

  const note = (event: PlacedNote['event']) => {
    const centres = event.over.map((id) => columns.get(id)?.centre ?? 0);
    const [left, right] = [Math.min(...centres), Math.max(...centres)];
    const size = noteSize(model.words(event.text), measure);
    const w = event.placement === 'over' && left !== right ? Math.max(size.w, right - left + 60) : size.w;
    const x = event.placement === 'left' ? left - w - 12 : event.placement === 'right' ? left + 12 : (left + right) / 2 - w / 2;
    const box = { x, y, w, h: size.h };
    notes.push({ event, box });
    extents.add(x, x + w);
    lineY = y + size.h;
    y += size.h + gap.note;
  };

  const step = (event: SequenceEvent, following: readonly SequenceEvent[]) => {
    switch (event.kind) {
      case 'message':
        return message(event, following);
      case 'note':
        return note(event);
      case 'activate':
        return bars.start(event.participant, lineY);
      case 'deactivate':
        lineY = Math.max(lineY, bars.earliestEnd(event.participant));
        y = Math.max(y, lineY + 12);
        return bars.end(event.participant, lineY);
      case 'autonumber':
        numbering = event.visible ? { next: event.start ?? lastNumber + 1, step: event.step ?? 1 } : undefined;
        return undefined;
      case 'start':
        open.push({ event, top: y, sections: [] });
        extents.open();
        y += event.block === 'rect' ? 10 : fragmentTab.h + 6;
        lineY = y;
        return undefined;
      case 'section': {
        const within = open.at(-1);
        within?.sections.push({ y: y - within.top, text: model.words(event.text) });
        y += measure.lineHeight(guardStyle) + 8;
        lineY = y;
        return undefined;
      }
      case 'end': {
        const ended = open.pop();
        if (!ended) return undefined;
        const title =
          ended.event.block === 'rect'
            ? 0
            : tabWidth(keywordOf(ended.event.block), measure) + measure.width(model.words(ended.event.text), guardStyle) + 24;
        const { left, right } = extents.close(title);
        fragments.push({ event: ended.event, box: { x: left, y: ended.top, w: right - left, h: y - ended.top }, sections: ended.sections });
        y += gap.fragment;
        lineY = Math.max(lineY, ended.top);
        return undefined;
      }
    }
  };

  for (const [at, event] of model.events.entries()) step(event, model.events.slice(at + 1, at + 4));
  const bottom = y + 6;
  return { messages, notes, fragments, activations: bars.all(bottom), created, destroyed, bottom };
}

export function keywordOf(block: string): string {
  return block === 'par_over' ? 'par' : block;
}
