'use client';
import type { Editor } from '@autograph/editor';
import { boardTheme, darkTheme, lightTheme, type Theme } from '@autograph/render';
import { useEffect } from 'react';
import { useEditorValue } from '@/features/file/use-editor-value.ts';
import { useTheme } from '@/lib/theme.ts';
import { useViewPreferences } from './view-preferences.ts';

/** The theme that this person wants boards in. */
export function usePreferredTheme(): Theme {
  const dark = useTheme((state) => state.dark);
  const appearance = useViewPreferences((preferences) => preferences.appearance);
  return appearance === 'dark' || (appearance === 'app' && dark) ? darkTheme : lightTheme;
}

/** Draws the board in the theme that suits the person and the board's own background. */
export function useBoardTheme(editor: Editor): void {
  const preferred = usePreferredTheme();
  const background = useEditorValue(editor, ['document'], ({ board }) => board.background);
  useEffect(() => editor.setTheme(boardTheme(background, preferred)), [editor, background, preferred]);
}
