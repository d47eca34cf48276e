import { shapeDefinitions } from '@autograph/shapes';

export interface Tool {
  readonly id: string;
  readonly label: string;
  readonly icon: string;
  /** Makes a shape. */
  readonly draws: boolean;
  /** It joins what it is drawn between. */
  readonly connects: boolean;
  /** What it makes is for writing in. */
  readonly writes: boolean;
}

const looking = { draws: false, connects: false, writes: false };

/** The tools that make no shape, then one a shape kind in the order that the kinds ask for. */
export const tools: readonly Tool[] = [
  { id: 'select', label: 'Select', icon: 'mouse-pointer-2', ...looking },
  { id: 'lasso', label: 'Lasso', icon: 'lasso-select', ...looking },
  { id: 'hand', label: 'Hand', icon: 'hand', ...looking },
  ...shapeDefinitions
    .flatMap(({ type, tool }) => (tool ? [{ id: type, ...tool }] : []))
    .sort((a, b) => a.rank - b.rank)
    .map(({ id, label, icon, connects = false, writes = false, gesture }) => ({
      id,
      label,
      icon,
      draws: true,
      connects,
      writes: writes || gesture === 'text',
    })),
];
