import type { Shape } from '@autograph/document';

/** What several shapes say of one property: their common value, or that they differ. */
export type Shared<T> = { readonly mixed: false; readonly value: T | undefined } | { readonly mixed: true; readonly value: undefined };

export function sharedValue<T, Of = Shape>(shapes: readonly Of[], read: (shape: Of) => T | undefined): Shared<T> {
  const [first, ...rest] = shapes.map(read);
  return rest.every((value) => value === first) ? { mixed: false, value: first } : { mixed: true, value: undefined };
}
