import { existsSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { detectLanguage } from '../registry.ts';
import type { Answer } from './normal-form.ts';
import { openOracle } from './oracle.node.ts';
import type { CorpusSource } from './sources.node.ts';

/** How often we and Mermaid agree on the sources of one diagram type. */
export interface ConformanceRow {
  readonly type: string;
  readonly files: number;
  /** Both accept or both reject. */
  readonly sameVerdict: number;
  /** Both reject, or both found the same things; absent for types whose insides are not compared. */
  readonly sameModel?: number;
  /** One line for each source that is read differently. */
  readonly differences: readonly string[];
}

/** Puts sources to Mermaid and to us; one row a diagram type, in the order of their first source. Takes seconds: it runs Mermaid. */
export async function compareSources(sources: readonly CorpusSource[]): Promise<readonly ConformanceRow[]> {
  const oracle = await openOracle();
  const rows = new Map<string, ConformanceRow>();
  for (const { name, type, text } of sources) {
    const row = rows.get(type) ?? { type, files: 0, sameVerdict: 0, differences: [] };
    rows.set(type, counted(row, name, evened(await oracle(text)), evened(await ourAnswer(text))));
  }
  return [...rows.values()];
}

/** Both answers spell line breaks alike: Mermaid's sanitizer rewrites them in some labels and not in others. */
function evened(answer: Answer): Answer {
  return JSON.parse(JSON.stringify(answer), (_, value) => (typeof value === 'string' ? value.replace(/<br\s*\/?>/gi, '<br/>') : value));
}

/** What the Mermaid language that claims the source says of it. */
export async function ourAnswer(source: string): Promise<Answer> {
  const language = detectLanguage('mermaid', source);
  if (!language) return { accepted: false, message: 'No language claims this source.' };
  const inDepth = new URL(`../${language.id}/answer.ts`, import.meta.url);
  if (existsSync(inDepth)) {
    const { answer }: { answer: (source: string) => Answer } = await import(inDepth.href);
    return answer(source);
  }
  const parsed = language.parse(source);
  return parsed.ok ? { accepted: true } : { accepted: false, message: parsed.diagnostics[0]?.message ?? '' };
}

function counted(row: ConformanceRow, file: string, theirs: Answer, ours: Answer): ConformanceRow {
  const verdict = theirs.accepted === ours.accepted;
  const inDepth = theirs.accepted && theirs.form !== undefined;
  const model = verdict && (!theirs.accepted || !ours.accepted || isDeepStrictEqual(theirs.form, ours.form));
  const same = inDepth ? model : verdict;
  return {
    type: row.type,
    files: row.files + 1,
    sameVerdict: row.sameVerdict + Number(verdict),
    ...(inDepth || row.sameModel !== undefined ? { sameModel: (row.sameModel ?? row.files) + Number(model) } : {}),
    differences: same ? row.differences : [...row.differences, difference(file, theirs, ours)],
  };
}

function difference(file: string, theirs: Answer, ours: Answer): string {
  if (!ours.accepted) return `${file}: Mermaid accepts it; we say: ${ours.message}`;
  if (!theirs.accepted) return `${file}: we accept it; Mermaid says: ${theirs.message.split('\n')[0]}`;
  return `${file}: ${firstDifference(theirs.form, ours.form, '') ?? 'read differently'}`;
}

function firstDifference(theirs: unknown, ours: unknown, path: string): string | undefined {
  if (isDeepStrictEqual(theirs, ours)) return undefined;
  if (typeof theirs === 'object' && theirs !== null && typeof ours === 'object' && ours !== null) {
    for (const key of new Set([...Object.keys(theirs), ...Object.keys(ours)])) {
      const found = firstDifference(Reflect.get(theirs, key), Reflect.get(ours, key), `${path}.${key}`);
      if (found) return found;
    }
  }
  return `${path}: Mermaid has ${JSON.stringify(theirs)}, we have ${JSON.stringify(ours)}`;
}

/** The rows as a markdown table, for the README and for a test's output. */
export function conformanceTable(rows: readonly ConformanceRow[]): string {
  const percent = (part: number | undefined, whole: number) => (part === undefined ? '' : `${((100 * part) / whole).toFixed(1)} %`);
  return [
    '| Mermaid type | sources | same verdict | same model |',
    '|---|---:|---:|---:|',
    ...rows.map((row) => `| ${row.type} | ${row.files} | ${percent(row.sameVerdict, row.files)} | ${percent(row.sameModel, row.files)} |`),
  ].join('\n');
}
