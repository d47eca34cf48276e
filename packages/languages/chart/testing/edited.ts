import type { Block, ShapeChange } from '@autograph/document';
import type { StructureEdit } from '@autograph/editor';
import { createTextMeasurer } from '@autograph/render';
import { applyBlockEdit } from '../../apply-block-edit.ts';
import { createBlockDeriver } from '../../block-deriver.ts';

const deriver = createBlockDeriver(createTextMeasurer());

/** A block of a text in which everything has a place. */
export function placedBlock(language: string, source: string): Block {
  const bare: Block = { id: 'b', language, source, x: 0, y: 0, index: 'a0', layout: {} };
  const { unplaced } = deriver.derive(bare);
  return { ...bare, layout: Object.fromEntries(unplaced.map((id, at) => [id, { x: 40 + 10 * at, y: 40 + 10 * at }])) };
}

/** What edits on the canvas make of a text: the text, or the sentence that refuses them. */
export function editing(language: string) {
  const outcome = (source: string, result: ReturnType<typeof deriver.restructure>) =>
    'refused' in result ? result.refused : applyBlockEdit(placedBlock(language, source), result).source;
  return {
    shapes: (source: string) => deriver.derive(placedBlock(language, source)).shapes,
    change: (source: string, node_id: string, change: ShapeChange) =>
      outcome(source, deriver.edit(placedBlock(language, source), [{ kind: 'change', node_id, change }])),
    remove: (source: string, ...ids: readonly string[]) =>
      outcome(
        source,
        deriver.edit(
          placedBlock(language, source),
          ids.map((node_id) => ({ kind: 'remove', node_id })),
        ),
      ),
    restructure: (source: string, edit: StructureEdit) => outcome(source, deriver.restructure(placedBlock(language, source), edit)),
  };
}
