import type { Placement, Shape } from '@autograph/document';
import type { BlockEdit } from '@autograph/editor';
import { containerPadding } from '../container.ts';
import type { Language } from '../language.ts';
import { type Picture, readPicture } from './picture.ts';

/** The one thing in a picture block: called as no node can be, whose place it would take when the text of a chart cannot be read for a while. */
const nodeId = ': picture';

/** Every Mermaid type that has no language of its own: one picture, changed by its text. */
export const manifest: Language<Picture> = {
  id: 'mermaid-picture',
  family: 'mermaid',
  label: 'Diagram',
  rank: 1000,
  standsIn: true,
  detect: () => true,
  parse: readPicture,
  derive({ svg, svgDark, w, h }, block) {
    const placement = block.layout[nodeId];
    const picture: Shape & { readonly svg: string; readonly svg_dark: string } = {
      id: `${block.id}/${nodeId}`,
      type: 'picture',
      x: placement?.x ?? containerPadding,
      y: placement?.y ?? containerPadding,
      w: placement?.w ?? w,
      h: placement?.h ?? h,
      rotation: 0,
      parent_id: block.id,
      index: 'a0',
      stroke: 'none',
      svg,
      svg_dark: svgDark,
      origin: { block_id: block.id, node_id: nodeId },
    };
    return { shapes: [picture], unplaced: [], ranges: new Map([[nodeId, { from: 0, to: block.source.length }]]) };
  },
  edit({ w, h }, block, edits): BlockEdit | { readonly refused: string } {
    let placement: Placement = block.layout[nodeId] ?? { x: containerPadding, y: containerPadding };
    for (const edit of edits) {
      if (edit.node_id !== nodeId) return { refused: 'This is shown as a picture now: change it in its text.' };
      if (edit.kind === 'remove') return { refused: 'This picture is drawn from the diagram’s text. Delete the whole diagram instead.' };
      const { change } = edit;
      if (Object.keys(change).some((key) => !['x', 'y', 'w', 'h'].includes(key))) {
        return { refused: 'This kind of diagram is shown as a picture: change it in its text.' };
      }
      placement = {
        x: change.x ?? placement.x,
        y: change.y ?? placement.y,
        ...(change.w || change.h || placement.w ? { w: change.w ?? placement.w ?? w, h: change.h ?? placement.h ?? h } : {}),
        pinned: true,
      };
    }
    return { patches: [], layout: { [nodeId]: placement } };
  },
};
