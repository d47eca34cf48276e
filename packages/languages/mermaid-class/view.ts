import type { TextMeasurer } from '@autograph/geometry';
import { type ClassContents, type ClassMember, layoutClass } from '@autograph/shapes/class-compartments.ts';
import type { NodeShape } from '@autograph/shapes/node/node-shape.ts';
import { labelText } from '../mermaid/label.ts';
import { asWritten } from '../mermaid/source.ts';
import { styleProperties } from '../mermaid/style-properties.ts';
import type { Member } from './member.ts';
import { type ClassModel, type Namespace, type Note, namespaceId, type UmlClass } from './model.ts';

/** The frame of a whole diagram with a title. */
export const titleId = 'title`';

/** A frame of the diagram: a namespace, or the diagram's own. */
export interface Frame {
  readonly id: string;
  readonly text: string;
  readonly parent?: string;
  readonly namespace?: Namespace;
}

/** The frames to draw, outer ones first. */
export function frames(model: ClassModel): readonly Frame[] {
  const { nested } = model.settings;
  const root = model.title ? [{ id: titleId, text: labelText(model.title) }] : [];
  const outer = model.title ? { parent: titleId } : {};
  const held = new Set([...model.classes, ...model.notes].map(({ namespace }) => namespace));
  const shown = model.namespaces.filter(({ id, explicit }) => nested || (explicit && held.has(id)));
  return [
    ...root,
    ...shown.map((namespace): Frame => {
      const parent = nested && namespace.parent !== undefined ? { parent: namespaceId(namespace.parent) } : outer;
      return { id: namespaceId(namespace.id), text: labelText(nested ? namespace.label : namespace.id), namespace, ...parent };
    }),
  ];
}

/** The frame that a class, note or interface stands in. */
export function frameOf(namespace: string | undefined, { title }: ClassModel): { readonly group?: string } {
  if (namespace !== undefined) return { group: namespaceId(namespace) };
  return title ? { group: titleId } : {};
}

/** What a class's first compartment says: its label or name, and its generic type. */
export function classTitle({ label, generic }: Pick<UmlClass, 'label' | 'generic'>): string {
  return labelText(label) + (generic ? `<${labelText(generic)}>` : '');
}

export function classContents(found: UmlClass, { settings }: ClassModel): ClassContents {
  const shown = (kind: Member['kind']) => found.members.filter((member) => member.kind === kind).map(shownMember);
  return {
    stereotypes: found.annotations.map(({ text }) => labelText(text)),
    attributes: shown('attribute'),
    methods: shown('method'),
    ...(settings.hideEmpty && { compact: true }),
  };
}

/** A member as a compartment has it. */
export function shownMember({ text, classifier }: Pick<Member, 'text' | 'classifier'>): ClassMember {
  return {
    // A colon before a method's type is shown once.
    text: labelText(text).replace(/\) : : */, ') : '),
    ...(classifier === '*' && { abstract: true }),
    ...(classifier === '$' && { static: true }),
  };
}

/** px */
export function classSize(found: UmlClass, model: ClassModel, measure: TextMeasurer): { readonly w: number; readonly h: number } {
  const { w, h } = layoutClass(classTitle(found), classContents(found, model), measure);
  return { w, h };
}

export function classLook({ classes, styles }: UmlClass, { classDefs }: ClassModel) {
  const declared = ['default', ...classes].flatMap((name) => classDefs.get(name) ?? []);
  return styleProperties([...declared, ...styles].map(asWritten));
}

export function noteLook({
  text,
}: Note): Pick<NodeShape, 'text' | 'outline' | 'markdown' | 'fill' | 'stroke' | 'stroke_width' | 'font_size'> {
  return { text: labelText(text), outline: 'note', markdown: true, fill: 'yellow', stroke: 'yellow', stroke_width: 1, font_size: 13 };
}

/** px */
export function interfaceSize(label: string, measure: TextMeasurer): { readonly w: number; readonly h: number } {
  const style = { font: 'sans', size: interfaceFontSize } as const;
  return { w: Math.ceil(measure.width(labelText(label), style)) + 12, h: Math.ceil(measure.lineHeight(style)) + 2 };
}

export const interfaceFontSize = 14;
