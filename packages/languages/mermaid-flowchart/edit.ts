import type { Block } from '@autograph/document';
import type { BlockEdit, DerivedShapeEdit } from '@autograph/editor';
import type { FlowModel } from './model.ts';

export function editFlowchart(
  _model: FlowModel,
  _block: Block,
  _edits: readonly DerivedShapeEdit[],
): BlockEdit | { readonly refused: string } {
  return { refused: 'not yet' };
}
