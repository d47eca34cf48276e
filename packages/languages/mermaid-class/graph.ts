import type { TextMeasurer } from '@autograph/geometry';
import type { LayoutGraph } from '@autograph/layout';
import { connectorEndRooms } from '@autograph/shapes/connector-ends.ts';
import { connectorLabelExtent } from '@autograph/shapes/connector-label.ts';
import { nodeSize } from '@autograph/shapes/node/node-shape.ts';
import { labelText } from '../mermaid/label.ts';
import { type ClassModel, type Note, relationId } from './model.ts';
import { relationEnds } from './relation-ends.ts';
import { classSize, frameOf, frames, interfaceSize, noteLook } from './view.ts';

/** What the layouter has to place. */
export function classGraph(model: ClassModel, measure: TextMeasurer): LayoutGraph {
  const sideways = model.direction === 'LR' || model.direction === 'RL';
  return {
    direction: model.direction,
    nodes: [
      ...model.classes.map((found) => ({
        id: found.name,
        ...classSize(found, model, measure),
        ...frameOf(found.namespace, model),
      })),
      ...model.notes.map((note) => ({ id: note.id, ...nodeSize(noteLook(note), measure), ...frameOf(note.namespace, model) })),
      ...model.interfaces.map(({ id, label, of }) => ({
        id,
        ...interfaceSize(label, measure),
        ...frameOf(model.classes.find(({ name }) => name === of)?.namespace, model),
      })),
    ],
    groups: frames(model).map(({ id, text, parent }) => ({
      id,
      label: { w: Math.ceil(measure.width(text, { font: 'sans', size: 14, bold: true })) + 12, h: text ? 18 : 0 },
      ...(parent !== undefined && { group: parent }),
    })),
    edges: [
      ...model.relations.map((relation) => {
        const label = connectorLabelExtent({ text: labelText(relation.label) }, measure);
        const ends = connectorEndRooms(relationEnds(relation), sideways, measure);
        return { id: relation.id, from: relation.from, to: relation.to, ...(label.w > 0 && { label }), ends };
      }),
      ...attachments(model).map(({ note, to }) => ({ id: relationId(note.id, to), from: note.id, to })),
    ],
  };
}

/** Notes of classes that there are. */
export function attachments({ notes, classes }: ClassModel): readonly { readonly note: Note; readonly to: string }[] {
  const names = new Set(classes.map(({ name }) => name));
  return notes.flatMap((note) => (note.about !== undefined && names.has(note.about) ? [{ note, to: note.about }] : []));
}
