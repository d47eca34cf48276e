import { type TaskTag, taskTags, type Written } from './model.ts';

/** What stands behind the colon of a task. */
export interface TaskData {
  readonly tags: ReadonlySet<TaskTag>;
  readonly id?: Written;
  readonly start?: Written;
  readonly end: Written;
}

/** Reads `tags…, id, start, end` (https://mermaid.js.org/syntax/gantt.html#syntax), or gives a sentence saying why not. */
export function readTaskData(data: Written): TaskData | string {
  const parts = pieces(data);
  const tags = new Set<TaskTag>();
  for (let tag = tagOf(parts[0]); tag; tag = tagOf(parts[0])) {
    tags.add(tag);
    parts.shift();
  }
  const [first, second, third] = parts;
  if (!first) return 'A task needs a duration such as "3d", or an end, after its tags.';
  if (parts.length > 3) return 'A task has at most an id, a start and an end after its tags: this has more commas.';
  if (second && third) return { tags, id: first, start: second, end: third };
  return second ? { tags, start: first, end: second } : { tags, end: first };
}

function tagOf(part: Written | undefined): TaskTag | undefined {
  return taskTags.find((tag) => tag === part?.text);
}

function pieces({ text, from }: Written): Written[] {
  let at = from;
  return text.split(',').map((raw) => {
    const start = at + (raw.length - raw.trimStart().length);
    at += raw.length + 1;
    const piece = raw.trim();
    return { text: piece, from: start, to: start + piece.length };
  });
}
