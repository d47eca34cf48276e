import { readdirSync, readFileSync } from 'node:fs';
import { graphOf } from '@autograph/languages/arrange.ts';
import type { LayoutGraph } from '@autograph/layout';
import { createTextMeasurer } from '@autograph/render';
import { randomChart } from './random-chart.ts';

/** A flowchart in Mermaid's words, and the graph that it shows. */
export interface Chart {
  readonly name: string;
  readonly source: string;
  readonly graph: LayoutGraph;
}

const corpus = new URL('../../packages/languages/conformance/corpus/', import.meta.url);
const measure = createTextMeasurer();

function chartOf(name: string, source: string): Chart[] {
  const graph = graphOf({ language: 'mermaid', source, layout: {} }, measure);
  return graph && graph.nodes.length > 1 ? [{ name, source, graph }] : [];
}

/** Every flowchart of Mermaid's documentation that has more than one node. */
export function documented(): Chart[] {
  const files = readdirSync(corpus).filter((name) => /^flowchart-.*\.mmd$/.test(name));
  return files.sort().flatMap((name) => chartOf(name.replace('.mmd', ''), readFileSync(new URL(name, corpus), 'utf8')));
}

/** Charts such as teams draw: mostly layered, with labels, links back, and services in groups, some of these in groups. */
export function grouped(sizes: readonly number[], each: number): Chart[] {
  return sizes.flatMap((size) =>
    Array.from({ length: each }, (_, i) => chartOf(`random ${size} #${i + 1}`, randomChart(size, i + 1))).flat(),
  );
}
