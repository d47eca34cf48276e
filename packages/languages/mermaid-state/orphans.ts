import type { Range } from '../mermaid/cursor.ts';
import type { StateModel } from './model.ts';

/** Names that only these stretches of the text make known; starts and ends are nothing without their transitions. */
export function orphanNames({ states }: StateModel, gone: readonly Range[]): readonly string[] {
  const within = ({ from, to }: Range) => gone.some((range) => from >= range.from && to <= range.to);
  return states
    .filter(({ uses }) => uses.length > 0 && uses.every(({ mention }) => within(mention)))
    .flatMap(({ uses }) => uses[0]?.mention.text ?? [])
    .filter((name) => name !== '[*]');
}
