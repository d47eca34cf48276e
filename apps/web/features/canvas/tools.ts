import { shapeDefinitions } from '@autograph/shapes';

export interface Tool {
  readonly id: string;
  readonly label: string;
  readonly icon: string;
  /** Makes a shape. */
  readonly draws: boolean;
}

/** The tools that make no shape, then one a shape kind in the order that the kinds ask for. */
export const tools: readonly Tool[] = [
  { id: 'select', label: 'Select', icon: 'mouse-pointer-2', draws: false },
  { id: 'lasso', label: 'Lasso', icon: 'lasso-select', draws: false },
  { id: 'hand', label: 'Hand', icon: 'hand', draws: false },
  ...shapeDefinitions
    .flatMap(({ type, tool }) => (tool ? [{ id: type, ...tool }] : []))
    .sort((a, b) => a.rank - b.rank)
    .map(({ id, label, icon }) => ({ id, label, icon, draws: true })),
];
