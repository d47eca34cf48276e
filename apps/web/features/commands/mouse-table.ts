/** One thing that the pointer can do at a board. */
export interface MouseGesture {
  readonly label: string;
  /** Keys that are held during it, such as `alt`. */
  readonly held?: string;
  readonly gesture: string;
}

const mouseTable: readonly MouseGesture[] = [
  { label: 'Select what is enclosed', gesture: 'drag to the right' },
  { label: 'Select all that is touched', gesture: 'drag to the left' },
  { label: 'Select with a lasso', held: 'alt', gesture: 'drag on the board' },
  { label: 'Add to the selection', held: 'shift', gesture: 'click or drag' },
  { label: 'Duplicate', held: 'alt', gesture: 'drag a shape' },
  { label: 'Drag without snapping or binding', held: 'mod', gesture: 'drag' },
  { label: 'Show the distance to another shape', held: 'alt', gesture: 'point' },
  { label: 'Add a guide, with rulers shown', gesture: 'drag out of a ruler' },
  { label: 'Remove a guide', gesture: 'drag it back, or right click' },
  { label: 'Draw a line from point to point', gesture: 'click, click' },
  { label: 'Add a corner to the line', held: 'alt', gesture: 'click' },
];

/** What the pointer can do that no button tells of; with words only what mentions them. */
export function mouseGestures(words: string): readonly MouseGesture[] {
  const wanted = words.trim().toLowerCase();
  return mouseTable.filter(({ label, gesture }) => `${label} ${gesture}`.toLowerCase().includes(wanted));
}
