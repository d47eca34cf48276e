import { patchText, type TextPatch } from '@autograph/editor';
import { insertAfter, insertBefore, wholeLine } from '../mermaid/lines.ts';
import type { GanttLayout, PlacedTask } from './layout.ts';
import type { GanttModel } from './model.ts';
import { parseGantt } from './parse.ts';

/** The line of a bar that was dropped in another row, perhaps of another section, goes there, as long as no date changes by that. */
export function movedRow(
  model: GanttModel,
  source: string,
  { bands }: GanttLayout,
  { task, box }: PlacedTask,
  top: number,
): { readonly patches: readonly TextPatch[] } | { readonly refused: string } {
  const centre = top + box.h / 2;
  const band = bands.findLast(({ y }) => y <= centre) ?? bands[0];
  const rows = (band?.rows ?? []).filter((row) => row.task !== task).toSorted((a, b) => a.task.range.from - b.task.range.from);
  const offset = (bands.flatMap((one) => one.rows).find((row) => row.task === task)?.y ?? 0) - box.y;
  const above = rows.findLast(({ y }) => y - offset < top);
  const [first] = rows;
  const text = source.slice(task.range.from, task.range.to);
  if (!first) return { patches: [] };
  const put = above ? insertAfter(source, above.task.range, text) : insertBefore(source, first.task.range.from, text);
  const patches = [wholeLine(source, task.range), put].sort((a, b) => a.from - b.from || a.to - b.to);
  const after = parseGantt(patchText(source, patches));
  const isSame = after.ok && datesOf(after.model).join('\n') === datesOf(model).join('\n');
  return isSame
    ? { patches }
    : { refused: 'Tasks that begin where the one before them ends would move with this line. Write their dates in the text first.' };
}

function datesOf({ tasks }: GanttModel): readonly string[] {
  return tasks.map(({ label, from, to }) => `${label.text} ${from} ${to}`).sort();
}
