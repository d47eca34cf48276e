import type { ArrowHead } from '@autograph/document';
import type { Cardinality, ErRelation } from './model.ts';

const heads: Readonly<Record<Cardinality, ArrowHead>> = {
  zero_or_one: 'zero_or_one',
  zero_or_more: 'zero_or_many',
  one_or_more: 'one_or_many',
  only_one: 'only_one',
  md_parent: 'one',
};

/** The crow's feet at both ends of a relation. */
export function relationHeads({ fromCardinality, toCardinality }: ErRelation): {
  readonly start_head: ArrowHead;
  readonly end_head: ArrowHead;
} {
  return { start_head: heads[fromCardinality], end_head: heads[toCardinality] };
}
