import type { TextPatch } from '@autograph/editor';
import type { Dependency } from './dependencies.ts';
import { startPatch } from './edit-dates.ts';
import type { GanttModel, Task, Written } from './model.ts';
import { namedTasks } from './schedule.ts';

/** `after a b` without some of the names; when none is left, the task keeps the date that it has. Undefined when no text can say that date. */
export function withoutNames(model: GanttModel, task: Task, gone: (name: Written) => boolean): TextPatch | undefined {
  const names = namedTasks(task.start, 'after') ?? [];
  const kept = names.filter((name) => !gone(name));
  if (kept.length === 0) return task.from === undefined ? undefined : startPatch(task, task.from, model);
  const [first, last] = [names[0], names.at(-1)];
  return first && last ? { from: first.from, to: last.to, insert: kept.map(({ text }) => text).join(' ') } : undefined;
}

/** An arrow whose first end was put on another task. */
export function reconnected(model: GanttModel, { then, written }: Dependency, first: Task): TextPatch | { readonly refused: string } {
  if (first === then) return { refused: 'A task cannot begin after itself.' };
  if (!first.idWritten)
    return { refused: `The task “${first.label.text}” has no id to refer to. Give it one in the text, before its start.` };
  const names = namedTasks(then.start, 'after') ?? [];
  if (names.some(({ text }) => text === first.id)) {
    return withoutNames(model, then, (name) => name.from === written.from) ?? { refused: 'This dependency cannot be written.' };
  }
  return { from: written.from, to: written.to, insert: first.id };
}
