import type { Color } from '@autograph/document';
import { contrast, mixColors } from './color.ts';
import type { Theme } from './theme.ts';
import { darkTheme, isPaletteColor, lightTheme } from './themes.ts';

/**
 * The theme of a board with a background of its own: a palette name is its pastel in the preferred theme; on any other colour
 * the theme that can be read on it.
 */
export function boardTheme(background: Color | undefined, preferred: Theme): Theme {
  if (background === undefined) return preferred;
  if (isPaletteColor(background)) return on(preferred.fill(background, 'soft'), preferred);
  return on(background, contrast(lightTheme.text, background) >= contrast(darkTheme.text, background) ? lightTheme : darkTheme);
}

function on(background: string, theme: Theme): Theme {
  return { ...theme, background, grid: mixColors(background, theme.text, 0.1) };
}
