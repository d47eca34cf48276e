import type { Layouter, LayoutGraph, LayoutResult } from './graph.ts';

type Answer = { readonly id: number } & ({ readonly result: LayoutResult } | { readonly failure: string });

interface Waiting {
  readonly graph: LayoutGraph;
  readonly resolve: (result: LayoutResult | Promise<LayoutResult>) => void;
  readonly reject: (reason: Error) => void;
}

/**
 * The layouter of `createLayouter` in a worker of its own, so that the page stays responsive.
 * Where no worker starts, or once it has broken down, `instead` answers in its place.
 */
export function createWorkerLayouter(instead: Layouter): Layouter {
  const waiting = new Map<number, Waiting>();
  let next = 0;
  let worker = startWorker();

  const giveUp = () => {
    worker?.terminate();
    worker = undefined;
    for (const { graph, resolve } of waiting.values()) resolve(instead(graph));
    waiting.clear();
  };

  worker?.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
    const asked = waiting.get(data.id);
    waiting.delete(data.id);
    if ('result' in data) asked?.resolve(data.result);
    else asked?.reject(new Error(data.failure));
  });
  worker?.addEventListener('error', giveUp);
  worker?.addEventListener('messageerror', giveUp);

  return (graph) => {
    if (!worker) return instead(graph);
    const { promise, resolve, reject } = Promise.withResolvers<LayoutResult>();
    const id = next++;
    waiting.set(id, { graph, resolve, reject });
    worker.postMessage({ id, graph });
    return promise;
  };
}

/** Undefined where the browser has none, or forbids them. */
function startWorker(): Worker | undefined {
  try {
    return new Worker(new URL('./layout.worker.browser.ts', import.meta.url), { type: 'module' });
  } catch {
    return undefined;
  }
}
