import { labelText } from '../mermaid/label.ts';
import type { Section, Task } from './model.ts';

/** A task's label as people read it: one line. */
export function taskText({ label }: Task): string {
  return labelText(label.text).replace(/\s+/g, ' ');
}

export function sectionText({ title }: Section): string {
  return labelText(title.text);
}
