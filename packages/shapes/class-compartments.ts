import type { Shape } from '@autograph/document';
import type { TextMeasurer, TextStyle } from '@autograph/geometry';
import { layoutText, type TextLayout } from '@autograph/render';

/** One attribute or method, as shown: `+draw(scale: int) : bool`. */
export interface ClassMember {
  readonly text: string;
  readonly abstract?: boolean;
  readonly static?: boolean;
}

/** What a class shows below its name. */
export interface ClassContents {
  /** Shown above the name between guillemets. */
  readonly stereotypes: readonly string[];
  readonly attributes: readonly ClassMember[];
  readonly methods: readonly ClassMember[];
  /** Compartments without members are left out even when there are others. */
  readonly compact?: boolean;
}

/** A class as UML draws it: its name, its attributes and its methods in compartments. */
export interface ClassShape extends Shape, ClassContents {}

export interface Compartment {
  /** px from the top of the class. */
  readonly y: number;
  readonly h: number;
  readonly lines: readonly { readonly y: number; readonly layout: TextLayout }[];
}

/** Where everything of a class stands, px from its top-left corner. */
export interface ClassLayout {
  readonly w: number;
  readonly h: number;
  readonly header: {
    readonly h: number;
    readonly stereotypes: readonly { readonly y: number; readonly layout: TextLayout }[];
    readonly title: number;
  };
  readonly compartments: readonly Compartment[];
}

const base = { font: 'sans', size: 13 } as const;
const stereotypeStyle: TextStyle = { ...base, size: 12, italic: true };

/** Left edge of members, px. */
export const memberInset = 12;
const headerPadding = 10;
const memberPadding = 7;
const memberGap = 3;
const leastWidth = 120;
const emptyHeight = 10;

/** The name's letters: bold, and slanted for what cannot be instantiated. */
export function titleStyle({ stereotypes }: Pick<ClassContents, 'stereotypes'>): TextStyle {
  return { ...base, size: 14, bold: true, italic: stereotypes.some((word) => word.toLowerCase() === 'abstract') };
}

/** Sizes the class to its texts. */
export function layoutClass(title: string, contents: ClassContents, measure: TextMeasurer): ClassLayout {
  const heading = layoutText(title, titleStyle(contents), { measure });
  const stereotypes = contents.stereotypes.map((word) => layoutText(`«${word}»`, stereotypeStyle, { measure }));
  let y = headerPadding;
  const placedStereotypes = stereotypes.map((layout) => {
    y += Math.ceil(layout.height);
    return { y: y - Math.ceil(layout.height), layout };
  });
  const titleY = y;
  const headerHeight = titleY + Math.ceil(heading.height) + headerPadding;
  const groups = [contents.attributes, contents.methods];
  const hasMembers = groups.some((members) => members.length > 0);
  const shown = hasMembers ? groups.filter((members) => members.length > 0 || !contents.compact) : [];
  let top = headerHeight;
  const compartments = shown.map((members): Compartment => {
    const compartment = placeMembers(members, top, measure);
    top += compartment.h;
    return compartment;
  });
  const widest = compartments.flatMap(({ lines }) => lines).reduce((most, { layout }) => Math.max(most, layout.width), 0);
  const header = [heading, ...stereotypes].reduce((most, { width }) => Math.max(most, width), 0);
  return {
    w: Math.max(leastWidth, Math.ceil(widest) + 2 * memberInset, Math.ceil(header) + 2 * memberInset + 8),
    h: top,
    header: { h: headerHeight, stereotypes: placedStereotypes, title: titleY },
    compartments,
  };
}

function placeMembers(members: readonly ClassMember[], top: number, measure: TextMeasurer): Compartment {
  if (members.length === 0) return { y: top, h: emptyHeight, lines: [] };
  let y = top + memberPadding;
  const lines = members.map((member) => {
    const look = { underline: member.static ?? false };
    const layout = layoutText(member.text, { ...base, italic: member.abstract ?? false }, { measure, look });
    const at = y;
    y += Math.ceil(layout.height) + memberGap;
    return { y: at, layout };
  });
  return { y: top, h: y - memberGap + memberPadding - top, lines };
}
