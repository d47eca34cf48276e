import { limits } from '@autograph/document';
import type { EntitySketch } from '@autograph/languages/entity-sketch.ts';
import { ForeignFileError } from '../file-format.ts';
import type { Imported, ImportedDiagram, ImportWarning } from '../importer.ts';
import type { DataModel } from './model.ts';
import { sketchOf } from './sketch.ts';

/** Writes a sketch in a language. */
export type WriteSketch = (sketch: EntitySketch) => ImportedDiagram;

/** Ways to say less when a model is larger than a diagram's text may be, mildest first. */
const shorter: readonly { readonly message: string; readonly of: (sketch: EntitySketch) => EntitySketch }[] = [
  {
    message: 'The model is large: comments are left out.',
    of: (sketch) => changed(sketch, (all) => all.map((one) => ({ ...one, comment: '' }))),
  },
  {
    message: 'The model is large: only columns that are keys are shown.',
    of: (sketch) => changed(sketch, (all) => all.filter(({ keys }) => keys.length > 0)),
  },
];

/** The data model as a diagram of the language that is given; throws when it has no tables, or too many for one diagram. */
export function diagramOf(model: DataModel, write: WriteSketch, nothing: string): Imported {
  if (model.tables.length === 0) throw new ForeignFileError(nothing);
  let sketch = sketchOf(model);
  let written = write(sketch);
  const less: ImportWarning[] = [];
  for (const { message, of } of shorter) {
    if (written.source.length <= limits.source) break;
    sketch = of(sketch);
    written = write(sketch);
    less.splice(0, 1, { message });
  }
  if (written.source.length > limits.source)
    throw new ForeignFileError(`${model.tables.length.toLocaleString('en')} tables are too many for one diagram. Import a part of them.`);
  return { diagrams: [written], warnings: [...less, ...model.warnings] };
}

type Attributes = EntitySketch['entities'][number]['attributes'];

function changed(sketch: EntitySketch, change: (attributes: Attributes) => Attributes): EntitySketch {
  return { ...sketch, entities: sketch.entities.map((entity) => ({ ...entity, note: '', attributes: change(entity.attributes) })) };
}
