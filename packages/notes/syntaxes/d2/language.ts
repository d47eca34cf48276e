import { StreamLanguage } from '@codemirror/language';
import { keywords, values } from './keywords.ts';

interface State {
  /** What ends the block of text, or comment, being read. */
  end: string | undefined;
  comment: boolean;
  /** Behind a colon. */
  value: boolean;
}

const words = new Set(keywords);
const known = new Set(values);

/** Colours D2 line by line. */
export const d2Language = StreamLanguage.define<State>({
  name: 'd2',
  startState: () => ({ end: undefined, comment: false, value: false }),
  languageData: { commentTokens: { line: '#' }, closeBrackets: { brackets: ['(', '[', '{', '"', "'"] } },
  token(stream, state) {
    if (stream.sol()) state.value = false;
    if (state.end !== undefined) {
      if (stream.skipTo(state.end)) {
        stream.match(state.end);
        state.end = undefined;
      } else stream.skipToEnd();
      return state.comment ? 'comment' : 'string';
    }
    if (stream.eatSpace()) return null;
    if (stream.match('"""')) {
      Object.assign(state, { end: '"""', comment: true });
      return 'comment';
    }
    if (stream.match(/^#.*/)) return 'comment';
    const block = stream.match(/^\|([^\s\p{L}\p{N}_]*)\w*/u);
    if (block && block !== true) {
      Object.assign(state, { end: `${block[1] ?? ''}|`, comment: false });
      return 'string';
    }
    if (stream.match(/^"(?:[^"\\]|\\.)*"?/) || stream.match(/^'[^']*'?/)) return 'string';
    if (stream.match(/^\$\{[^}]*\}?|^@\S+|^\.\.\./)) return 'meta';
    if (stream.match(/^(?:<-+>?|-+>|--+)/)) return 'operator';
    if (stream.match(/^[:;{}[\]().]/)) {
      state.value = stream.current() === ':' || (state.value && !/[;{}]/.test(stream.current()));
      return /[{}[\]()]/.test(stream.current()) ? 'bracket' : 'punctuation';
    }
    if (stream.match(/^\d+(?:\.\d+)?\b/)) return 'number';
    const word = stream.match(/^[^\s:;{}[\]().<>#"'|$-]+(?:-[^\s:;{}[\]().<>#"'|$-]+)*/);
    if (word && word !== true) {
      if (state.value) return known.has(word[0]) ? 'typeName' : 'string';
      return words.has(word[0]) ? 'keyword' : 'variableName';
    }
    stream.next();
    return null;
  },
});
