import type { Diagnostic } from '@autograph/editor';
import { readSource } from './read-source.ts';

/** What is wrong with a source, errors before warnings; empty when it can be drawn as it stands. A notice says why it is drawn as a mere picture. */
export function checkSource(family: string, source: string): readonly Diagnostic[] {
  return readSource(family, source).diagnostics;
}
