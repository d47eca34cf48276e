import type { NodeShape } from '@autograph/shapes/node/node-shape.ts';
import { iconId } from '../mermaid/icon-id.ts';
import type { FlowNode } from './model.ts';

/** What `@{ icon: …, form: …, pos: …, h: … }` or `@{ img: … }` makes of a node's shape. */
export function nodeIcon(node: FlowNode): Partial<NodeShape> | undefined {
  if (node.icon === undefined) return undefined;
  const size = node.h ?? node.w;
  return {
    icon: iconId(node.icon),
    ...((node.form === 'square' || node.form === 'circle' || node.form === 'rounded') && { icon_form: node.form }),
    ...(size !== undefined && { icon_size: Math.max(16, Math.min(400, size)) }),
    ...(node.pos === 't' && { label_at: 'top' }),
  };
}

/** A label without the icon names in it, such as `fa:fa-user`, for which the letters of a label have no place. */
export function withoutIcons(text: string): string {
  const bare = text.replace(/\bfa[bklrs]?:fa-[\w-]+[^\S\n]*/g, '').trim();
  return bare === '' && text !== '' ? text.replace(/^.*:fa-/, '').replaceAll('-', ' ') : bare;
}
