// What it costs to turn a flowchart's text into shapes: parse, layout and derivation apart, warm, median and 95th percentile of many runs.

import { arrange, createBlockDeriver, detectLanguage } from '@autograph/languages';
import { createLayouter } from '@autograph/layout';
import { createTextMeasurer } from '@autograph/render';

/** A layered chart with labels, a few groups and some links back, always the same for the same size. */
function chart(size: number): string {
  const lines = ['flowchart TD'];
  let seed = 7;
  const random = () => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed / 2147483648;
  };
  for (let i = 0; i < size; i++) {
    const brackets = [`[Service ${i}]`, `{Is it ${i}?}`, `[(Store ${i})]`, `(Step ${i})`][i % 4];
    if (i === 0) lines.push(`  n0${brackets}`);
    else lines.push(`  n${Math.floor(random() * Math.min(i, 6) + Math.max(0, i - 6))} -->${i % 5 === 0 ? '|label|' : ''} n${i}${brackets}`);
  }
  for (let group = 0; group * 25 + 6 < size; group++)
    lines.push(`  subgraph g${group}`, `    n${group * 25 + 4} --> n${group * 25 + 5}`, '  end');
  return lines.join('\n');
}

const share = (times: readonly number[], part: number) => times.toSorted((a, b) => a - b)[Math.floor(times.length * part)] ?? 0;

const measure = createTextMeasurer();
const layouter = createLayouter();

for (const size of [50, 200]) {
  const source = chart(size);
  const times: Record<'parse' | 'layout' | 'derive' | 'all', number[]> = { parse: [], layout: [], derive: [], all: [] };
  for (let run = 0; run < 80; run++) {
    const block = { id: `bl_${run}`, language: 'mermaid', source: `${source}\n%% ${run}`, x: 0, y: 0, index: 'a', layout: {} };
    const start = performance.now();
    detectLanguage('mermaid', block.source)?.parse(block.source);
    const parsed = performance.now();
    const layout = await arrange(block, layouter, measure);
    const arranged = performance.now();
    createBlockDeriver(measure).derive({ ...block, layout });
    const derived = performance.now();
    if (run < 30) continue;
    times.parse.push(parsed - start);
    times.layout.push(arranged - parsed);
    times.derive.push(derived - arranged);
    times.all.push(derived - start);
  }
  const figures = Object.entries(times).map(([name, list]) => `${name} ${share(list, 0.5).toFixed(1)} / ${share(list, 0.95).toFixed(1)}`);
  console.log(`${size} nodes, median / p95 ms: ${figures.join('  ')}`);
}
