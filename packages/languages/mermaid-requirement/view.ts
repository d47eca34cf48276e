import type { TextMeasurer } from '@autograph/geometry';
import { layoutText } from '@autograph/render';
import { type ClassContents, layoutClass } from '@autograph/shapes/class-compartments.ts';
import type { Connector } from '../connector.ts';
import { labelText, withoutMarks } from '../mermaid/label.ts';
import { asWritten } from '../mermaid/source.ts';
import { styleProperties } from '../mermaid/style-properties.ts';
import type { FieldName, Item, Relation, RequirementModel } from './model.ts';

/** Long texts wrap at this width, px. */
const wrapping = 260;

/** What stands before a field's value on the picture. */
export const fieldLabels: Readonly<Record<FieldName, string>> = {
  id: 'Id',
  text: 'Text',
  risk: 'Risk',
  verifyMethod: 'Verification',
  type: 'Type',
  docref: 'Doc Ref',
};

export function itemName({ name }: Pick<Item, 'name'>): string {
  return withoutMarks(labelText(name));
}

/** A field as one line: `Risk: High`. */
export function fieldLine(name: FieldName, text: string): string {
  return `${fieldLabels[name]}: ${withoutMarks(labelText(text)).replace(/\s+/g, ' ')}`;
}

/** The compartments in SysML's notation: the kind above the name, and what is required below. */
export function itemContents(item: Item, measure: TextMeasurer): ClassContents {
  const order: readonly FieldName[] = ['id', 'text', 'risk', 'verifyMethod', 'type', 'docref'];
  const attributes = order.flatMap((name) => {
    const field = item.fields.get(name);
    return field ? [{ text: wrapped(fieldLine(name, field.text), measure) }] : [];
  });
  return { stereotypes: [item.type], attributes, methods: [], compact: true };
}

function wrapped(text: string, measure: TextMeasurer): string {
  const { lines } = layoutText(text, { font: 'sans', size: 13 }, { measure, width: wrapping });
  return lines.map((line) => line.text.trimEnd()).join('\n');
}

/** px */
export function itemSize(item: Item, measure: TextMeasurer): { readonly w: number; readonly h: number } {
  const { w, h } = layoutClass(itemName(item), itemContents(item, measure), measure);
  return { w, h };
}

export function itemLook({ kind, styles }: Item, { classDefs }: RequirementModel) {
  const tone = kind === 'element' ? 'green' : 'blue';
  return { fill: tone, stroke: tone, ...styleProperties([...(classDefs.get('default') ?? []), ...styles].map(asWritten)) } as const;
}

/** A requirement in another is tied by a line with a circled plus at the whole; all other relations are dependencies. */
export function relationLook(
  { type, from, to }: Relation,
  { direction }: RequirementModel,
): Partial<Connector> & { readonly text: string } {
  const loops = from === to && (direction === 'TB' || direction === 'BT');
  const marks: Partial<Connector> = type === 'contains' ? { start_head: 'circle_plus' } : { end_head: 'arrow', stroke_style: 'dashed' };
  return { text: `«${type}»`, ...marks, ...(loops && { label_side: 'above' }) };
}

/** What is drawn: of a requirement and an element with one name, Mermaid’s picture has one. */
export function shownItems({ items }: RequirementModel): readonly Item[] {
  const requirements = new Set(items.filter(({ kind }) => kind === 'requirement').map(({ name }) => name));
  return items.filter(({ kind, name }) => kind === 'requirement' || !requirements.has(name));
}
