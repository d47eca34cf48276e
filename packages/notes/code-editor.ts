import { limits } from '@autograph/document';
import type { Diagnostic, Fix, TextPatch } from '@autograph/editor';
import {
  acceptCompletion,
  autocompletion,
  type CompletionSource,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
  snippet,
} from '@codemirror/autocomplete';
import { defaultKeymap, indentWithTab } from '@codemirror/commands';
import { bracketMatching, codeFolding, foldGutter, foldKeymap, indentOnInput } from '@codemirror/language';
import { lintKeymap, setDiagnostics } from '@codemirror/lint';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { EditorState, type Extension } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
  placeholder,
} from '@codemirror/view';
import type { Awareness } from 'y-protocols/awareness';
import type { Text } from 'yjs';
import { editorTheme } from './editor-theme.ts';
import { endLine } from './end-line.ts';
import { syntaxOf } from './known-syntaxes.ts';
import { hoveredLines, linkedRange, showHoveredLines, showLinkedRange } from './linked-range.ts';
import { nestedLines } from './nested-lines.ts';
import { type SharedUndo, sharedText } from './shared-text.ts';
import { completeIcons, type FindIcons } from './syntaxes/icon-completion.ts';
import type { Snippet, Syntax } from './syntaxes/syntax.ts';
import { textLimit } from './text-limit.ts';

export interface CodeEditorOptions {
  /** What assistive technology calls the text. */
  readonly label: string;
  /** What the text is written in, as its block says: 'mermaid'. */
  readonly family: string;
  readonly history: SharedUndo;
  readonly awareness?: Awareness;
  readonly readOnly?: boolean;
  /** What makes a text a tidy one; the answer may take a while. */
  readonly tidy: (source: string) => Promise<readonly TextPatch[]>;
  /** A person's edit would have made the text longer than it may be. */
  readonly onTooLong: () => void;
  /** The library whose icons are offered where the text names one. */
  readonly icons?: FindIcons;
  /** The person moved the caret to this offset (UTF-16 units), other than by typing. */
  readonly onCaret?: (offset: number) => void;
  /** The pointer is over the letter at this offset, or at none any more. */
  readonly onPointer?: (offset: number | null) => void;
}

export interface CodeEditor {
  /** Underlines problems; replaces those shown before. */
  showDiagnostics(diagnostics: readonly Diagnostic[]): void;
  /** Makes the change that a problem's fix is. */
  mend(fix: Fix): void;
  /** Marks the text of a shape, and scrolls it into view when asked; null unmarks. */
  showRange(range: { readonly from: number; readonly to: number } | null, options: { readonly scroll: boolean }): void;
  /** Marks softly the lines of the shape under the pointer; null unmarks. */
  showHovered(range: { readonly from: number; readonly to: number } | null): void;
  /** Puts the caret at a 1-based line and column and takes the focus. */
  goTo(line: number, column: number): void;
  /** Patterns for the kind of diagram that the text is. */
  snippets(): readonly Snippet[];
  /** Puts a pattern below the caret's line, its first field selected, and takes the focus. */
  insertSnippet(snippet: Snippet): void;
  /** Indents and spaces the text anew; what does not parse stays. */
  format(): void;
  focus(): void;
  destroy(): void;
}

/** Makes the text a tidy one, unless it has changed by the time it is known how. */
async function format(view: EditorView, tidy: CodeEditorOptions['tidy']): Promise<void> {
  const { doc } = view.state;
  const patches = await tidy(doc.toString());
  if (view.state.doc === doc) patch(view, patches);
}

function mend(view: EditorView, fix: Fix): void {
  patch(view, [fix.patch]);
  view.focus();
}

function patch(view: EditorView, changes: readonly TextPatch[]): void {
  if (changes.length > 0) view.dispatch({ changes, userEvent: 'format' });
}

function insertBelow(view: EditorView, { template }: Snippet, syntax: Syntax | undefined): void {
  const { doc, selection } = view.state;
  // A caret that was never set stands before the diagram.
  const line = doc.lineAt(selection.main.head === 0 ? doc.length : selection.main.head);
  const blank = line.text.trim() === '';
  const inward = syntax?.indentsBelow(line.text) ? '\t' : '';
  const lines = template.split('\n').map((text) => inward + text);
  snippet((blank ? '' : '\n') + lines.join('\n'))(view, null, line.to, line.to);
  view.focus();
}

function completionsOf(syntax: Syntax | undefined, icons: FindIcons | undefined): CompletionSource[] {
  if (!syntax) return [];
  return [...(syntax.icons && icons ? [completeIcons(syntax.icons, icons)] : []), syntax.complete];
}

/** Tells of the letter under the pointer when it is another one. */
function followPointer(tell: CodeEditorOptions['onPointer']): Extension {
  let latest: number | null = null;
  const told = (offset: number | null) => {
    if (offset === latest) return;
    latest = offset;
    tell?.(offset);
  };
  return EditorView.domEventHandlers({
    mousemove: ({ clientX: x, clientY: y }, view) => told(view.posAtCoords({ x, y })),
    mouseleave: () => told(null),
  });
}

/** An editor of diagrams as code in `host`, bound to the shared text: what is typed is shared, what others type appears. */
export function createCodeEditor(host: HTMLElement, text: Text, options: CodeEditorOptions): CodeEditor {
  const syntax = syntaxOf(options.family);
  const view = new EditorView({
    parent: host,
    state: EditorState.create({
      doc: text.toString(),
      extensions: [
        lineNumbers(),
        foldGutter(),
        codeFolding(),
        highlightActiveLine(),
        highlightActiveLineGutter(),
        drawSelection(),
        EditorState.allowMultipleSelections.of(true),
        EditorView.clickAddsSelectionRange.of((event) => event.altKey || event.ctrlKey || event.metaKey),
        indentOnInput(),
        bracketMatching(),
        closeBrackets(),
        search({ top: true }),
        highlightSelectionMatches(),
        endLine,
        autocompletion({ override: completionsOf(syntax, options.icons), interactionDelay: 0 }),
        syntax?.language ?? [],
        nestedLines(options.family),
        linkedRange,
        hoveredLines,
        followPointer(options.onPointer),
        editorTheme,
        placeholder(syntax?.placeholder ?? ''),
        sharedText(text, options.awareness, options.history),
        textLimit(limits.source, options.onTooLong),
        keymap.of([
          ...closeBracketsKeymap,
          ...completionKeymap,
          ...searchKeymap,
          ...foldKeymap,
          ...lintKeymap,
          {
            key: 'Shift-Alt-f',
            run: (view) => {
              void format(view, options.tidy);
              return true;
            },
          },
          { key: 'Tab', run: acceptCompletion },
          indentWithTab,
          ...defaultKeymap,
        ]),
        EditorView.contentAttributes.of({ 'aria-label': options.label, tabindex: '0', spellcheck: 'false', autocapitalize: 'off' }),
        EditorState.readOnly.of(options.readOnly ?? false),
        EditorState.tabSize.of(2),
        EditorView.updateListener.of((update) => {
          if (update.selectionSet && !update.docChanged && update.view.hasFocus) options.onCaret?.(update.state.selection.main.head);
        }),
      ],
    }),
  });
  const within = (offset: number) => Math.max(0, Math.min(offset, view.state.doc.length));
  return {
    showDiagnostics(diagnostics) {
      view.dispatch(
        setDiagnostics(
          view.state,
          diagnostics.map(({ severity, message, line, from, to, fix }) => ({
            severity: severity === 'notice' ? ('info' as const) : severity,
            message: `Line ${line}: ${message}`,
            from: Math.min(within(from), within(to)),
            to: Math.max(within(from), within(to)),
            ...(fix && !options.readOnly && { actions: [{ name: fix.label, apply: () => mend(view, fix) }] }),
          })),
        ),
      );
    },
    showRange(range, { scroll }) {
      const marked = range && { from: within(range.from), to: within(range.to) };
      view.dispatch({
        effects: [showLinkedRange.of(marked), ...(marked && scroll ? [EditorView.scrollIntoView(marked.from, { y: 'center' })] : [])],
      });
    },
    showHovered(range) {
      view.dispatch({ effects: showHoveredLines.of(range && { from: within(range.from), to: within(range.to) }) });
    },
    goTo(line, column) {
      const { from, to } = view.state.doc.line(Math.max(1, Math.min(line, view.state.doc.lines)));
      view.dispatch({ selection: { anchor: Math.min(from + column - 1, to) }, scrollIntoView: true });
      view.focus();
    },
    snippets: () => syntax?.snippets(view.state.doc.toString()) ?? [],
    insertSnippet: (chosen) => insertBelow(view, chosen, syntax),
    mend: (fix) => mend(view, fix),
    format: () => void format(view, options.tidy),
    focus: () => view.focus(),
    destroy: () => view.destroy(),
  };
}
