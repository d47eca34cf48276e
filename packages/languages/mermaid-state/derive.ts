import { type Block, keysBetween } from '@autograph/document';
import type { Derivation } from '@autograph/editor';
import type { Box, TextMeasurer } from '@autograph/geometry';
import { type Connector, connector, derivedBase, placeIn } from '../connector.ts';
import type { Range } from '../mermaid/cursor.ts';
import { labelText } from '../mermaid/label.ts';
import { placedBoxes } from '../placed-boxes.ts';
import { type TitleSide, titleSides } from '../title-side.ts';
import { dividersBetween } from './dividers.ts';
import { stateGraph, ties, titleSize } from './graph.ts';
import type { StateModel, Transition } from './model.ts';
import { type Holder, structureOf } from './structure.ts';
import { compositeLook, noteLook, stateLook } from './view.ts';

/** From the top of a composite state to where its regions begin, px. */
const barHeight = 32;

type Drawn = Connector;

/** Composite states outermost first, then states, notes and transitions, as far as they are placed. */
export function deriveState(model: StateModel, block: Block, measure: TextMeasurer): Pick<Derivation, 'shapes' | 'unplaced' | 'ranges'> {
  const graph = stateGraph(model, measure);
  const boxes = placedBoxes(graph, block.layout);
  const { holders, leaves, parent } = structureOf(model);
  const titleSide = titleSides(model.transitions.flatMap(({ id }) => block.layout[id] ?? []));
  const regions = new Map(model.regions.map(({ id, composite }) => [id, composite]));
  const shownIn = (id: string): string | undefined => {
    const outer = parent(id);
    return regions.get(outer ?? '') ?? outer;
  };
  const placed = (id: string, look: (box: Box) => Omit<Partial<Drawn>, 'type'> & { readonly type: string }): readonly Drawn[] => {
    const box = boxes.get(id);
    return box ? [{ ...look(box), ...derivedBase(block, id), ...placeIn(block, box, shownIn(id), boxes) }] : [];
  };
  const shown = holders.filter(({ region }) => !region);
  const shapes: readonly Drawn[] = [
    ...shown.flatMap((holder) => placed(holder.id, (box) => holderLook(holder, box, { model, boxes, measure, titleSide }))),
    ...leaves.flatMap((state) => placed(state.id, () => stateLook(state, model))),
    ...model.notes.flatMap((note) => placed(note.id, () => ({ type: 'node', ...noteLook(note) }))),
    ...ties(model).flatMap((tie) => connector({ ...tie, look: { stroke_style: 'dashed' } }, block, boxes)),
    ...model.transitions.flatMap((transition) =>
      connector({ id: transition.id, from: transition.from, to: transition.to, look: transitionLook(transition, model) }, block, boxes),
    ),
  ];
  const keys = keysBetween(null, null, shapes.length);
  const named = [...graph.nodes, ...graph.groups, ...graph.edges].map(({ id }) => id);
  return {
    shapes: shapes.map((shape, at) => ({ ...shape, index: keys[at] ?? 'a0' })),
    unplaced: named.filter((id) => !block.layout[id]),
    ranges: rangesOf(model),
  };
}

interface Scene {
  readonly model: StateModel;
  readonly boxes: ReadonlyMap<string, Box>;
  readonly measure: TextMeasurer;
  readonly titleSide: TitleSide;
}

function holderLook({ id, text, state }: Holder, box: Box, { model, boxes, measure, titleSide }: Scene) {
  const text_align = titleSide(box, titleSize(text, measure));
  const aligned = text_align ? { text_align } : {};
  if (!state) return { type: 'frame', text, stroke: 'grey' as const, ...aligned };
  const parts = model.regions.flatMap(({ id: region, composite }) => (composite === id ? (boxes.get(region) ?? []) : []));
  const dividers = dividersBetween(parts, box, barHeight);
  return { type: 'composite-state', ...aligned, ...compositeLook(state, model), ...(dividers.length > 0 && { dividers }) };
}

function transitionLook({ from, to, label }: Transition, { direction }: StateModel): Partial<Drawn> {
  // Where no way was found for it, a loop leads around a corner, above which there is room.
  const loops = from === to && label !== '' && (direction === 'TB' || direction === 'BT');
  return { end_head: 'arrow', ...(loops && { label_side: 'above' }), ...(label !== '' && { text: labelText(label) }) };
}

function rangesOf(model: StateModel): ReadonlyMap<string, Range> {
  const ranges = new Map<string, Range>();
  const add = (id: string, range: Range | undefined) => range && ranges.set(id, { from: range.from, to: range.to });
  for (const { id, uses, descriptions } of model.states) {
    const own = uses.find(({ statement }) => statement.kind === 'state')?.statement;
    add(id, descriptions[0]?.statement ?? own ?? uses[0]?.mention);
  }
  for (const { id, statement } of [...model.notes, ...model.transitions]) add(id, statement);
  return ranges;
}
