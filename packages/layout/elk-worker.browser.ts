import type { Layouter, LayoutGraph, LayoutResult } from './graph.ts';

type Answer = { readonly id: number } & ({ readonly result: LayoutResult } | { readonly failure: string });

interface Waiting {
  readonly resolve: (result: LayoutResult) => void;
  readonly reject: (reason: Error) => void;
}

/** The layouter of `createLayouter` in a worker of its own, so that the page stays responsive. Rejects when the worker breaks down or is closed. */
export function createWorkerLayouter(): Layouter & { close(): void } {
  const worker = new Worker(new URL('./elk.worker.browser.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, Waiting>();
  let next = 0;

  const failAll = (message: string) => {
    for (const { reject } of waiting.values()) reject(new Error(message));
    waiting.clear();
  };

  worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
    const asked = waiting.get(data.id);
    waiting.delete(data.id);
    if ('result' in data) asked?.resolve(data.result);
    else asked?.reject(new Error(data.failure));
  });
  worker.addEventListener('error', (event) => failAll(`The layout worker stopped: ${event.message}`));

  const layout = (graph: LayoutGraph) =>
    new Promise<LayoutResult>((resolve, reject) => {
      const id = next++;
      waiting.set(id, { resolve, reject });
      worker.postMessage({ id, graph });
    });

  return Object.assign(layout, {
    close() {
      worker.terminate();
      failAll('The layout worker was closed.');
    },
  });
}
