// How good layouts are, beside others': the flowcharts of Mermaid's documentation, and random grouped charts. Counted over all charts of a
// set; the time is CPU time of one chart. Mermaid's own drawing is read from its picture in a real browser. npm run bench -- layout.

import { type LayoutFigures, measureLayout } from '@autograph/layout/testing/measure-layout.ts';
import { type Chart, documented, grouped } from './layout/charts.ts';
import { betweenNodes, dagreEngine, type Engine, graphviz, ours, plainElk } from './layout/engines.ts';
import { drawnByMermaid } from './layout/mermaid.ts';
import { openPicturePage, type PicturePage } from './picture/bench-page.ts';

interface Figures extends LayoutFigures {
  readonly ms: number;
}

const wanted = process.argv
  .slice(2)
  .find((argument) => argument.startsWith('--only='))
  ?.slice(7);

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

async function measured(engine: Engine, charts: readonly Chart[]): Promise<(Figures | undefined)[]> {
  const found: (Figures | undefined)[] = [];
  for (const { graph } of charts) {
    const asked = betweenNodes(graph);
    try {
      await engine.layout(asked);
      const start = process.cpuUsage();
      const result = await engine.layout(asked);
      const { user, system } = process.cpuUsage(start);
      found.push({ ...measureLayout(asked, result), ms: (user + system) / 1000 });
    } catch {
      found.push(undefined);
    }
  }
  return found;
}

/** Charts as Mermaid itself draws them; the time is that of its whole render. */
async function drawn(page: PicturePage, charts: readonly Chart[]): Promise<(Figures | undefined)[]> {
  const found: (Figures | undefined)[] = [];
  for (const { name, source, graph } of charts) {
    try {
      const { graph: asked, result } = await drawnByMermaid(page, source, graph);
      found.push({ ...measureLayout(asked, result), ms: await page.timed('theirs', source) });
    } catch (error) {
      console.error(`${name}: ${String(error).split('\n')[0]}`);
      found.push(undefined);
    }
  }
  return found;
}

function row(name: string, all: readonly (Figures | undefined)[], least: readonly number[]): string {
  const found = all.flatMap((figures) => figures ?? []);
  const sum = (key: keyof Figures) => String(found.reduce((total, figures) => total + figures[key], 0));
  const best = all.filter((figures, i) => figures && figures.crossings <= (least[i] ?? 0)).length;
  const cells = [
    sum('nodeOverlaps'),
    sum('labelOverlaps'),
    sum('edgesThroughNodes'),
    sum('crossings'),
    median(found.map(({ crossings }) => crossings)).toFixed(1),
    `${Math.round((100 * best) / Math.max(1, all.length))} %`,
    median(found.map(({ bends }) => bends)).toFixed(0),
    (median(found.map(({ area }) => area)) / 1e6).toFixed(2),
    median(found.map(({ aspect }) => aspect)).toFixed(2),
    median(found.map(({ ms }) => ms)).toFixed(1),
    String(all.length - found.length),
  ];
  return `| ${name} | ${cells.join(' | ')} |`;
}

const engines = [ours, plainElk, dagreEngine, await graphviz()];
const sets: readonly (readonly [string, readonly Chart[]])[] = [
  ['Flowcharts of Mermaid’s documentation', documented()],
  ['Random grouped charts, 10 to 60 nodes', grouped([10, 20, 40, 60], 12)],
];

const page = await openPicturePage();
for (const [title, charts] of sets) {
  const results: (readonly [string, readonly (Figures | undefined)[]])[] = [];
  for (const engine of engines) if (!wanted || wanted === engine.name) results.push([engine.name, await measured(engine, charts)]);
  if (!wanted || wanted === 'Mermaid') results.push(['Mermaid itself', await drawn(page, charts)]);
  const least = charts.map((_, i) => Math.min(...results.map(([, found]) => found[i]?.crossings ?? Number.POSITIVE_INFINITY)));
  console.log(`\n${title} (${charts.length})\n`);
  console.log(
    '| | node overlaps | label overlaps | edges through nodes | crossings | crossings, median | fewest crossings in | bends, median | area, median, Mpx² | aspect | ms | failed |',
  );
  console.log('|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|');
  for (const [name, found] of results) console.log(row(name, found, least));
}
await page.close();
