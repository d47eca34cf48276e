import type { Block } from '@autograph/document';
import type { BlockEdit, DerivedShapeEdit, TextPatch } from '@autograph/editor';
import { patchText } from '@autograph/editor';
import { createTextMeasurer } from '@autograph/render';
import { type Dependency, dependenciesOf } from './dependencies.ts';
import { changeDates } from './edit-dates.ts';
import { reconnected } from './edit-dependencies.ts';
import { sectionText, taskText } from './labels.ts';
import { layoutGantt } from './layout.ts';
import type { GanttModel, Task } from './model.ts';
import { movedRow } from './move-row.ts';
import { parseGantt } from './parse.ts';
import { removalPatches } from './remove.ts';
import { rowHeight } from './rows.ts';
import { taskSource, titleSource } from './source-forms.ts';
import { waitingFor } from './structure.ts';

type Change = Extract<DerivedShapeEdit, { kind: 'change' }>['change'];
type Outcome = { readonly patches: readonly TextPatch[] } | { readonly refused: string };

const letters = createTextMeasurer();

/** Writes edits of bars, names and dependencies back as the smallest patches of the text. */
export function editGantt(model: GanttModel, block: Block, edits: readonly DerivedShapeEdit[]): BlockEdit | { readonly refused: string } {
  const patches: TextPatch[] = [];
  const isTask = (id: string) => model.tasks.some(({ nodeId }) => nodeId === id);
  const dragsTasks = edits.some((edit) => onlyMoves(edit) && isTask(edit.node_id));
  for (const edit of edits) {
    // What is dragged together with bars follows them anyway.
    if (edit.kind === 'remove' || (dragsTasks && onlyMoves(edit) && !isTask(edit.node_id))) continue;
    const outcome = changeOne(model, block, edit.node_id, edit.change);
    if ('refused' in outcome) return outcome;
    patches.push(...outcome.patches);
  }
  const ids = new Set(edits.flatMap((edit) => (edit.kind === 'remove' ? [edit.node_id] : [])));
  const removed = removalPatches(model, block.source, ids);
  if ('refused' in removed) return removed;
  const cut = (patch: TextPatch) => removed.patches.some(({ from, to }) => patch.from >= from && patch.to <= to && to > from);
  const all = [...patches.filter((patch) => !cut(patch)), ...removed.patches]
    .filter(({ from, to, insert }) => block.source.slice(from, to) !== insert)
    .sort((a, b) => a.from - b.from || a.to - b.to);
  if (all.length > 0 && !parseGantt(patchText(block.source, all)).ok) {
    return { refused: 'Other lines of the text depend on this. Change it in the text.' };
  }
  return { patches: all, layout: {} };
}

const places: ReadonlySet<string> = new Set(['x', 'y', 'w', 'h', 'points']);

function onlyMoves(edit: DerivedShapeEdit): boolean {
  return edit.kind === 'change' && Object.keys(edit.change).every((key) => places.has(key));
}

const looks = [
  'fill',
  'fill_style',
  'stroke',
  'stroke_width',
  'text_color',
  'font',
  'font_size',
  'opacity',
  'start_head',
  'end_head',
  'route',
];

function changeOne(model: GanttModel, block: Block, id: string, change: Change): Outcome {
  if (looks.some((key) => key in change)) {
    return { refused: 'In a Gantt chart, looks follow from the text: tag a task with “crit”, “active” or “done”.' };
  }
  if (typeof change.text === 'string' && change.text.trim() === '')
    return { refused: 'Tasks, sections and titles need words. Delete it instead.' };
  const task = model.tasks.find(({ nodeId }) => nodeId === id);
  if (task) return changeTask(model, block.source, task, change);
  const section = model.sections.find((candidate) => candidate.id === id);
  if (section) return stays(change) ?? { patches: renamed(section.title, sectionText(section), change, titleSource) };
  if (id === 'title:1') {
    if (!model.titleRange && typeof change.text === 'string') return { refused: 'The title stands in the front matter: change it there.' };
    return stays(change) ?? { patches: model.titleRange ? renamed(model.titleRange, model.title ?? '', change, titleSource) : [] };
  }
  const dependency = dependenciesOf(model).find((candidate) => candidate.id === id);
  if (dependency) return changeArrow(model, block, dependency, change);
  return stays(change) ?? { patches: [] };
}

function changeTask(model: GanttModel, source: string, task: Task, change: Change): Outcome {
  const names = renamed(task.label, taskText(task), change, taskSource).map((patch) => onOwnLine(patch, source));
  if (!['x', 'y', 'w'].some((key) => key in change)) return { patches: names };
  const layout = layoutGantt(model, letters);
  const placed = layout.tasks.find((candidate) => candidate.task === task);
  if (!placed) return { patches: names };
  const dated = changeDates(model, layout, placed, change);
  if (
    'refused' in dated ||
    dated.patches.length > 0 ||
    names.length > 0 ||
    Math.abs((change.y ?? placed.box.y) - placed.box.y) < rowHeight / 2
  )
    return 'refused' in dated ? dated : { patches: [...names, ...dated.patches] };
  return movedRow(model, source, layout, placed, change.y ?? placed.box.y);
}

/** A name that began with the mark that ends the task before it on the same line. */
function onOwnLine(patch: TextPatch, source: string): TextPatch {
  return /[;#]/.test(source.charAt(patch.from)) ? { ...patch, insert: `\n${patch.insert}` } : patch;
}

/** Only bars can be put somewhere else: all else follows from their dates. */
function stays(change: Change): { readonly refused: string } | undefined {
  return onlyMoves({ kind: 'change', node_id: '', change })
    ? { refused: 'This follows from the dates: drag a bar to change its dates.' }
    : undefined;
}

function renamed(
  { from, to }: { readonly from: number; readonly to: number },
  before: string,
  { text }: Change,
  source: (label: string) => string,
): readonly TextPatch[] {
  if (typeof text !== 'string' || text.trim() === before) return [];
  return [{ from, to, insert: source(text) }];
}

function changeArrow(model: GanttModel, block: Block, dependency: Dependency, change: Change): Outcome {
  const { start, end, text } = change;
  if (typeof text === 'string') return { refused: 'Dependencies of a Gantt chart have no names.' };
  const at = (terminal: Change['start']) => model.tasks.find(({ nodeId }) => terminal?.shape_id === `${block.id}/${nodeId}`);
  const then = end ? at(end) : dependency.then;
  if (!then) return { refused: 'A dependency joins two tasks of its own chart.' };
  if (then !== dependency.then) return movedEnd(model, block.source, dependency, then);
  if (!start) return stays(change) ?? { patches: [] };
  const first = at(start);
  if (!first) return { refused: 'A dependency joins two tasks of its own chart.' };
  if (first === dependency.first) return { patches: [] };
  const patch = reconnected(model, dependency, first);
  return 'refused' in patch ? patch : { patches: [patch] };
}

/** Another task waits for the first one, in place of the one that did. */
function movedEnd(model: GanttModel, source: string, { id, first }: Dependency, then: Task): Outcome {
  const loosened = removalPatches(model, source, new Set([id]));
  if ('refused' in loosened) return loosened;
  const patches = [...loosened.patches, ...waitingFor(model, first, then)].sort((a, b) => a.from - b.from || a.to - b.to);
  const after = parseGantt(patchText(source, patches));
  const undated = (found: GanttModel) => found.tasks.filter(({ from }) => from === undefined).length;
  if (first === then || !after.ok || undated(after.model) > undated(model))
    return { refused: 'Then each of the two would wait for the other.' };
  return { patches };
}
