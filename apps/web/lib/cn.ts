import { type ClassValue, clsx } from 'clsx';
import { extendTailwindMerge } from 'tailwind-merge';

const merge = extendTailwindMerge({});

/** Joins class names; of conflicting Tailwind classes the last wins. */
export function cn(...classes: ClassValue[]): string {
  return merge(clsx(classes));
}
