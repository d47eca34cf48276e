import type { Color } from '@autograph/document';
import { cssColor } from '../css-color.ts';
import type { Palette } from '../palette.ts';
import { mermaidConfig } from './config.ts';

/** Mermaid's own themes, by the name that its configuration calls them (https://mermaid.js.org/config/theming.html). */
const themes: Readonly<Record<string, Palette>> = {
  default: palette('#ececff', '#9370db', '#333333', '#333333', '#ffffde', '#aaaa33', '#333333'),
  base: palette('#fff4dd', '#eedfbb', '#333333', '#0b0b0b', '#f8fbff', '#d1def2', '#090600'),
  dark: palette('#1f2020', '#cccccc', '#e0dfdf', '#a3a3a3', '#474949', '#707070', '#f9fffe'),
  forest: palette('#cde498', '#13540c', '#000000', '#13540c', '#cdffb2', '#6eaa49', '#333333'),
  neutral: palette('#eeeeee', '#999999', '#111111', '#666666', '#fcfcfc', '#707070', '#333333'),
  neo: palette('#ffffff', '#000000', '#333333', '#000000', '#ffffff', '#e6e6e6', '#000000'),
  'neo-dark': palette('#2a2020', '#cccccc', '#e0dfdf', '#a3a3a3', '#201f1e', '#707070', '#dfdfe0'),
  redux: palette('#ffffff', '#28253d', '#28253d', '#000000', '#f9f9fb', '#bdbccc', '#000000'),
  'redux-dark': palette('#111113', '#ffffff', '#e0dfdf', '#a3a3a3', '#1e1a2e', '#bdbccc', '#dfdfe0'),
  'redux-color': palette('#eef2ff', '#4f46e5', '#28253d', '#000000', '#f9f9fb', '#bdbccc', '#000000'),
  'redux-dark-color': palette('#1e1b4b', '#818cf8', '#e0dfdf', '#a3a3a3', '#1e1a2e', '#bdbccc', '#dfdfe0'),
};

function palette(fill: Color, border: Color, text: Color, line: Color, groupFill: Color, groupBorder: Color, groupText: Color): Palette {
  return { fill, border, text, line, groupFill, groupBorder, groupText };
}

/** Theme variables by the part of the palette that they set; of several the last one counts. */
const variables: readonly (readonly [name: string, part: keyof Palette])[] = [
  ['primaryColor', 'fill'],
  ['mainBkg', 'fill'],
  ['primaryBorderColor', 'border'],
  ['nodeBorder', 'border'],
  ['primaryTextColor', 'text'],
  ['nodeTextColor', 'text'],
  ['lineColor', 'line'],
  ['tertiaryColor', 'groupFill'],
  ['clusterBkg', 'groupFill'],
  ['tertiaryBorderColor', 'groupBorder'],
  ['clusterBorder', 'groupBorder'],
  ['titleColor', 'groupText'],
];

/** The colours that a source's configuration asks for, by theme and by single variables; undefined when it asks for none. */
export function mermaidPalette(source: string): Palette | undefined {
  const { theme, themeVariables } = mermaidConfig(source);
  const named = typeof theme === 'string' ? themes[theme] : undefined;
  const asked = typeof themeVariables === 'object' && themeVariables !== null ? themeVariables : {};
  const own = variables.flatMap(([name, part]): [keyof Palette, Color][] => {
    const value: unknown = Reflect.get(asked, name);
    const color = typeof value === 'string' ? cssColor(value) : undefined;
    return color ? [[part, color]] : [];
  });
  const start = named ?? (own.length > 0 ? themes.base : undefined);
  return start && { ...start, ...Object.fromEntries(own) };
}
