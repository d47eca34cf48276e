import type { Block } from '@autograph/document';
import { type AddEdit, type ConnectEdit, patchText, type StructureChange, type TextPatch } from '@autograph/editor';
import type { TextMeasurer } from '@autograph/geometry';
import type { Refusal } from '../language.ts';
import { dependenciesOf } from './dependencies.ts';
import { startPatch } from './edit-dates.ts';
import { layoutGantt } from './layout.ts';
import type { GanttModel, Task } from './model.ts';
import { parseGantt } from './parse.ts';
import { namedTasks } from './schedule.ts';
import { dayLength } from './wall-time.ts';
import { draggedTime, durationText, endsAtDate, startText } from './write-date.ts';

/** A line that was drawn from one task to another lets the other one begin after it, as long as it was. */
export function connectTasks(model: GanttModel, block: Block, { from, to }: ConnectEdit): StructureChange | Refusal {
  const [first, then] = [from, to].map((id) => model.tasks.find(({ nodeId }) => nodeId === id));
  if (!first || !then || first === then) return { refused: 'A dependency joins two tasks of its own chart.' };
  const known = dependenciesOf(model).find((dependency) => dependency.first === first && dependency.then === then);
  if (known) return { patches: [], layout: {}, made: known.id };
  const named = namePatch(model, first);
  if (!named) return { refused: 'The first task needs an id, and a date that the date format can say. Write them in the text.' };
  const patches = [...named.patches, ...afterPatches(model, then, named.id)].sort((a, b) => a.from - b.from || a.to - b.to);
  const after = parseGantt(patchText(block.source, patches));
  const waits = (found: GanttModel) => found.tasks.filter(({ from: start }) => start === undefined).length;
  if (!after.ok || waits(after.model) > waits(model)) return { refused: 'Then each of the two would wait for the other.' };
  const later = after.model.tasks[model.tasks.indexOf(then)];
  const isShown = !first.tags.has('vert') && !then.tags.has('vert');
  const made = isShown ? dependenciesOf(after.model).find((one) => one.then === later && one.first.id === named.id)?.id : undefined;
  return { patches, layout: {}, ...(made !== undefined && { made }) };
}

/** The id of a task; one that has none gets one before its start. */
function namePatch(model: GanttModel, task: Task): { readonly id: string; readonly patches: readonly TextPatch[] } | undefined {
  if (task.idWritten?.text) return { id: task.id, patches: [] };
  const taken = new Set(model.tasks.map(({ id }) => id));
  const stem = /[a-z0-9]+/.exec(task.label.text.toLowerCase())?.[0] ?? 'task';
  let id = stem;
  for (let number = 2; taken.has(id) || id === 'after' || id === 'until'; number++) id = `${stem}${number}`;
  if (task.start) return { id, patches: [{ from: task.start.from, to: task.start.from, insert: `${id}, ` }] };
  const start = task.from === undefined ? undefined : startPatch(task, task.from, model);
  return start && { id, patches: [{ ...start, insert: `${id}, ${start.insert}` }] };
}

function afterPatches({ rules }: GanttModel, task: Task, id: string): readonly TextPatch[] {
  const last = namedTasks(task.start, 'after')?.at(-1);
  if (last) return [{ from: last.to, to: last.to, insert: ` ${id}` }];
  const start: TextPatch = task.start
    ? { from: task.start.from, to: task.start.to, insert: `after ${id}` }
    : { from: task.end.from, to: task.end.from, insert: `after ${id}, ` };
  if (!endsAtDate(task, rules)) return [start];
  return [start, { from: task.end.from, to: task.end.to, insert: durationText(task.from ?? 0, task.to ?? 0, '') }];
}

/** Patches by which a task begins after another one as well, which has an id; none when it does already. */
export function waitingFor(model: GanttModel, first: Task, then: Task): readonly TextPatch[] {
  const isKnown = dependenciesOf(model).some((dependency) => dependency.first === first && dependency.then === then);
  return isKnown ? [] : afterPatches(model, then, first.id);
}

const usualLength = 3;

/** A new task after the one that it was dragged out of, or where it was drawn, in the row below the task that is there. */
export function addTask(model: GanttModel, block: Block, edit: AddEdit, measure: TextMeasurer): StructureChange | Refusal {
  const { source } = block;
  const layout = layoutGantt(model, measure);
  const first = model.tasks.find(({ nodeId }) => nodeId === edit.from);
  const above =
    first ?? layout.tasks.filter(({ form, box }) => form !== 'marker' && box.y + box.h / 2 < edit.at.y).at(-1)?.task ?? model.tasks.at(-1);
  if (!above) return { refused: 'Write the first task in the text, with its date.' };
  const named = first && namePatch(model, first);
  if (first && !named) return { refused: 'The first task needs an id, and a date that the date format can say. Write them in the text.' };
  const { pxPerMs, from } = layout.scale;
  const { dateFormat } = model.rules;
  const width = edit.size?.w ?? 0;
  const at = Math.round((from + draggedTime(edit.at.x - width / 2 - layout.plot.x, pxPerMs, dateFormat)) / 1_000) * 1_000;
  const start = named ? `after ${named.id}` : startText(at, model.rules);
  if (start === undefined) return { refused: `The date format “${dateFormat}” cannot say this time. Write the task in the text.` };
  const length = Math.max(0, draggedTime(width, pxPerMs, dateFormat)) || lengthOf(model);
  const anchor = lastThatMayBeFollowed(model, above);
  const lineStart = source.lastIndexOf('\n', anchor.range.from - 1) + 1;
  const indent = /^[^\S\n]*/.exec(source.slice(lineStart, anchor.range.from))?.[0] ?? '';
  const lineEnd = source.indexOf('\n', anchor.range.to);
  const place = lineEnd < 0 ? source.length : lineEnd;
  const line: TextPatch = { from: place, to: place, insert: `\n${indent}New task :${start}, ${durationText(0, length, '')}` };
  const patches = [...(named?.patches ?? []), line];
  const after = parseGantt(patchText(source, patches));
  if (!after.ok) return { refused: 'A new task does not fit into this text. Write it there.' };
  const made = after.model.tasks[model.tasks.indexOf(anchor) + 1]?.nodeId;
  return { patches, layout: {}, ...(made !== undefined && { made }) };
}

/** The length that a new task has when nobody says, ms: three days, or less where the whole chart is shorter. */
function lengthOf({ tasks }: GanttModel): number {
  const lengths = tasks
    .flatMap(({ from, to }) => (from !== undefined && to !== undefined && to > from ? [to - from] : []))
    .sort((a, b) => a - b);
  const middle = lengths[Math.floor(lengths.length / 2)] ?? usualLength * dayLength;
  return Math.min(usualLength * dayLength, middle);
}

/** A line that comes before a task which begins where the one before ends would move it: the new one comes after that. */
function lastThatMayBeFollowed({ tasks }: GanttModel, task: Task): Task {
  let at = tasks.indexOf(task);
  while (tasks[at + 1] && !tasks[at + 1]?.start) at += 1;
  return tasks[at] ?? task;
}
