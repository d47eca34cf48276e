import type { Language } from '../language.ts';
import { reindent } from '../mermaid/reindent.ts';
import { quietSource } from '../mermaid/source.ts';
import { deriveGantt } from './derive.ts';
import { editGantt } from './edit.ts';
import { fixes } from './fixes.ts';
import type { GanttModel } from './model.ts';
import { nesting } from './nesting.ts';
import { parseGantt } from './parse.ts';
import { addTask, connectTasks } from './structure.ts';

export const manifest: Language<GanttModel> = {
  id: 'mermaid-gantt',
  family: 'mermaid',
  label: 'Gantt chart',
  detect: (source) => /^\s*gantt\b/.test(quietSource(source).text),
  rank: 20,
  nesting,
  parse: parseGantt,
  fixes,
  format: (source) => reindent(source, nesting),
  derive: deriveGantt,
  edit: editGantt,
  connect: connectTasks,
  add: addTask,
};
