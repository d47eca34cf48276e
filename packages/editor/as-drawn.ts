import type { Shape } from '@autograph/document';
import type { PanelField, ShapeDefinition } from './shape-definition.ts';

const drawn = (definition: ShapeDefinition, shape: Shape) => (shape.origin ? undefined : definition.drawn);

/** What a shape is called by what it is: 'Rectangle'. */
export function kindLabel(definition: ShapeDefinition, shape: Shape): string {
  return drawn(definition, shape)?.label(shape) ?? definition.label;
}

/** What of a shape the properties panel offers to change. */
export function fieldsOf(definition: ShapeDefinition, shape: Shape): readonly PanelField[] {
  return drawn(definition, shape)?.fields ?? definition.fields;
}

/** Whether a shape can be turned. */
export function isRotatable(definition: ShapeDefinition | undefined, shape: Shape): boolean {
  return definition !== undefined && (drawn(definition, shape)?.rotatable ?? definition.rotatable);
}
