import type { Block, Shape } from '@autograph/document';
import type { Derivation } from '@autograph/editor';
import type { TextMeasurer } from '@autograph/geometry';
import { colourOf } from '../eraser/colours.ts';
import { deriveSequence } from '../sequence/derive.ts';
import type { EraserSequence } from './model.ts';

/** The sequence as all sequences are drawn, in the colours that the text gives. */
export function deriveColoured(
  model: EraserSequence,
  block: Block,
  measure: TextMeasurer,
): Pick<Derivation, 'shapes' | 'unplaced' | 'ranges'> {
  const drawn = deriveSequence(model.sequence, block, measure);
  const colours = new Map<string, Pick<Shape, 'fill' | 'stroke'>>();
  const say = (id: string, value: string | undefined) => {
    const colour = colourOf(value ?? '');
    if (colour) colours.set(id, { fill: colour, stroke: colour });
  };
  for (const { id, properties } of [...model.chart.nodes.values(), ...model.chart.groups.values()]) say(id, properties.get('color'));
  for (const [id, [group]] of model.fragments) say(id, group?.header.properties?.entries.find(({ key }) => key === 'color')?.value);
  return { ...drawn, shapes: drawn.shapes.map((shape) => ({ ...shape, ...colours.get(shape.origin?.node_id ?? '') })) };
}
