import type { Answer } from '../conformance/normal-form.ts';
import { parseKanban } from './parse.ts';

/** Our reading of a source in the form that is compared with Mermaid's. */
export function answer(source: string): Answer {
  const parsed = parseKanban(source);
  if (!parsed.ok) return { accepted: false, message: parsed.diagnostics[0]?.message ?? '' };
  const columns = parsed.model.columns.map(({ id, text, cards }) => ({
    id: id.text,
    label: text,
    cards: cards.map((card) => ({
      id: card.id.text,
      label: card.text,
      ticket: card.ticket ?? '',
      assigned: card.assigned ?? '',
      priority: card.priority ?? '',
      icon: card.icon ?? '',
    })),
  }));
  return { accepted: true, form: { kind: 'kanban', columns } };
}
