import { type Box, expandBox, pathBounds, translateBox } from '@autograph/geometry';
import type { DrawItem } from './display-list.ts';

export type ShadowItem = DrawItem & { readonly kind: 'shadow' };

/** How far a blur is seen, px. */
export function blurReach(blur: number): number {
  return blur * 1.5;
}

/** The box that a shadow paints in, local px; undefined when it paints nothing. */
export function shadowBox({ path, outline = 0, dx, dy, blur }: ShadowItem): Box | undefined {
  const bounds = pathBounds(path);
  return bounds && translateBox(expandBox(bounds, outline / 2 + blurReach(blur)), dx, dy);
}
