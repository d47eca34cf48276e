export type { Language, Parsed, Placements } from './language.ts';
