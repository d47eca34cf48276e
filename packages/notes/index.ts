export { type CodeEditor, type CodeEditorOptions, createCodeEditor } from './code-editor.ts';
export { createNoteEditor, type NoteEditor, type NoteEditorOptions } from './note-editor.ts';
export type { SharedUndo } from './shared-text.ts';
export type { Snippet } from './syntaxes/syntax.ts';
