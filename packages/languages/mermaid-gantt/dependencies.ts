import type { GanttModel, Task, Written } from './model.ts';
import { namedTasks } from './schedule.ts';

/** That a task begins after another one. */
export interface Dependency {
  readonly id: string;
  readonly first: Task;
  readonly then: Task;
  /** The first one's id in `after …`. */
  readonly written: Written;
}

/** Every `after` whose task is there, once. */
export function dependenciesOf({ tasks }: GanttModel): readonly Dependency[] {
  const byId = new Map(tasks.map((task) => [task.id, task]));
  const found = tasks.flatMap((then) =>
    (namedTasks(then.start, 'after') ?? []).flatMap((written) => {
      const first = byId.get(written.text);
      return first && first !== then ? [{ id: `after:${first.nodeId}>${then.nodeId}`, first, then, written }] : [];
    }),
  );
  return [...new Map(found.map((dependency) => [dependency.id, dependency])).values()];
}
