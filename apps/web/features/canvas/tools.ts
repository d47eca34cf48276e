import { shapeDefinitions } from '@autograph/shapes';

export interface Tool {
  readonly id: string;
  readonly label: string;
  readonly icon: string;
}

/** The tools that make no shape, then one a shape kind in the order that the kinds ask for. */
export const tools: readonly Tool[] = [
  { id: 'select', label: 'Select', icon: 'mouse-pointer-2' },
  { id: 'hand', label: 'Hand', icon: 'hand' },
  ...shapeDefinitions
    .flatMap(({ type, tool }) => (tool ? [{ id: type, ...tool }] : []))
    .sort((a, b) => a.rank - b.rank)
    .map(({ id, label, icon }) => ({ id, label, icon })),
];
