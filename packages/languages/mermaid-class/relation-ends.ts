import type { ArrowHead } from '@autograph/document';
import type { ConnectorEnds } from '@autograph/shapes/connector-ends.ts';
import { labelText } from '../mermaid/label.ts';
import type { Relation, RelationHead } from './model.ts';

export const heads: Readonly<Record<RelationHead, ArrowHead>> = {
  none: 'none',
  extension: 'triangle_open',
  composition: 'diamond',
  aggregation: 'diamond_open',
  dependency: 'arrow',
  lollipop: 'circle_open',
};

/** The marks and multiplicities at both ends of a relation. */
export function relationEnds({ fromHead, toHead, fromText, toText }: Relation): ConnectorEnds {
  return {
    start_head: heads[fromHead],
    end_head: heads[toHead],
    ...(fromText && { start_label: labelText(fromText) }),
    ...(toText && { end_label: labelText(toText) }),
  };
}
