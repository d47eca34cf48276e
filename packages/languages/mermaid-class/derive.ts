import { type Block, keysBetween } from '@autograph/document';
import type { Derivation } from '@autograph/editor';
import type { TextMeasurer } from '@autograph/geometry';
import type { ClassShape } from '@autograph/shapes/class-compartments.ts';
import { type Connector, connector, derivedBase, placeIn } from '../connector.ts';
import type { Range } from '../mermaid/cursor.ts';
import { labelText } from '../mermaid/label.ts';
import { placedBoxes } from '../placed-boxes.ts';
import { attachments, classGraph } from './graph.ts';
import { type ClassModel, namespaceId, type Relation, relationId, type UmlClass } from './model.ts';
import { relationEnds } from './relation-ends.ts';
import { classContents, classLook, classTitle, type Frame, frames, interfaceFontSize, noteLook } from './view.ts';

type Drawn = Connector & { readonly auto_width?: boolean };

/** Frames, classes, notes and relations, as far as they are placed. */
export function deriveClass(model: ClassModel, block: Block, measure: TextMeasurer): Pick<Derivation, 'shapes' | 'unplaced' | 'ranges'> {
  const graph = classGraph(model, measure);
  const boxes = placedBoxes(graph, block.layout);
  const groups = new Map(graph.nodes.map(({ id, group }) => [id, group]));
  const placed = <Look extends object>(
    id: string,
    holder: string | undefined,
    look: (base: Omit<Drawn, 'type'>) => Look,
  ): readonly Look[] => {
    const box = boxes.get(id);
    return box ? [look({ ...derivedBase(block, id), ...placeIn(block, box, holder, boxes) })] : [];
  };
  const shapes: readonly Drawn[] = [
    ...frames(model).flatMap((frame) => placed(frame.id, frame.parent, (at) => frameShape(frame, at))),
    ...model.classes.flatMap((found) => placed(found.name, groups.get(found.name), (at) => classShape(found, model, at))),
    ...model.notes.flatMap((note) => placed(note.id, groups.get(note.id), (at) => ({ ...at, type: 'node', ...noteLook(note) }))),
    ...model.interfaces.flatMap(({ id, label }) =>
      placed(id, groups.get(id), (at) => ({
        ...at,
        type: 'text',
        text: labelText(label),
        font_size: interfaceFontSize,
        text_align: 'center' as const,
        auto_width: false,
      })),
    ),
    ...attachments(model).flatMap(({ note, to }) =>
      connector({ id: relationId(note.id, to), from: note.id, to, look: { stroke_style: 'dashed' } }, block, boxes),
    ),
    ...model.relations.flatMap((relation) =>
      connector({ id: relation.id, from: relation.from, to: relation.to, look: relationLook(relation, model) }, block, boxes),
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

function frameShape({ text }: Frame, at: Omit<Drawn, 'type'>): Drawn {
  return { ...at, type: 'frame', text, stroke: 'grey' };
}

function classShape(found: UmlClass, model: ClassModel, at: Omit<Drawn, 'type'>): Omit<ClassShape, 'index'> {
  const text = classTitle(found);
  const link = found.link !== undefined && /^(?:https?:\/\/|mailto:)/i.test(found.link) ? found.link : undefined;
  return {
    ...at,
    type: 'class-box',
    text,
    ...(link !== undefined && { text_spans: [{ from: 0, to: text.length, link }] }),
    ...classContents(found, model),
    ...classLook(found, model),
  };
}

function relationLook(relation: Relation, { direction }: ClassModel): Partial<Drawn> {
  // Where no way was found for it, a loop leads around a corner, above which there is room.
  const loops = relation.from === relation.to && (direction === 'TB' || direction === 'BT');
  return {
    ...(loops && { label_side: 'above' }),
    text: labelText(relation.label),
    ...relationEnds(relation),
    stroke_style: relation.dashed ? 'dashed' : 'solid',
  };
}

function rangesOf(model: ClassModel): ReadonlyMap<string, Range> {
  const ranges = new Map<string, Range>();
  const add = (id: string, range: Range | undefined) => range && ranges.set(id, { from: range.from, to: range.to });
  for (const { id, ranges: places } of model.namespaces) add(namespaceId(id), places[0]);
  for (const { name, declared, statements, mentions } of model.classes)
    add(name, statements.find(({ from }) => from === declared?.from) ?? mentions[0]);
  for (const { id, range } of [...model.notes, ...model.interfaces, ...model.relations]) add(id, range);
  return ranges;
}
