import { cssColor } from '../css-color.ts';

/** Splits what stands behind `box` into its colour, if it begins with one, and its title. */
export function boxParts(text: string): { readonly fill: string; readonly title: string } {
  const [, color = '', rest = ''] = /^((?:rgba?|hsla?)\s*\(.*\)|\w*)([\s\S]*)$/i.exec(text) ?? [];
  const isColor = color === 'transparent' || cssColor(color) !== undefined;
  const title = (isColor ? rest : text).trim().replace(/^:?(?:no)?wrap:/, '');
  return { fill: isColor ? color.trim() : 'transparent', title: title.trim() };
}
