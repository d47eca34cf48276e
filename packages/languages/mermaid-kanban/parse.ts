import type { Parsed } from '../language.ts';
import { configSection } from '../mermaid/config.ts';
import { cursorOver, Problem, type Range } from '../mermaid/cursor.ts';
import { type OutlineNode, readOutline } from '../mermaid/outline.ts';
import { outlineTokenizer, withoutRemarks, withReturns } from '../mermaid/outline-tokens.ts';
import { errorAt, quietSource } from '../mermaid/source.ts';
import { readMetadata } from './metadata.ts';
import type { Card, Column, KanbanModel } from './model.ts';

const tokenize = outlineTokenizer('kanban', true);

/** Reads a kanban board as Mermaid 12 does (https://mermaid.js.org/syntax/kanban.html), keeping where everything stands. */
export function parseKanban(source: string): Parsed<KanbanModel> {
  const quiet = quietSource(source);
  const draft = createDraft();
  try {
    const text = withReturns(source, quiet.text);
    readOutline(cursorOver(withoutRemarks(source, tokenize(text))), 'kanban', text, draft);
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    return { ok: false, diagnostics: [errorAt(source, problem.at.from, problem.at.to, problem.message)] };
  }
  const { ticketBaseUrl } = configSection(source, 'kanban');
  return { ok: true, model: { columns: draft.columns, ...(typeof ticketBaseUrl === 'string' && { ticketBaseUrl }) }, warnings: [] };
}

type Growing<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer Item)[] ? Item[] : T[K] };

const noNode = 'This line says something of a card: write the card before it.';

function createDraft() {
  const columns: Growing<Column>[] = [];
  const names = new Map<string, number>();
  let latest: Growing<Column> | Growing<Card> | undefined;
  let strayed = false;

  const unique = (name: string) => {
    const count = (names.get(name) ?? 0) + 1;
    names.set(name, count);
    return count === 1 ? name : `${name}:${count}`;
  };
  return {
    columns,
    node({ level, id, label, brackets, quoted, data, range }: OutlineNode) {
      const columnLevel = columns[0]?.level ?? level;
      if (strayed) return 'The line before this one stands further out than the columns: indent it.';
      const metadata = data ? readMetadata(data.text) : {};
      if (typeof metadata === 'string') return metadata;
      const { label: named, ...rest } = metadata;
      const item = {
        ...{ level, id, label, quoted, range, text: named ?? label.text, decorations: [] },
        ...(brackets && { brackets }),
        ...(data && { data }),
        nodeId: unique(id.text),
      };
      strayed = level < columnLevel;
      const column = columns.at(-1);
      if (column && level !== columnLevel) {
        latest = { ...item, ...rest };
        column.cards.push(latest);
      } else {
        const made = { ...item, cards: [] };
        columns.push(made);
        latest = made;
      }
      return undefined;
    },
    icon({ text }: { readonly text: string }, range: Range) {
      if (!latest) return noNode;
      if (!('cards' in latest)) latest.icon = text;
      latest.decorations.push(range);
      return undefined;
    },
    classes(_: unknown, range: Range) {
      if (!latest) return noNode;
      latest.decorations.push(range);
      return undefined;
    },
  };
}
