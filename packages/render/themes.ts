import { type Color, type PaletteColor, paletteColors } from '@autograph/document';
import { contrast, mixColors } from './color.ts';
import type { Paint } from './display-list.ts';
import type { Theme } from './theme.ts';

/** One palette colour: lines and letters on the board, a pastel, and a full tone. */
interface Tones {
  readonly stroke: Paint;
  readonly soft: Paint;
  readonly solid: Paint;
}

interface Appearance {
  readonly id: Theme['id'];
  readonly background: Paint;
  /** What a shape without a colour is filled with. */
  readonly surface: Paint;
  readonly grid: Paint;
  readonly accent: Paint;
  readonly text: Paint;
  readonly palette: Readonly<Record<PaletteColor, Tones>>;
}

export const lightTheme: Theme = createTheme({
  id: 'light',
  background: '#fbfbfc',
  surface: '#ffffff',
  grid: '#e6e8ec',
  accent: '#3b6ef5',
  text: '#1d2330',
  palette: {
    black: { stroke: '#2b3242', soft: '#e4e7ed', solid: '#2b3242' },
    grey: { stroke: '#667085', soft: '#f0f2f5', solid: '#667085' },
    red: { stroke: '#d92d3a', soft: '#fde7e8', solid: '#d92d3a' },
    orange: { stroke: '#c2410c', soft: '#ffeddc', solid: '#f9863a' },
    yellow: { stroke: '#a16207', soft: '#fdf3c8', solid: '#f8cb35' },
    green: { stroke: '#157f43', soft: '#def5e6', solid: '#3fbf74' },
    blue: { stroke: '#2563eb', soft: '#e1ecfe', solid: '#2f6bee' },
    purple: { stroke: '#7a3ff0', soft: '#eee8fe', solid: '#7a3ff0' },
  },
});

export const darkTheme: Theme = createTheme({
  id: 'dark',
  background: '#121419',
  surface: '#1b1e26',
  grid: '#242833',
  accent: '#6b95ff',
  text: '#e8eaf0',
  palette: {
    black: { stroke: '#d5d9e3', soft: '#2a2e3a', solid: '#d5d9e3' },
    grey: { stroke: '#8d96a9', soft: '#23272f', solid: '#8d96a9' },
    red: { stroke: '#f8767e', soft: '#3b1d23', solid: '#f0626c' },
    orange: { stroke: '#fb9a57', soft: '#3a2518', solid: '#f58a42' },
    yellow: { stroke: '#f0cd4e', soft: '#352d15', solid: '#ecc53d' },
    green: { stroke: '#5fd38d', soft: '#16321f', solid: '#46bd76' },
    blue: { stroke: '#7aa5ff', soft: '#1a2a4d', solid: '#5c8df6' },
    purple: { stroke: '#b094ff', soft: '#2b2150', solid: '#9a78f8' },
  },
});

function createTheme({ id, background, surface, grid, accent, text, palette }: Appearance): Theme {
  return {
    id,
    background,
    grid,
    accent,
    text,
    stroke: (color) => (isPaletteColor(color) ? palette[color].stroke : (color ?? palette.black.stroke)),
    fill: (color, style) => {
      if (color === undefined) return surface;
      if (isPaletteColor(color)) return palette[color][style];
      return style === 'solid' ? color : mixColors(color, background, 0.82);
    },
  };
}

export function isPaletteColor(color: Color | undefined): color is PaletteColor {
  return paletteColors.some((name) => name === color);
}

/** The ink, the theme's text colour or its opposite, that is easier to read on a fill. */
export function readableOn(fill: Paint, theme: Theme): Paint {
  const inks: readonly [Paint, Paint] = theme.id === 'light' ? [theme.text, '#ffffff'] : [theme.text, '#101218'];
  return contrast(inks[0], fill) >= contrast(inks[1], fill) ? inks[0] : inks[1];
}
