import { StreamLanguage, type StringStream } from '@codemirror/language';

interface State {
  /** Inside `[ … ]`. */
  inProperties: boolean;
  /** Behind the colon of a property. */
  isValue: boolean;
}

const settings = /^(?:title|direction|colorMode|styleMode|typeface|autoNumber|notation|layout)(?=[\s:])/;
const words = /^(?:loop|alt|else|opt|par|and|break)(?=\s*[[{])|^(?:de)?activate(?=\s)/;

function property(stream: StringStream, state: State): string | null {
  if (stream.eat(']')) {
    Object.assign(state, { inProperties: false, isValue: false });
    return 'bracket';
  }
  if (stream.eat(',')) {
    state.isValue = false;
    return null;
  }
  if (stream.eat(':')) {
    state.isValue = true;
    return null;
  }
  if (stream.match(/^"(?:[^"\\]|\\.)*"?/)) return 'string';
  if (!stream.match(/^[^\s,:\]"][^,:\]"]*/)) stream.next();
  return state.isValue ? 'string' : 'propertyName';
}

/** Colours Eraser's code of every kind. */
export const eraserLanguage = StreamLanguage.define<State>({
  name: 'eraser',
  startState: () => ({ inProperties: false, isValue: false }),
  languageData: { commentTokens: { line: '//' }, closeBrackets: { brackets: ['(', '[', '{', '"'] } },
  token(stream, state) {
    if (stream.eatSpace()) return null;
    const before = stream.string.charAt(stream.pos - 1);
    if ((stream.pos === 0 || /[\s[\]{},]/.test(before)) && stream.match(/^\/\/.*/)) return 'comment';
    if (state.inProperties) return property(stream, state);
    const isFirst = stream.string.slice(0, stream.pos).trim() === '';
    if (isFirst && (stream.match(settings) || stream.match(words))) return 'keyword';
    if (stream.match(/^"(?:[^"\\]|\\.)*"?/)) return 'string';
    if (stream.match(/^(?:<-{1,2}>|<>|<-{1,2}|<|-{1,2}>|>)/) || (/\s/.test(before) && stream.match(/^-{1,2}(?=\s)/))) return 'operator';
    if (stream.eat('[')) {
      state.inProperties = true;
      return 'bracket';
    }
    if (stream.match(/^[{}]/)) return 'bracket';
    if (stream.match(/^:(?:(?!\s\/\/|\s*\[\s*\w+\s*:).)*/)) return 'string';
    if (stream.match(/^(?:pk|fk|unique)(?=\s*$)/i)) return 'keyword';
    if (!stream.match(/^[\p{L}\p{N}_$]+(?:[.-][\p{L}\p{N}_$]+)*/u)) stream.next();
    return 'variableName';
  },
});
