import { limits } from '@autograph/document';
import { closeBrackets } from '@codemirror/autocomplete';
import { defaultKeymap, indentWithTab } from '@codemirror/commands';
import { markdown, markdownKeymap, markdownLanguage } from '@codemirror/lang-markdown';
import { search, searchKeymap } from '@codemirror/search';
import { EditorState } from '@codemirror/state';
import { drawSelection, dropCursor, EditorView, keymap, placeholder } from '@codemirror/view';
import type { Awareness } from 'y-protocols/awareness';
import type { Text } from 'yjs';
import { editorTheme } from './editor-theme.ts';
import { fenceLanguages } from './known-syntaxes.ts';
import { liveMarkdown } from './live-markdown.ts';
import { formatKeys } from './markdown-format.ts';
import { noteTheme } from './note-theme.ts';
import { type SharedUndo, sharedText } from './shared-text.ts';
import { textLimit } from './text-limit.ts';

export interface NoteEditorOptions {
  /** What assistive technology calls the text. */
  readonly label: string;
  readonly history: SharedUndo;
  readonly awareness?: Awareness;
  readonly readOnly?: boolean;
  readonly placeholder?: string;
  /** A person's edit would have made the note longer than it may be. */
  readonly onTooLong: () => void;
}

export interface NoteEditor {
  focus(): void;
  destroy(): void;
}

/** A markdown editor in `host`, bound to the shared text. Its colours follow the page. */
export function createNoteEditor(host: HTMLElement, text: Text, options: NoteEditorOptions): NoteEditor {
  const view = new EditorView({
    parent: host,
    state: EditorState.create({
      doc: text.toString(),
      extensions: [
        markdown({ base: markdownLanguage, codeLanguages: fenceLanguages }),
        liveMarkdown,
        EditorView.lineWrapping,
        drawSelection(),
        dropCursor(),
        closeBrackets(),
        search({ top: true }),
        noteTheme,
        editorTheme,
        placeholder(options.placeholder ?? 'Write in markdown …'),
        sharedText(text, options.awareness, options.history),
        textLimit(limits.note, options.onTooLong),
        keymap.of([...formatKeys, ...markdownKeymap, ...searchKeymap, indentWithTab, ...defaultKeymap]),
        EditorView.contentAttributes.of({ 'aria-label': options.label, tabindex: '0', spellcheck: 'true' }),
        EditorState.readOnly.of(options.readOnly ?? false),
        EditorView.editable.of(!options.readOnly),
      ],
    }),
  });
  return { focus: () => view.focus(), destroy: () => view.destroy() };
}
