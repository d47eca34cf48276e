import type { LayoutGraph } from './graph.ts';
import { createLayouter } from './layouter.ts';

const layouter = createLayouter();

/** Answers each `{id, graph}` with `{id, result}`, or with `{id, failure}`. */
self.addEventListener('message', async ({ data }: MessageEvent<{ readonly id: number; readonly graph: LayoutGraph }>) => {
  try {
    self.postMessage({ id: data.id, result: await layouter(data.graph) });
  } catch (error) {
    self.postMessage({ id: data.id, failure: error instanceof Error ? error.message : String(error) });
  }
});
