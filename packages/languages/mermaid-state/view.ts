import type { TextMeasurer } from '@autograph/geometry';
import type { Direction, LayoutGraph } from '@autograph/layout';
import { type NodeShape, nodeSize } from '@autograph/shapes/node/node-shape.ts';
import { layoutState, type StateShape } from '@autograph/shapes/state-compartments.ts';
import { labelText } from '../mermaid/label.ts';
import { asWritten } from '../mermaid/source.ts';
import { styleProperties } from '../mermaid/style-properties.ts';
import { type Note, type State, type StateKind, type StateModel, stateLabel } from './model.ts';

type Size = Pick<LayoutGraph['nodes'][number], 'w' | 'h'>;
type Look<S> = Omit<Partial<S>, 'type'>;

/** What is drawn of a state that is no composite one, in the shape that it has. */
export type StateLook = ({ readonly type: 'simple-state' } & Look<StateShape>) | ({ readonly type: 'node' } & Look<NodeShape>);

/** The notation of UML for what is no real state. */
const outlines: Readonly<Record<Exclude<StateKind, 'state' | 'divider'>, string>> = {
  start: 'f-circ',
  end: 'fr-circ',
  choice: 'diam',
  fork: 'fork',
  join: 'fork',
};

/** The outlines that states can have; those of starts and ends go by their transitions. */
export const stateOutlines: ReadonlySet<string> = new Set(['rounded', outlines.choice, outlines.fork]);

/** px */
const diamond = { w: 30, h: 30 };
const bar = { thickness: 8, least: 70, perTransition: 44 };

export function stateLook(state: State, model: StateModel): StateLook {
  const { kind } = state;
  const styles = ownStyles(state, model);
  if (kind === 'choice') return { type: 'node', outline: outlines.choice, fill: 'yellow', stroke: 'yellow', ...styles };
  if (kind !== 'state' && kind !== 'divider') return { type: 'node', outline: outlines[kind], stroke: 'black', ...inked(styles) };
  return { type: 'simple-state', ...stateTexts(state), fill: 'blue', stroke: 'blue', ...styles };
}

/** What is filled with its ink shows a fill as its ink. */
function inked({ fill, stroke, ...styles }: Look<NodeShape>): Look<NodeShape> {
  const ink = fill === undefined || fill === 'none' ? stroke : fill;
  return { ...styles, ...(ink !== undefined && { stroke: ink }) };
}

export function ownStyles({ classes, styles }: State, { classDefs }: StateModel) {
  return styleProperties([...classes.flatMap((name) => classDefs.get(name) ?? []), ...styles].map(asWritten));
}

function stateTexts(state: State): Pick<StateShape, 'text' | 'text_spans' | 'details'> {
  const text = labelText(stateLabel(state));
  const details = state.descriptions.slice(1).map((description) => labelText(description.text));
  const link = state.link !== undefined && /^(?:https?:\/\/|mailto:)/i.test(state.link) ? state.link : undefined;
  return {
    text,
    ...(link !== undefined && text !== '' && { text_spans: [{ from: 0, to: text.length, link }] }),
    ...(details.length > 0 && { details }),
  };
}

/** px; a bar lies across the way that its transitions run. */
export function stateSize(state: State, model: StateModel, flow: Direction, measure: TextMeasurer): Size {
  const { kind, id } = state;
  if (kind === 'choice') return diamond;
  if (kind === 'fork' || kind === 'join') {
    const ways = [model.transitions.filter(({ from }) => from === id), model.transitions.filter(({ to }) => to === id)];
    const most = Math.max(...ways.map(({ length }) => length));
    const length = Math.max(bar.least, most * bar.perTransition);
    return flow === 'LR' || flow === 'RL' ? { w: bar.thickness, h: length } : { w: length, h: bar.thickness };
  }
  const look = stateLook(state, model);
  if (look.type === 'node') return nodeSize(look, measure);
  const { w, h } = layoutState(look, measure);
  return { w, h };
}

export function noteLook({ text }: Note): Look<NodeShape> {
  return { text: labelText(text), outline: 'note', markdown: true, fill: 'yellow', stroke: 'yellow', stroke_width: 1, font_size: 13 };
}

/** A composite state's own styles come over the colours that all have. */
export function compositeLook(state: State, model: StateModel) {
  return { text: labelText(stateLabel(state)), stroke: 'grey' as const, ...ownStyles(state, model) };
}
