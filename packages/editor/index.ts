export type { BlockDeriver, BlockEdit, Derivation, DerivedShapeEdit, Diagnostic, TextPatch } from './block-deriver.ts';
export { type ChangeOrigin, type DocumentChange, type DocumentMutation, DocumentStore, type Replacement } from './document-store.ts';
export type { InputEvent, Modifiers } from './input.ts';
export type { Scene } from './scene.ts';
export type { DrawContext, Handle, PanelField, ShapeDefinition, ShapeTool } from './shape-definition.ts';
