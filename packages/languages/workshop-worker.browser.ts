import { asUnfinished, Unfinished } from './unfinished.ts';
import type { Workshop } from './workshop.ts';

/** What is asked of the worker: the method of a workshop and its arguments. */
export type Call = { [Method in keyof Workshop]: { readonly method: Method; readonly args: Parameters<Workshop[Method]> } }[keyof Workshop];

/** What it answers, to one call after the other. */
export type Answer<Result> = { readonly result: Result } | { readonly failure: string };

/** What takes longer is given up, ms: nobody would wait for it, and nothing else could be drawn meanwhile. */
const longest = 20_000;

/**
 * The workshop of `createWorkshop` in a worker of its own, so that the page stays responsive. It does one thing after the other; what takes
 * too long is stopped with the worker, and a new one goes on. Where no worker starts, `instead` is asked.
 */
export function createWorkerWorkshop(instead: Workshop): Workshop {
  let worker: Worker | undefined;
  let works: boolean | undefined;
  let last: Promise<unknown> = Promise.resolve();

  function end(): void {
    worker?.terminate();
    worker = undefined;
  }

  function attempt<Result>(call: Call, inPlace: () => Promise<Result>): Promise<Result> {
    if (works !== false) worker ??= startWorker();
    if (!worker) return inPlace();
    const { promise, resolve, reject } = Promise.withResolvers<Result>();
    const listening = new AbortController();
    const { signal } = listening;
    const giveUp = (reason: Unfinished) => {
      end();
      reject(reason);
    };
    const timer = setTimeout(() => giveUp(tooSlow()), longest);
    const fail = () => {
      if (works) return giveUp(asUnfinished('The worker broke down.'));
      works = false;
      end();
      inPlace().then(resolve, reject);
    };
    const take = ({ data }: MessageEvent<Answer<Result>>) => {
      works = true;
      if ('result' in data) resolve(data.result);
      else reject(asUnfinished(data.failure));
    };
    worker.addEventListener('message', take, { signal });
    worker.addEventListener('error', fail, { signal });
    worker.addEventListener('messageerror', fail, { signal });
    worker.postMessage(call);
    return promise.finally(() => {
      clearTimeout(timer);
      listening.abort();
    });
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
    format: (...args) => inTurn({ method: 'format', args }, () => instead.format(...args)),
  };
}

function tooSlow(): Unfinished {
  return new Unfinished('too_slow', `Drawing it takes more than ${longest / 1000} seconds.`);
}

/** Undefined where the browser has none, or forbids them. */
function startWorker(): Worker | undefined {
  try {
    return new Worker(new URL('./workshop.worker.browser.ts', import.meta.url), { type: 'module' });
  } catch {
    return undefined;
  }
}
