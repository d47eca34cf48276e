import type { TextPatch } from '@autograph/editor';
import type { Range } from '../mermaid/cursor.ts';
import { wholeLine } from '../mermaid/lines.ts';
import { type Dependency, dependenciesOf } from './dependencies.ts';
import { startPatch } from './edit-dates.ts';
import { withoutNames } from './edit-dependencies.ts';
import type { GanttModel, Task, Written } from './model.ts';
import { namedTasks } from './schedule.ts';
import { endText } from './write-date.ts';

/** Takes tasks, sections, dependencies or the title out of the text. What waited for a task keeps its date. */
export function removalPatches(
  model: GanttModel,
  source: string,
  ids: ReadonlySet<string>,
): { readonly patches: readonly TextPatch[] } | { readonly refused: string } {
  const gone = model.tasks.filter(({ nodeId }) => ids.has(nodeId));
  const links = dependenciesOf(model).filter(({ id }) => ids.has(id));
  const sections = model.sections.filter(({ id }) => ids.has(id));
  const title = ids.has('title:1') ? model.titleRange : undefined;
  if (ids.has('title:1') && !title) return { refused: 'The title stands in the front matter: take it out there.' };
  if (ids.has('axis')) return { refused: 'The axis follows from the dates of the tasks.' };
  const lines: Range[] = [...gone, ...sections].map(({ range }) => range);
  if (title) lines.push({ from: source.toLowerCase().lastIndexOf('title', title.from), to: title.to });
  const left = model.tasks.filter((task) => !gone.includes(task));
  const patches = left.flatMap((task) => loosened(model, task, gone, links));
  const [first] = left;
  // A first task has none before it to begin after.
  if (first && !first.start && first.from !== undefined && first !== model.tasks[0]) patches.push(startPatch(first, first.from, model));
  if (patches.includes(undefined))
    return { refused: 'What waits for this has a date that the date format cannot say. Change it in the text first.' };
  const clicks = model.clicks.flatMap((click) => clickPatches(click, gone));
  for (const { line } of clicks) if (line) lines.push(line);
  const cuts = [...lines].sort((a, b) => a.from - b.from).map((range) => wholeLine(source, range));
  return { patches: [...merged(cuts), ...patches.flatMap((patch) => patch ?? []), ...clicks.flatMap(({ patch }) => patch ?? [])] };
}

/** The start and the end of a task that stays, without what goes. */
function loosened(model: GanttModel, task: Task, gone: readonly Task[], links: readonly Dependency[]): readonly (TextPatch | undefined)[] {
  const isGone = (name: Written) =>
    gone.some(({ id }) => id === name.text) &&
    !model.tasks.some(({ id, nodeId }) => id === name.text && !gone.some((one) => one.nodeId === nodeId));
  const isCut = (name: Written) => isGone(name) || links.some(({ then, written }) => then === task && written.from === name.from);
  const starts = namedTasks(task.start, 'after') ?? [];
  const ends = namedTasks(task.end, 'until') ?? [];
  return [
    ...(starts.some(isCut) ? [withoutNames(model, task, isCut)] : []),
    ...(ends.some(isGone)
      ? [
          withoutEnds(
            model,
            task,
            ends.filter((name) => !isGone(name)),
          ),
        ]
      : []),
  ];
}

function withoutEnds({ rules }: GanttModel, { end, to }: Task, kept: readonly Written[]): TextPatch | undefined {
  const text = kept.length > 0 ? `until ${kept.map((name) => name.text).join(' ')}` : to === undefined ? undefined : endText(to, rules);
  return text === undefined ? undefined : { from: end.from, to: end.to, insert: text };
}

/** A `click` line without the ids that go; without any, the line goes. */
function clickPatches(
  { ids, range }: GanttModel['clicks'][number],
  gone: readonly Task[],
): readonly { readonly line?: Range; readonly patch?: TextPatch }[] {
  const names = ids.text.split(',');
  const kept = names.filter((name) => !gone.some(({ id }) => id === name));
  if (kept.length === names.length) return [];
  return [kept.length === 0 ? { line: range } : { patch: { from: ids.from, to: ids.to, insert: kept.join(',') } }];
}

/** Cuts that do not overlap: neighbouring last lines share a line end. */
function merged(cuts: readonly TextPatch[]): readonly TextPatch[] {
  const all: TextPatch[] = [];
  for (const cut of cuts) {
    const last = all.at(-1);
    if (last && cut.from < last.to) all[all.length - 1] = { ...last, to: Math.max(last.to, cut.to) };
    else all.push(cut);
  }
  return all;
}
