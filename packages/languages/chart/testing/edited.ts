import type { ShapeChange } from '@autograph/document';
import type { StructureEdit } from '@autograph/editor';
import { createTextMeasurer } from '@autograph/render';
import { applyBlockEdit } from '../../apply-block-edit.ts';
import { createBlockDeriver } from '../../block-deriver.ts';
import { placedBlock } from '../../testing/placed-block.ts';

const deriver = createBlockDeriver(createTextMeasurer());

const placed = (language: string, source: string) => placedBlock(deriver, language, source);

/** What edits on the canvas make of a text: the text, or the sentence that refuses them. */
export function editing(language: string) {
  const outcome = (source: string, result: ReturnType<typeof deriver.restructure>) =>
    'refused' in result ? result.refused : applyBlockEdit(placed(language, source), result).source;
  return {
    shapes: (source: string) => deriver.derive(placed(language, source)).shapes,
    change: (source: string, node_id: string, change: ShapeChange) =>
      outcome(source, deriver.edit(placed(language, source), [{ kind: 'change', node_id, change }])),
    remove: (source: string, ...ids: readonly string[]) =>
      outcome(
        source,
        deriver.edit(
          placed(language, source),
          ids.map((node_id) => ({ kind: 'remove', node_id })),
        ),
      ),
    restructure: (source: string, edit: StructureEdit) => outcome(source, deriver.restructure(placed(language, source), edit)),
  };
}
