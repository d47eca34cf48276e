/** Keys with a meaning of their own. */
export const keywords: readonly string[] = [
  'label shape icon constraint tooltip link near width height direction class classes vars style',
  'grid-rows grid-columns grid-gap source-arrowhead target-arrowhead layers scenarios steps',
  'opacity stroke fill fill-pattern stroke-width stroke-dash border-radius font-size font-color bold italic underline',
  'shadow multiple double-border 3d animated filled',
].flatMap((line) => line.split(' '));

/** What some of them may be. */
export const values: readonly string[] = [
  'rectangle square page parallelogram document cylinder queue package step callout stored_data person diamond oval circle hexagon cloud',
  'text code class sql_table image sequence_diagram primary_key foreign_key unique right left up down true false null',
].flatMap((line) => line.split(' '));
