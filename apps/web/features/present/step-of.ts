const steps: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  ' ': 1,
  PageDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
  PageUp: -1,
};

/** How many slides a key goes on, or back; undefined when it does not. With the focus on a button space presses that. */
export function stepOf(key: string, onButton: boolean): number | undefined {
  return onButton && key === ' ' ? undefined : steps[key];
}
