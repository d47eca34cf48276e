import { StreamLanguage } from '@codemirror/language';
import { attributes, keywords, values } from './keywords.ts';

interface State {
  comment: boolean;
  /** How many angle brackets of a label with markup are open. */
  depth: number;
}

const words = new Set(keywords);
const names = new Set(attributes);
const known = new Set(values);

/** Colours DOT line by line. */
export const dotLanguage = StreamLanguage.define<State>({
  name: 'dot',
  startState: () => ({ comment: false, depth: 0 }),
  languageData: {
    commentTokens: { line: '//', block: { open: '/*', close: '*/' } },
    closeBrackets: { brackets: ['[', '{', '"'] },
  },
  token(stream, state) {
    if (state.comment) {
      if (stream.match(/^.*?\*\//)) state.comment = false;
      else stream.skipToEnd();
      return 'comment';
    }
    if (state.depth > 0) {
      const sign = stream.next();
      if (sign === '<') state.depth += 1;
      if (sign === '>') state.depth -= 1;
      return 'string';
    }
    if (stream.eatSpace()) return null;
    if (stream.match(/^(?:\/\/|#).*/)) return 'comment';
    if (stream.match('/*')) {
      state.comment = true;
      return 'comment';
    }
    if (stream.match(/^"(?:[^"\\]|\\.)*"?/)) return 'string';
    if (stream.match(/^-[->]/)) return 'operator';
    if (stream.match(/^-?(?:\.\d+|\d+(?:\.\d*)?)/)) return 'number';
    const word = stream.match(/^[\p{L}_][\p{L}\p{N}_]*/u);
    if (word && word !== true) {
      if (words.has(word[0].toLowerCase())) return 'keyword';
      if (names.has(word[0]) && stream.match(/^\s*=/, false)) return 'propertyName';
      return known.has(word[0]) ? 'typeName' : 'variableName';
    }
    const sign = stream.next();
    if (sign === '<') {
      state.depth = 1;
      return 'string';
    }
    return sign !== undefined && /[{}[\]]/.test(sign) ? 'bracket' : 'punctuation';
  },
});
