import type { Color } from '@autograph/document';
import type { ImageSource, Theme } from '@autograph/render';

/** A library icon as it looks on the board; `color` is for drawings of one colour, which else keep their own where it shows. */
export function iconOn(theme: Theme, id: string, color?: Color | 'none'): ImageSource {
  return { kind: 'icon', id, ground: theme.background, ...(color && color !== 'none' && { ink: theme.stroke(color) }) };
}
