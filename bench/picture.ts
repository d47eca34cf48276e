// Time to picture in a real browser, warm: a flowchart's parse, layout and shapes, beside Mermaid's own render of the same text in the same
// page; then what one more key costs in a diagram that stands. CPU ms of the page's main thread, median and 95th percentile.
// npm run bench -- picture. Needs Chromium.

import { randomChart, treeChart } from './layout/random-chart.ts';
import { openPicturePage, type PicturePage } from './picture/bench-page.ts';

const sizes = [50, 200, 1000];
const charts: readonly (readonly [string, (size: number, seed: number) => string])[] = [
  ['tree', treeChart],
  ['dense, grouped', randomChart],
];
/** Pictures of each size, of several charts; Mermaid's are fewer, since they take long. */
const runs: Readonly<Record<number, readonly [number, number]>> = { 50: [30, 6], 200: [20, 3], 1000: [6, 0] };
const seeds = 10;
const keys = 24;

const share = (times: readonly number[], part: number) =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * part))];
const shown = (times: readonly number[]) => [0.5, 0.95].map((part) => share(times, part)?.toFixed(1) ?? '–').join(' / ');

async function repeated(count: number, act: (i: number) => Promise<number>): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < count; i++) times.push(await act(i));
  return times;
}

/** Keys in the caption of the first node, in the name of a new one, and one that makes another new node each time, in turn taken back. */
async function edits(page: PicturePage, source: string): Promise<string> {
  const letters = 'cdefghijklm';
  const word = (i: number) => letters.slice(0, 1 + (i % letters.length));
  const acts = {
    caption: (i: number) => `${source}\n  n0[Gateway ${word(i)}]`,
    'new name': (i: number) => `${source}\n  n0 --> zz${word(i)}`,
    'new node': (i: number) => `${source}\n${Array.from({ length: 1 + (i % 8) }, (_, at) => `  n${at * 5} --> z${at}`).join('\n')}`,
  };
  const figures: string[] = [];
  for (const [name, text] of Object.entries(acts)) {
    await page.call('open', source);
    await repeated(8, (i) => page.timed('edit', text(i)));
    figures.push(`${name} ${shown(await repeated(keys, (i) => page.timed('edit', text(i))))}`);
  }
  return figures.join('   ');
}

const page = await openPicturePage();
try {
  await repeated(60, (i) => page.timed('picture', randomChart(50, i)));
  await repeated(3, (i) => page.timed('theirs', randomChart(30, i)));
  console.log('median / p95 CPU ms\n');
  console.log('| | AutoGraph | Mermaid’s render | ratio of medians |\n|---|---:|---:|---:|');
  for (const [kind, chart] of charts) {
    for (const size of sizes) {
      const [own, theirs] = runs[size] ?? [10, 0];
      const ours = await repeated(own, (i) => page.timed('picture', chart(size, 1 + (i % seeds))));
      const peer = await repeated(theirs, (i) => page.timed('theirs', chart(size, 1 + (i % seeds))));
      const [a, b] = [share(ours, 0.5), share(peer, 0.5)];
      console.log(`| ${kind}, ${size} nodes | ${shown(ours)} | ${shown(peer)} | ${a && b ? `${(b / a).toFixed(1)} ×` : ''} |`);
    }
  }
  console.log('');
  for (const [kind, chart] of charts)
    for (const size of [50, 200]) console.log(`${kind}, ${size} nodes, a key: ${await edits(page, chart(size, 1))}`);
} finally {
  await page.close();
}
