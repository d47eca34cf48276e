import type { Parsed } from '../language.ts';
import { type Cursor, cursorOver, type Token } from '../mermaid/cursor.ts';
import { labelText } from '../mermaid/label.ts';
import { readStatements } from '../mermaid/read-statements.ts';
import { asWritten, quietSource } from '../mermaid/source.ts';
import type { Period, TimelineEvent, TimelineModel, TimelineSection, Written } from './model.ts';
import { type TimelineTokenKind, tokenize } from './tokens.ts';

/** Reads a timeline as Mermaid 12 does (https://mermaid.js.org/syntax/timeline.html), keeping where everything stands. */
export function parseTimeline(source: string): Parsed<TimelineModel> {
  const quiet = quietSource(source);
  const cursor = cursorOver(tokenize(quiet.text));
  const draft = createDraft();
  const diagnostics = readStatements(source, cursor, {
    header: () => {
      while (cursor.accept('newline'));
      draft.direct(cursor.expect('header', '"timeline"').text);
    },
    statement: () => {
      if (!cursor.accept('newline') && !cursor.accept('remark')) readStatement(cursor, draft);
    },
  });
  return diagnostics.length > 0 ? { ok: false, diagnostics } : { ok: true, model: draft.model(quiet.title), warnings: [] };
}

function readStatement(cursor: Cursor<TimelineTokenKind>, draft: ReturnType<typeof createDraft>): void {
  const token = cursor.take();
  switch (token.kind) {
    case 'title':
      draft.title(token);
      break;
    case 'section':
      draft.section(token);
      break;
    case 'period':
      draft.period(token);
      break;
    case 'event':
      if (!draft.event(token)) cursor.failAt(token, 'Something happens in a time: write one before it, such as "2024 : founded".');
      break;
    default:
      cursor.failAt(
        token,
        token.text === ':'
          ? 'Expected a blank behind ":" and what happened.'
          : `Expected a time such as "2024 : founded", but found "${token.text}".`,
      );
  }
}

type Growing<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer Item)[] ? Item[] : T[K] };

function createDraft() {
  const sections: TimelineSection[] = [];
  const periods: Growing<Period>[] = [];
  const names = new Map<string, number>();
  let direction: TimelineModel['direction'] = 'LR';
  let titled: Token<TimelineTokenKind> | undefined;

  const unique = (name: string) => {
    const count = (names.get(name) ?? 0) + 1;
    names.set(name, count);
    return count === 1 ? name : `${name}:${count}`;
  };
  return {
    direct: (header: string) => {
      direction = /TD$/i.test(header) ? 'TD' : 'LR';
    },
    title: (token: Token<TimelineTokenKind>) => {
      titled = token;
    },
    section(token: Token<TimelineTokenKind>) {
      sections.push({
        id: `section:${sections.length + 1}`,
        label: behind(token, /^section\s+/i),
        range: { from: token.from, to: token.to },
      });
    },
    period({ text, from, to }: Token<TimelineTokenKind>) {
      const label = { text: asWritten(text), from, to };
      const section = sections.length > 0 ? { section: sections.length - 1 } : {};
      periods.push({ id: unique(`period:${label.text}`), label, ...section, events: [] });
    },
    /** False when there is no time in which it could happen. */
    event(token: Token<TimelineTokenKind>): boolean {
      const period = periods.at(-1);
      const event: TimelineEvent = {
        id: `event:${period?.id.slice('period:'.length)}:${(period?.events.length ?? 0) + 1}`,
        label: behind(token, /^:\s+/),
        range: { from: token.from, to: token.to },
      };
      period?.events.push(event);
      return period !== undefined;
    },
    model(titleInFront: string | undefined): TimelineModel {
      const titleWritten = titled && behind(titled, /^title\s+/i);
      const title = labelText(titleWritten?.text ?? titleInFront ?? '');
      return {
        ...(title && { title }),
        ...(titled && titleWritten && { titleWritten, titleRange: { from: titled.from, to: titled.to } }),
        direction,
        sections,
        periods,
      };
    },
  };
}

/** The text of a token without the mark that opens it. */
function behind({ text, from, to }: Token<TimelineTokenKind>, mark: RegExp): Written {
  const before = mark.exec(text)?.[0].length ?? text.length;
  return { text: asWritten(text.slice(before)), from: from + before, to };
}
