export { applyBlockEdit, mergePlacements } from './apply-block-edit.ts';
export { arrange, tidy } from './arrange.ts';
export { createBlockDeriver } from './block-deriver.ts';
export { checkSource } from './check-source.ts';
export { fence, fencedDiagrams } from './fences.ts';
export { formatSource } from './format-source.ts';
export type { Language, Parsed, Placements } from './language.ts';
export { defaultFamily, detectLanguage, languages } from './registry.ts';
export { type BlockHost, watchBlocks } from './watch-blocks.ts';
