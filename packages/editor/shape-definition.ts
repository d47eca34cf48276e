import type { Shape, ShapeChange } from '@autograph/document';
import type { Box, Path, TextMeasurer, Vec } from '@autograph/geometry';
import type { DisplayList, PlacedText, Theme } from '@autograph/render';
import type { z } from 'zod';
import type { Scene } from './scene.ts';

export interface DrawContext {
  readonly theme: Theme;
  readonly measure: TextMeasurer;
  readonly scene: Scene;
}

/** A draggable point of a selected shape beyond the eight resize handles (arrow ends, bends). Local coordinates, px. */
export interface Handle {
  readonly id: string;
  readonly at: Vec;
  readonly label: string;
  /** Where it can be taken hold of besides `at`. Local, px. */
  readonly box?: Box;
  /** 'faint' for what is not there until it is dragged, 'none' for what shows itself; a ring when absent. */
  readonly look?: 'faint' | 'none';
  /** CSS cursor over it. */
  readonly cursor?: string;
}

/** One field of the properties panel, by the shape property it edits. */
export type PanelField =
  | 'fill'
  | 'fill_style'
  | 'stroke'
  | 'stroke_width'
  | 'stroke_style'
  | 'look'
  | 'dash_gap'
  | 'radius'
  | 'shadow'
  | 'opacity'
  | 'text_color'
  | 'font'
  | 'font_size'
  | 'text_align'
  | 'text_valign'
  | 'start_head'
  | 'end_head'
  | 'route'
  | 'avoid';

/** A picture to put on the board. */
export type PictureContent = { readonly svg: string } | { readonly asset: string };

export interface ShapeTool {
  /** Single letter that picks the tool. */
  readonly key?: string;
  /** lucide icon name. */
  readonly icon: string;
  readonly label: string;
  /** How a drag makes the shape. */
  readonly gesture: 'box' | 'line' | 'freehand' | 'text';
  /** Position in the toolbar; lower comes first. */
  readonly rank: number;
  /** Its lines bind to what they are drawn between: what quick connecting draws with. */
  readonly connects?: boolean;
  /** It is placed to be written in: its text opens at once. */
  readonly writes?: boolean;
}

/** A ready-made shape of a kind, to be found by name. */
export interface ShapePreset<S extends Shape = Shape> {
  readonly label: string;
  /** Other names by which people look for it, lower case. */
  readonly aliases: readonly string[];
  readonly props: Partial<S>;
}

/** A list within a shape that is edited line by line: the columns of a table, the members of a class. */
export interface ShapeList<S extends Shape = Shape> {
  readonly id: string;
  /** For people: "Columns". */
  readonly label: string;
  /** What one line is: "column". */
  readonly noun: string;
  /** What a line may say, as an example. */
  readonly example: string;
  lines(shape: S): readonly string[];
  /** What makes the list say these lines; empty ones are left out. */
  change(shape: S, lines: readonly string[]): ShapeChange;
  /** A line for a new entry, unlike all that there are. */
  fresh(shape: S): string;
}

/** Everything the product knows of one shape kind. Methods get records that its schema has accepted. */
export interface ShapeDefinition<S extends Shape = Shape> {
  /** Equals the folder's name. */
  readonly type: string;
  /** For people: "Rectangle". */
  readonly label: string;
  readonly schema: z.ZodType<S>;
  /** Properties of a new one, size included. */
  readonly defaults: Partial<S>;
  readonly resizable: boolean;
  readonly rotatable: boolean;
  /** Arrows may end at it. */
  readonly bindable: boolean;
  /** Other shapes may have it as parent. */
  readonly container: boolean;
  /** A container that is as large as its children and that a click selects in their stead: a group. */
  readonly wraps?: boolean;
  /** Seen on the board only: its own paint does not go into exports. */
  readonly boardOnly?: boolean;
  /** A container that cuts off what its children paint beyond its outline. */
  readonly clips?: boolean;
  /** How a container is folded to its heading, if it can be. */
  readonly folding?: {
    /** What a folded one takes of its box, from the top left, px. */
    size(shape: S): { readonly w: number; readonly h: number };
    /** Local box of the button that folds and unfolds it. */
    button(shape: S): Box;
  };
  /** Its text is a single line: Enter ends typing it. */
  readonly oneLine?: boolean;
  /** Its text is a title, which the board keeps readable from afar. */
  readonly heading?: {
    /** Local box of the line. */
    box(shape: S): Box;
    /** Size of the letters, px. */
    letters(shape: S): number;
    /** The line in another box, cut short to its width. */
    draw(shape: S, context: DrawContext, box: Box): DisplayList;
  };
  readonly fields: readonly PanelField[];
  /** What is different of one that somebody has drawn, where most of this kind come from code. */
  readonly drawn?: {
    /** What this very one is called: "Cylinder". */
    label(shape: S): string;
    readonly fields: readonly PanelField[];
    readonly rotatable: boolean;
  };
  /** Outlines that one may have, by the names that `nodeOutline` gives; absent for a kind that has but one. */
  readonly forms?: readonly { readonly id: string; readonly label: string }[];
  readonly lists?: readonly ShapeList<S>[];
  readonly tool?: ShapeTool;
  /** Shapes of this kind that can be put on the board as they are. */
  readonly presets?: readonly ShapePreset<S>[];
  /** The form of the node that one becomes when it is drawn on a diagram as code; a kind without stays a drawing there. */
  nodeOutline?(shape: S): string;
  /** What makes one show an icon of the library under a label; only the kind that is for icons has it. */
  iconProps?(icon: string, label: string): Partial<S>;

  /** Outline in local coordinates (origin at the box's top-left, unrotated), for hit tests and arrow ends. Open for lines. */
  outline(shape: S, scene: Scene): Path;
  /** Local box of all that is painted, when it is not (0, 0, w, h). */
  paintBounds?(shape: S, scene: Scene): Box;
  draw(shape: S, context: DrawContext): DisplayList;
  /** Whether a press inside the outline, not just on it, hits the shape. */
  filled(shape: S): boolean;
  /** Local box away from the outline that a press hits as well: the label of an arrow. */
  labelBox?(shape: S, scene: Scene): Box;
  /** What one of this kind is, beside the kind's label and its text, for screen readers: the name of an icon, '3 columns'. */
  spoken?(shape: S): string | undefined;
  /** Local box where the text is edited in place; absent when it has no text. */
  textBox?(shape: S, context: DrawContext): Box;
  /** How the text stands in the shape, when it is not simply in the middle of its text box. */
  placeText?(shape: S, context: DrawContext): PlacedText;
  /** The ends of what the 'line' gesture draws have the ids 'start' and 'end'. */
  handles?(shape: S, scene: Scene): readonly Handle[];
  /** Changes that make the box fit its content again after text or its style changed (auto-sized text). */
  fit?(shape: S, context: DrawContext): ShapeChange;
  /** What dragging handle `id` to `at` (local, px) changes; `target` is the bindable shape under the pointer. */
  moveHandle?(shape: S, id: string, at: Vec, target: Shape | undefined, scene: Scene): ShapeChange;
  /** What makes it show a picture: self-contained SVG, or the id of a stored upload. Only the kind that pictures become has it. */
  ofPicture?(picture: PictureContent): ShapeChange;
  /** What a double click on handle `id` changes; undefined when it means nothing there. */
  openHandle?(shape: S, id: string): ShapeChange | undefined;
  /** Extra changes when the box is resized from `before`'s box (pen points scale, text wraps). */
  resized?(before: S, box: Box, context: DrawContext): ShapeChange;
}
