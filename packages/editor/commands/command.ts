import type { Editor } from '../editor.ts';

/** Something a person can do by key, menu or palette. */
export interface Command {
  readonly id: string;
  readonly label: string;
  /** What it would do now, where the label leaves that open. */
  labelNow?(editor: Editor): string;
  readonly group: 'edit' | 'select' | 'arrange' | 'text' | 'view' | 'tools';
  /** Chords such as 'mod+shift+g', 'Delete', 'r'; `mod` is Ctrl, or Cmd on macOS. The first is the one to show. */
  readonly keys: readonly string[];
  /** Its keys mean it also while a text is open in which nothing is typed yet. */
  readonly whileEmpty?: boolean;
  enabled(editor: Editor): boolean;
  run(editor: Editor, args?: unknown): void;
}

/** Whether there is a selection that may be changed. */
export function canEditSelection(editor: Editor): boolean {
  return !editor.readOnly && editor.selection.length > 0;
}

/** What a command would do now, for people. */
export function labelOf(command: Command, editor: Editor): string {
  return command.labelNow?.(editor) ?? command.label;
}
