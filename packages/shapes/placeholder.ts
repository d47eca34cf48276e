import { type Placeholder, PlaceholderRecord, placeholderType } from '@autograph/document';
import type { DrawContext, ShapeDefinition } from '@autograph/editor';
import { expandBox, roundedRectanglePath } from '@autograph/geometry';
import type { DisplayList, DrawItem } from '@autograph/render';
import { drawLabel } from './label.ts';
import { localBox } from './outlines.ts';

/** Below this there is no room for words, px. */
const leastForWords = { w: 80, h: 40 } as const;

const unknownKind = 'Unknown shape';

function words(shape: Placeholder, { theme, measure, scene }: DrawContext): readonly DrawItem[] {
  const box = localBox(shape);
  const inner = expandBox(box, -10);
  const roomy = shape.w >= leastForWords.w && shape.h >= leastForWords.h;
  const title = roomy ? (shape.kind ?? unknownKind) : '?';
  const text = roomy && shape.problem !== undefined ? `${title}\n${shape.problem}` : title;
  const said = { ...shape, text, text_spans: [{ from: 0, to: title.length, bold: true }], font_size: 12, text_color: 'grey' } as const;
  const items = drawLabel(said, roomy ? inner : box, { theme, measure, scene });
  return [{ kind: 'group', clip: roundedRectanglePath(box, 6), items }];
}

function draw(shape: Placeholder, context: DrawContext): DisplayList {
  const { theme } = context;
  const path = roundedRectanglePath(localBox(shape), 6);
  const stroke = { paint: theme.stroke('grey'), width: 1.5, dash: [5, 4] };
  return [{ kind: 'path', path, fill: theme.fill('grey', 'soft'), stroke }, ...words(shape, context)];
}

/** What stands in place of something stored that cannot be shown: it says what and why, can be moved and deleted, and keeps all of it. */
export const placeholder: ShapeDefinition<Placeholder> = {
  type: placeholderType,
  label: 'Placeholder',
  schema: PlaceholderRecord,
  defaults: { w: 184, h: 88, kept: 'null' },
  resizable: false,
  rotatable: false,
  bindable: true,
  container: false,
  fields: [],
  outline: (shape) => roundedRectanglePath(localBox(shape), 6),
  draw,
  filled: () => true,
  spoken: ({ kind = unknownKind, problem }) =>
    problem === undefined ? kind : `${kind} that cannot be shown: ${problem.replace(/\.$/, '')}`,
};
