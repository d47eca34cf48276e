import type { Box, Path, TextStyle } from '@autograph/geometry';

/** Resolved CSS colour (`#rrggbb`, `#rrggbbaa`): themes are applied before the display list is made. */
export type Paint = string;

export interface Stroke {
  readonly paint: Paint;
  /** px */
  readonly width: number;
  /** Dash lengths, px; absent when solid. */
  readonly dash?: readonly number[];
}

/** A picture that a painter must obtain from its resource loader; `svg` is self-contained markup. */
export type ImageSource =
  | { readonly kind: 'svg'; readonly svg: string }
  /** Drawings of one colour take `ink`; without it their own colour, as far as it shows on `ground`. */
  | { readonly kind: 'icon'; readonly id: string; readonly ground?: Paint; readonly ink?: Paint }
  | { readonly kind: 'asset'; readonly id: string };

export interface TextRun {
  readonly text: string;
  readonly style: TextStyle;
  readonly paint: Paint;
  readonly underline?: boolean;
  readonly strike?: boolean;
  readonly href?: string;
  /** Set from right to left. */
  readonly rtl?: boolean;
}

/** Whose title something is. */
export interface Title {
  readonly id: string;
  /** Size of its letters, px. */
  readonly letters: number;
}

/** Drawing as data, in the local coordinates of its shape (px). Canvas2D, SVG and PDF painters read exactly this. */
export type DrawItem =
  | { readonly kind: 'path'; readonly path: Path; readonly fill?: Paint; readonly stroke?: Stroke; readonly rule?: 'evenodd' }
  /** One line; (x, y) is the start of the baseline. */
  | { readonly kind: 'text'; readonly x: number; readonly y: number; readonly runs: readonly TextRun[]; readonly width: number }
  /** `placeholder` fills the box, below the sign of a picture, while the picture is not there. */
  | { readonly kind: 'image'; readonly box: Box; readonly source: ImageSource; readonly placeholder?: Paint }
  /** What a closed path, or only its outline of a width, casts: a blurred silhouette away from it by (dx, dy), px. */
  | {
      readonly kind: 'shadow';
      readonly path: Path;
      readonly outline?: number;
      readonly dx: number;
      readonly dy: number;
      readonly blur: number;
      readonly paint: Paint;
    }
  | {
      readonly kind: 'group';
      readonly items: readonly DrawItem[];
      readonly clip?: Path;
      readonly opacity?: number;
      readonly dx?: number;
      readonly dy?: number /** degrees about (cx, cy) */;
      readonly rotation?: number;
      readonly cx?: number;
      readonly cy?: number;
      /** That it is the title of a shape, in letters of a size, px: where these get too small, a board may show it otherwise. */
      readonly title?: Title;
    };

export type DisplayList = readonly DrawItem[];
