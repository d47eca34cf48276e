import { asUnfinished, Unfinished } from './unfinished.ts';
import type { Workshop } from './workshop.ts';

/** What is asked of the worker: the method of a workshop and its arguments. */
export type Call = { [Method in keyof Workshop]: { readonly method: Method; readonly args: Parameters<Workshop[Method]> } }[keyof Workshop];

/** What it answers, to one call after the other. */
export type Answer<Result> = { readonly result: Result } | { readonly failure: string };

export interface WorkerLimits {
  /** What takes longer is given up, ms from when the worker has it: nobody would wait for it, and nothing else could be drawn meanwhile. */
  readonly longest?: number;
}

/**
 * The workshop of `createWorkshop` in a worker of its own, so that the page stays responsive. It does one thing after the other; what takes
 * too long is stopped with the worker, and a new one goes on. Where no worker starts, `instead` is asked.
 */
export function createWorkerWorkshop(instead: Workshop, { longest = 20_000 }: WorkerLimits = {}): Workshop {
  let current: { readonly worker: Worker; readonly started: Promise<boolean> } | undefined;
  let starts = true;
  let last: Promise<unknown> = Promise.resolve();

  function end(): void {
    current?.worker.terminate();
    current = undefined;
  }

  /** Undefined where none starts. */
  async function running(): Promise<Worker | undefined> {
    if (!starts) return undefined;
    if (!current) {
      const worker = startWorker();
      current = worker && { worker, started: hasStarted(worker) };
    }
    starts = (await current?.started) === true;
    if (!starts) end();
    return current?.worker;
  }

  async function attempt<Result>(call: Call, inPlace: () => Promise<Result>): Promise<Result> {
    const worker = await running();
    return worker ? ask(worker, call) : inPlace();
  }

  async function ask<Result>(worker: Worker, call: Call): Promise<Result> {
    const { promise, resolve, reject } = Promise.withResolvers<Result>();
    const listening = new AbortController();
    const { signal } = listening;
    const giveUp = (reason: Unfinished) => {
      end();
      reject(reason);
    };
    const fail = () => giveUp(asUnfinished('The worker broke down.'));
    const take = ({ data }: MessageEvent<Answer<Result>>) => {
      if ('result' in data) resolve(data.result);
      else reject(asUnfinished(data.failure));
    };
    const timer = setTimeout(() => giveUp(tooSlow(longest)), longest);
    try {
      worker.addEventListener('message', take, { signal });
      worker.addEventListener('error', fail, { signal });
      worker.addEventListener('messageerror', fail, { signal });
      worker.postMessage(call);
      return await promise;
    } finally {
      clearTimeout(timer);
      listening.abort();
    }
  }

  function inTurn<Result>(call: Call, inPlace: () => Promise<Result>): Promise<Result> {
    const mine = last.then(() => attempt(call, inPlace));
    last = mine.catch(() => {});
    return mine;
  }

  return {
    draw: (...args) => inTurn({ method: 'draw', args }, () => instead.draw(...args)),
    layOut: (...args) => inTurn({ method: 'layOut', args }, () => instead.layOut(...args)),
    arrange: (...args) => inTurn({ method: 'arrange', args }, () => instead.arrange(...args)),
    place: (...args) => inTurn({ method: 'place', args }, () => instead.place(...args)),
    mend: (...args) => inTurn({ method: 'mend', args }, () => instead.mend(...args)),
    format: (...args) => inTurn({ method: 'format', args }, () => instead.format(...args)),
  };
}

function tooSlow(longest: number): Unfinished {
  return new Unfinished('too_slow', `Drawing it takes more than ${longest / 1000} seconds.`);
}

/** Whether the worker comes to life: what goes wrong later is the fault of what it is asked. */
function hasStarted(worker: Worker): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  worker.addEventListener('message', () => resolve(true), { once: true });
  worker.addEventListener('error', () => resolve(false), { once: true });
  return promise;
}

/** Undefined where the browser has none, or forbids them. */
function startWorker(): Worker | undefined {
  try {
    return new Worker(new URL('./workshop.worker.browser.ts', import.meta.url), { type: 'module' });
  } catch {
    return undefined;
  }
}
