import type { TextMeasurer } from '@autograph/geometry';
import type { Direction, LayoutGraph } from '@autograph/layout';
import { connectorLabelExtent } from '@autograph/shapes/connector-label.ts';
import { nodeSize } from '@autograph/shapes/node/node-shape.ts';
import { labelText } from '../mermaid/label.ts';
import { type Note, type StateModel, tieId } from './model.ts';
import { structureOf } from './structure.ts';
import { noteLook, stateSize } from './view.ts';

/** What the layouter has to place. */
export function stateGraph(model: StateModel, measure: TextMeasurer): LayoutGraph {
  const { holders, leaves, parent, flow } = structureOf(model);
  const within = (id: string) => {
    const group = parent(id);
    return group === undefined ? {} : { group };
  };
  return {
    direction: model.direction,
    nodes: [
      ...leaves.map((state) => ({ id: state.id, ...stateSize(state, model, flow(state.id), measure), ...within(state.id) })),
      ...model.notes.map((note) => ({ id: note.id, ...nodeSize(noteLook(note), measure), ...within(note.id), ...besideOf(note, flow) })),
    ],
    groups: holders.map(({ id, text, direction, region }) => ({
      id,
      label: titleSize(text, measure),
      ...(direction && { direction }),
      ...(region && { turn: model.regions.indexOf(region) }),
      ...within(id),
    })),
    edges: [
      ...model.transitions.map(({ id, from, to, label }) => {
        const room = connectorLabelExtent({ text: labelText(label) }, measure);
        return { id, from, to, ...(room.w > 0 && { label: room }) };
      }),
      ...ties(model),
    ],
  };
}

/** px */
export function titleSize(text: string, measure: TextMeasurer) {
  return { w: Math.ceil(measure.width(text, { font: 'sans', size: 14, bold: true })) + 12, h: text ? 18 : 0 };
}

/** Where transitions run sideways, what is left or right of a state stands above or below it. */
function besideOf({ about, side }: Note, flow: (id: string) => Direction): Pick<LayoutGraph['nodes'][number], 'beside'> {
  if (about === undefined || !side) return {};
  const sideways = flow(about) === 'LR' || flow(about) === 'RL';
  const turned = side === 'left' ? 'top' : 'bottom';
  return { beside: { of: about, side: sideways ? turned : side } };
}

/** What ties notes to their states, from left to right. */
export function ties({ notes }: StateModel): readonly { readonly id: string; readonly from: string; readonly to: string }[] {
  return notes.flatMap(({ id, about, side }) => {
    if (about === undefined) return [];
    return [side === 'left' ? { id: tieId(id), from: id, to: about } : { id: tieId(id), from: about, to: id }];
  });
}
