import type { Block } from '@autograph/document';
import type { BlockEdit, DerivedShapeEdit } from '@autograph/editor';
import type { SequenceModel } from './model.ts';

export function editSequence(
  _model: SequenceModel,
  _block: Block,
  _edits: readonly DerivedShapeEdit[],
): BlockEdit | { readonly refused: string } {
  return { refused: 'soon' };
}
