'use client';
import type { Editor } from '@autograph/editor';
import { boardTheme, darkTheme, lightTheme } from '@autograph/render';
import { useEffect } from 'react';
import { useEditorVersion } from '@/features/file/use-editor-version.ts';
import { useTheme } from '@/lib/theme.ts';

/** Draws the board in the theme that suits the app and the board's own background. */
export function useBoardTheme(editor: Editor): void {
  const dark = useTheme((state) => state.dark);
  useEditorVersion(editor, 'document');
  const { background } = editor.board;
  useEffect(() => editor.setTheme(boardTheme(background, dark ? darkTheme : lightTheme)), [editor, background, dark]);
}
