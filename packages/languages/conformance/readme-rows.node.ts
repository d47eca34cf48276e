import type { ConformanceRow } from './compare.node.ts';
import type { CorpusSource } from './sources.node.ts';

/** What the README calls the types that it does not call as their sources are called. */
const names: Readonly<Record<string, string>> = { er: 'ER', gantt: 'Gantt', gitgraph: 'git graph', mindmap: 'mind map', c4: 'C4' };

/** A native type's row of the README's table. */
export function readmeRow(
  type: string,
  documented: readonly ConformanceRow[],
  wider: readonly ConformanceRow[],
  widerSources: readonly CorpusSource[],
): string {
  const rowOf = (rows: readonly ConformanceRow[]) => rows.find((row) => row.type === type);
  const [known, more] = [rowOf(documented), rowOf(wider)];
  const ours = widerSources.filter((source) => source.type === type && source.name.startsWith('own ')).length;
  const whose = ours === more?.files ? ' of ours' : ours > 9 ? `, ${ours} of them ours` : '';
  return `| ${names[type] ?? type} | native shapes | ${cell(known, '')} | ${cell(more, whose)} |`;
}

function cell({ files, sameVerdict, sameModel = 0 }: ConformanceRow = none, whose: string): string {
  return `${files} sources${whose}: ${percent(sameVerdict, files)} / ${percent(sameModel, files)}`;
}

const none: ConformanceRow = { type: '', files: 0, sameVerdict: 0, sameModel: 0, differences: [] };

/** One decimal, rounded down: what is not all is never called all. */
function percent(part: number, whole: number): string {
  const tenths = Math.floor((1000 * part) / Math.max(1, whole));
  return `${tenths % 10 === 0 ? tenths / 10 : (tenths / 10).toFixed(1)} %`;
}
