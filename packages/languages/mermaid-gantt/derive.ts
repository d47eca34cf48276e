import { type Block, keysBetween, type Shape } from '@autograph/document';
import type { Derivation } from '@autograph/editor';
import type { TextMeasurer } from '@autograph/geometry';
import type { Range } from '../mermaid/cursor.ts';
import { arrowShape, placeArrows, taskShapes } from './arrows.ts';
import { dependenciesOf } from './dependencies.ts';
import { layoutGantt } from './layout.ts';
import type { GanttModel } from './model.ts';
import { gridShape, sectionShape, titleShape } from './shapes.ts';

/** The axis, the sections' titles, bars, milestones, markers and the arrows of `after`, placed by their dates alone. */
export function deriveGantt(model: GanttModel, block: Block, measure: TextMeasurer): Pick<Derivation, 'shapes' | 'unplaced' | 'ranges'> {
  const layout = layoutGantt(model, measure);
  const arrows = placeArrows(model, layout.tasks);
  const shapes: Omit<Shape, 'index'>[] = [
    gridShape(model, layout, block),
    ...layout.bands.flatMap((band) => sectionShape(band, layout, block)),
    ...arrows.map((arrow) => arrowShape(arrow, block)),
    ...taskShapes(layout.tasks, arrows, block, measure),
    ...(model.title ? [titleShape(model.title, layout, block, measure)] : []),
  ];
  const keys = keysBetween(null, null, shapes.length);
  return { shapes: shapes.map((shape, at) => ({ ...shape, index: keys[at] ?? 'a0' })), unplaced: [], ranges: rangesOf(model) };
}

/** Where everything that is drawn stands in the text. */
function rangesOf(model: GanttModel): ReadonlyMap<string, Range> {
  return new Map([
    ...model.tasks.map(({ nodeId, range }) => [nodeId, range] as const),
    ...model.sections.map(({ id, range }) => [id, range] as const),
    ...dependenciesOf(model).map(({ id, written: { from, to } }) => [id, { from, to }] as const),
    ...(model.titleRange ? [['title:1', model.titleRange] as const] : []),
  ]);
}
