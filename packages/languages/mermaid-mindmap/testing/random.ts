import fc from 'fast-check';
import { filled, type RandomLanguage, tree } from '../../testing/random-text.ts';

const word = fc.constantFrom('One', 'Two', 'Three words here', 'Four');
const item = fc.oneof(word, filled('n1[?]', word), filled('n2(?)', word), filled('((?))', word));

export const random: RandomLanguage = { sources: tree('mindmap', 'root((Root))', item), lines: ['    Typed', '%% typed'] };
