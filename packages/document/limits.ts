/** What one file may hold; beyond it an edit is refused, so that nobody's browser is brought down by another's. */
export const limits = {
  shapes: 50_000,
  blocks: 500,
  /** UTF-16 units of a shape's text. */
  shapeText: 100_000,
  /** UTF-16 units of an address that a text links to. */
  link: 2_000,
  /** UTF-16 units of a code block's source. */
  source: 200_000,
  /** UTF-16 units of the note. */
  note: 2_000_000,
  /** Points of an arrow, line or pen stroke. */
  points: 50_000,
  /** UTF-16 units of the id of a node of a code block. */
  nodeId: 10_000,
  /** Placements of one code block. */
  placements: 20_000,
  /** Guides of a board. */
  guides: 500,
  /** px, either way from the page's origin. */
  coordinate: 10_000_000,
  /** Differently styled stretches of a shape's text. */
  textSpans: 10_000,
  /** px */
  fontSize: { min: 8, max: 72 },
  /** Levels of shapes that lie in each other: what drawing them can go through. */
  nesting: 500,
  /** Levels of nesting inside one property. */
  depth: 8,
  /** Values inside one property of a shape that its kind added. */
  values: 100_000,
  /** UTF-16 units of what a placeholder keeps. */
  kept: 16_000_000,
} as const;
