import { type Block, keysBetween } from '@autograph/document';
import type { Derivation } from '@autograph/editor';
import type { TextMeasurer } from '@autograph/geometry';
import type { SequenceModel } from './model.ts';
import { rangesOf } from './ranges.ts';
import {
  activationShape,
  boxShape,
  fragmentShape,
  type LooseShape,
  lifelineShape,
  messageShapes,
  noteShape,
  titleShape,
} from './shapes.ts';
import { layoutStage } from './stage.ts';

/** Lifelines, messages, notes and fragments, placed by the text's order alone, but for participants that a person moved sideways. */
export function deriveSequence(
  model: SequenceModel,
  block: Block,
  measure: TextMeasurer,
): Pick<Derivation, 'shapes' | 'unplaced' | 'ranges'> {
  const stage = layoutStage(model, block, measure);
  const { timeline } = stage;
  // Blocks are listed as they end: what is around them paints first.
  const fragments = timeline.fragments.toReversed();
  const shapes: LooseShape[] = [
    ...model.boxes.flatMap((box) => boxShape(box, stage)),
    ...fragments.filter(({ event }) => event.block === 'rect').map((fragment) => fragmentShape(fragment, stage)),
    ...model.participants.map((participant) => lifelineShape(participant, stage)),
    ...timeline.activations.map((activation, at) => activationShape(activation, at, stage)),
    // Above the bars, which would cover their keywords and guards.
    ...fragments.filter(({ event }) => event.block !== 'rect').map((fragment) => fragmentShape(fragment, stage)),
    ...timeline.notes.map((note) => noteShape(note, stage)),
    ...timeline.messages.flatMap((message) => messageShapes(message, stage)),
    ...(model.title ? [titleShape(model.title, stage)] : []),
  ];
  const keys = keysBetween(null, null, shapes.length);
  return { shapes: shapes.map((shape, at) => ({ ...shape, index: keys[at] ?? 'a0' })), unplaced: [], ranges: rangesOf(model) };
}
