import type { Parsed } from '../language.ts';
import { type Cursor, cursorOver, type Token } from '../mermaid/cursor.ts';
import { maxDiagnostics, readStatements } from '../mermaid/read-statements.ts';
import { asWritten, errorAt, quietSource } from '../mermaid/source.ts';
import { createDraft, type GanttDraft } from './draft.ts';
import type { GanttModel, GanttRules, Weekday, Written } from './model.ts';
import { ganttSettings } from './settings.ts';
import { readTaskData } from './task-data.ts';
import { type GanttTokenKind, tokenize } from './tokens.ts';

type Tokens = Cursor<GanttTokenKind>;

/** Reads a Gantt chart as Mermaid 12 does (https://mermaid.js.org/syntax/gantt.html), keeping where everything stands, and finds every task's dates. */
export function parseGantt(source: string): Parsed<GanttModel> {
  const quiet = quietSource(source);
  const cursor = cursorOver(tokenize(quiet.text));
  const draft = createDraft();
  const diagnostics = readStatements(source, cursor, {
    header: () => {
      while (cursor.accept('newline'));
      cursor.expect('header', 'gantt');
    },
    statement: () => {
      if (!cursor.accept('newline')) readStatement(cursor, draft);
    },
  });
  if (diagnostics.length > 0) return { ok: false, diagnostics };
  const { model, problems } = draft.model(quiet.title, ganttSettings(source));
  const found = problems.slice(0, maxDiagnostics).map(({ at, message, fatal }) => ({
    ...errorAt(source, at.from, at.to, message),
    ...(!fatal && { severity: 'warning' as const }),
  }));
  const circles = model.tasks.filter(({ to }) => to === undefined);
  const undated = circles.slice(0, maxDiagnostics).map(({ label }) => ({
    ...errorAt(source, label.from, label.to, `“${label.text}” gets no date: what it waits for waits for it.`),
    severity: 'warning' as const,
  }));
  if (problems.some(({ fatal }) => fatal)) return { ok: false, diagnostics: found };
  return { ok: true, model, warnings: [...found, ...undated] };
}

function readStatement(cursor: Tokens, draft: GanttDraft): void {
  const token = cursor.take();
  const read = readers[token.kind];
  if (read) read(cursor, draft, token);
  else cursor.failAt(token, notAStatement(token.text));
}

type Reader = (cursor: Tokens, draft: GanttDraft, token: Token<GanttTokenKind>) => void;

const readers: Readonly<Partial<Record<Token<GanttTokenKind>['kind'], Reader>>> = {
  remark: () => {},
  setting: (_, draft, token) => readSetting(token, draft.rules),
  flag: readFlag,
  weekday: (_, draft, { text }) => {
    draft.rules.weekday = weekdayOf(text);
  },
  weekend: (_, draft, { text }) => {
    draft.rules.weekend = text.toLowerCase() === 'friday' ? 'friday' : 'saturday';
  },
  title: (_, draft, token) => draft.title(behindKeyword(token)),
  section: (_, draft, token) => draft.section(behindKeyword(token), { from: token.from, to: token.to }),
  click: readClick,
  task: readTask,
};

function readFlag(cursor: Tokens, draft: GanttDraft, token: Token<GanttTokenKind>): void {
  if (token.text.toLowerCase() === 'topaxis') {
    cursor.failAt(token, 'Mermaid cannot read this line: write "topAxis: true" under "config: gantt:" in the front matter.');
  }
  draft.rules.inclusiveEndDates = true;
}

function notAStatement(text: string): string {
  const found = text ? `"${text.slice(0, 30)}"` : 'the end of the text';
  return `Expected a task such as "Design :2024-01-01, 3d", a section or a setting, but found ${found}.`;
}

/** As the source has it: the entities that grammars do not see are back. */
function written({ text, from, to }: Token<GanttTokenKind>): Written {
  return { text: asWritten(text), from, to };
}

function behindKeyword({ text, from, to }: Token<GanttTokenKind>): Written {
  const [keyword = ''] = /^\S+\s*/.exec(text) ?? [];
  return { text: asWritten(text.slice(keyword.length)), from: from + keyword.length, to };
}

function weekdayOf(text: string): Weekday {
  const days: readonly Weekday[] = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
  return days.find((day) => day === text.toLowerCase()) ?? 'sunday';
}

function readSetting({ text }: Token<GanttTokenKind>, rules: GanttDraft['rules']): void {
  const [keyword = ''] = /^[a-z]+/i.exec(text) ?? [];
  const value = text.slice(keyword.length).trim();
  const words = (before: readonly string[]) => [...new Set([...before, ...value.toLowerCase().split(/[\s,]+/)])];
  const changes: Readonly<Record<string, () => Partial<GanttRules>>> = {
    dateformat: () => ({ dateFormat: value }),
    axisformat: () => ({ axisFormat: value }),
    tickinterval: () => ({ tickInterval: value }),
    todaymarker: () => ({ todayMarker: value }),
    includes: () => ({ includes: words(rules.includes) }),
    excludes: () => ({ excludes: words(rules.excludes) }),
  };
  Object.assign(rules, changes[keyword.toLowerCase()]?.());
}

function readTask(cursor: Tokens, draft: GanttDraft, label: Token<GanttTokenKind>): void {
  const data = cursor.expect('data', '":" and the dates of the task');
  const read = readTaskData(data);
  if (typeof read === 'string') cursor.failAt(data, read);
  else draft.task(written(label), read, { from: label.from, to: data.to });
}

/** `click id` with an address, a call of a function, or both; the call means nothing here. */
function readClick(cursor: Tokens, draft: GanttDraft, ids: Token<GanttTokenKind>): void {
  let href: string | undefined;
  let calls = false;
  const link = () => {
    if (href !== undefined || cursor.peek().kind !== 'href') return false;
    href = asWritten(cursor.take().text);
    return true;
  };
  const call = () => {
    if (calls || !cursor.accept('call')) return false;
    calls = true;
    cursor.accept('arguments');
    return true;
  };
  if (!link() && !call()) cursor.fail('an address such as href "https://…"');
  while (link() || call());
  draft.click(written(ids), href, { from: ids.from, to: cursor.previous().to });
}
