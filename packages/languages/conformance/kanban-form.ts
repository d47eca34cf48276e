import { z } from 'zod';
import { ask, text } from './ask.ts';
import type { KanbanForm } from './normal-form.ts';

const word = z
  .unknown()
  .optional()
  .transform((value) => (value === undefined || value === null ? '' : unescaped(String(value))));
const data = z.object({
  nodes: z.array(z.object({ id: z.string(), label: word, isGroup: z.boolean(), ticket: word, assigned: word, priority: word, icon: word })),
});

/** Reads the normal form out of the database of a kanban board. */
export function kanbanForm(db: object): KanbanForm {
  const columns: { id: string; label: string; cards: KanbanForm['columns'][number]['cards'][number][] }[] = [];
  for (const { id, label, isGroup, ticket, assigned, priority, icon } of data.parse(ask(db, 'getData')).nodes) {
    if (isGroup) columns.push({ id: unescaped(id), label, cards: [] });
    else columns.at(-1)?.cards.push({ id: unescaped(id), label, ticket, assigned, priority, icon });
  }
  return { kind: 'kanban', columns };
}

/** Mermaid's sanitizer writes signs as markup has them. */
function unescaped(value: string): string {
  return text(value).replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
