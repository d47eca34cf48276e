import type { Language } from '../language.ts';
import { mermaidLook } from '../mermaid/look.ts';
import { quietSource } from '../mermaid/source.ts';
import { addToTimeline } from './add.ts';
import { deriveTimeline } from './derive.ts';
import { editTimeline } from './edit.ts';
import type { TimelineModel } from './model.ts';
import { parseTimeline } from './parse.ts';

export const manifest: Language<TimelineModel> = {
  id: 'mermaid-timeline',
  family: 'mermaid',
  label: 'Timeline',
  detect: (source) => /^\s*timeline/.test(quietSource(source).text),
  rank: 20,
  parse: parseTimeline,
  derive: deriveTimeline,
  look: mermaidLook,
  edit: editTimeline,
  add: addToTimeline,
};
