import { StreamLanguage, type StringStream } from '@codemirror/language';
import { diagramKinds, kindAliases, wordsByKind } from './keywords.ts';

interface State {
  /** Inside the YAML between two `---` lines at the top. */
  frontMatter: boolean;
  /** The word that opened the diagram; undefined before it. */
  kind: string | undefined;
  /** The bracket that ends the label being read. */
  labelEnd: string | undefined;
}

const keywords = new Map(Object.entries(wordsByKind).map(([kind, words]) => [kind, new Set(words.flatMap((word) => word.split(' ')))]));
const closers: Readonly<Record<string, string>> = { '[': ']', '(': ')', '{': '}', '|': '|' };

/** Edges: `||--o{` and `}|..||` of entities, `<|--` and `*--` of classes, and `-->`, `-.->`, `==>`, `->>`, `--x` of the others. */
const edges = [
  /^[|}][|o](?:--|\.\.)[|o][|{]/,
  /^(?:<\||\*|o)(?:--|\.\.)|^(?:--|\.\.)(?:\|>|\*)/,
  /^(?:<<?)?(?:-{2,}|={2,}|-\.+-|~{3,}|\.{2,})(?:>{1,2}|\)|[ox](?=[\s|]))?|^->{1,2}|^-[x)](?=\s)/,
];

function label(stream: StringStream, state: State, end: string): string {
  if (stream.match(/^"[^"]*"?/)) return 'string';
  if (stream.match(end)) {
    state.labelEnd = undefined;
    return 'bracket';
  }
  stream.next();
  while (!stream.eol() && stream.peek() !== end && stream.peek() !== '"') stream.next();
  return 'string';
}

/** Colours Mermaid of every kind, line by line. The real parsers say what is right; this only has to be quick. */
export const mermaidLanguage = StreamLanguage.define<State>({
  name: 'mermaid',
  startState: () => ({ frontMatter: false, kind: undefined, labelEnd: undefined }),
  // Not the brace: in an ER diagram it is also half a crow's foot (`||--o{`), where a closing one breaks the text.
  languageData: { commentTokens: { line: '%%' }, closeBrackets: { brackets: ['(', '[', '"'] } },
  token(stream, state) {
    if (stream.sol()) {
      state.labelEnd = undefined;
      if (stream.match(/^---\s*$/)) {
        state.frontMatter = !state.frontMatter && state.kind === undefined;
        return 'meta';
      }
    }
    if (state.frontMatter) {
      stream.skipToEnd();
      return 'meta';
    }
    if (state.labelEnd !== undefined) return label(stream, state, state.labelEnd);
    if (stream.eatSpace()) return null;
    if (stream.match(/^%%\{.*/)) return 'meta';
    if (stream.match(/^%%.*/)) return 'comment';
    if (stream.match(/^"[^"]*"?/)) return 'string';
    if (stream.match(/^:::[\w-]+/)) return 'typeName';
    if (stream.match(/^#[0-9a-fA-F]{3,8}\b/)) return 'number';
    if (edges.some((edge) => stream.match(edge))) return 'operator';
    const word = stream.match(/^[\p{L}_][\p{L}\p{N}_]*(?:-[\p{L}\p{N}_]+)*/u);
    if (word && word !== true) {
      const [text] = word;
      if (state.kind === undefined && text in diagramKinds) {
        state.kind = kindAliases[text] ?? text;
        return 'keyword';
      }
      return keywords.get(state.kind ?? '')?.has(text) ? 'keyword' : 'variableName';
    }
    if (stream.match(/^\d+(?:\.\d+)?/)) return 'number';
    if (stream.match(/^:\s+.*/)) return 'string';
    const character = stream.next();
    const end = character === undefined ? undefined : closers[character];
    if (end !== undefined) {
      state.labelEnd = end;
      return 'bracket';
    }
    return character !== undefined && /[\])}]/.test(character) ? 'bracket' : null;
  },
});
