import { Worker as Thread } from 'node:worker_threads';
import type { Block } from '@autograph/document';
import { createWorkshop } from '@autograph/languages';
import { createWorkerWorkshop } from '@autograph/languages/workshop-worker.browser.ts';
import { createLayouter } from '@autograph/layout';
import { createTextMeasurer } from '@autograph/render';
import { afterEach, describe, expect, it, vi } from 'vitest';

/** A worker's program, in which one text is drawn without end. */
const program = `
  const { parentPort } = require('node:worker_threads');
  parentPort.on('message', ({ args: [{ block }] }) => {
    while (block.source.includes('endless'));
    parentPort.postMessage({ result: 'drawn' });
  });
  parentPort.postMessage(undefined);
`;

let threads: Thread[] = [];

/** As a browser's worker: a thread of its own. */
class ThreadWorker extends EventTarget {
  readonly #thread = new Thread(program, { eval: true });

  constructor() {
    super();
    threads.push(this.#thread);
    this.#thread.on('message', (data) => this.dispatchEvent(new MessageEvent('message', { data })));
  }

  postMessage(data: unknown): void {
    this.#thread.postMessage(data);
  }

  terminate(): void {
    void this.#thread.terminate();
  }
}

/** A worker that answers as it is told: it comes to life unless it is told not to. */
function puppet(answer: (worker: EventTarget) => void, lives = true) {
  return class extends EventTarget {
    constructor() {
      super();
      queueMicrotask(() => this.dispatchEvent(lives ? new MessageEvent('message', { data: undefined }) : new Event('error')));
    }
    postMessage(): void {
      queueMicrotask(() => answer(this));
    }
    terminate(): void {}
  };
}

const here = createWorkshop(createLayouter(), createTextMeasurer());
const never = { ...here, draw: () => Promise.reject(new Error('The page was asked.')) };

const blockOf = (source: string): Block => ({ id: 'bl_1', language: 'mermaid', source, x: 0, y: 0, index: 'a0', layout: {} });
const light = { block: blockOf('flowchart LR\n  a --> b') };
const endless = { block: blockOf('flowchart LR\n  endless') };

afterEach(async () => {
  vi.unstubAllGlobals();
  await Promise.all(threads.map((thread) => thread.terminate()));
  threads = [];
});

describe('a workshop in a worker', () => {
  it('stops what takes too long with its thread, and draws what comes next in a new one', async () => {
    vi.stubGlobal('Worker', ThreadWorker);
    const workshop = createWorkerWorkshop(never, { longest: 500 });
    const [slow, next] = [workshop.draw(endless), workshop.draw(light)];
    await expect(slow).rejects.toMatchObject({ code: 'too_slow', message: expect.stringContaining('more than 0.5 seconds') });
    expect(await next).toBe('drawn');
    expect(threads).toHaveLength(2);
  });

  it('goes on with a new worker when one breaks down, be it over the first thing that it is asked', async () => {
    const answers = [new Event('error'), new MessageEvent('message', { data: { result: 'drawn' } })];
    vi.stubGlobal(
      'Worker',
      puppet((worker) => worker.dispatchEvent(answers.shift() ?? new Event('error'))),
    );
    const workshop = createWorkerWorkshop(never);
    await expect(workshop.draw(light)).rejects.toMatchObject({ code: 'too_complex' });
    expect(await workshop.draw(light)).toBe('drawn');
  });

  it('asks the page where none comes to life, and where there is none', async () => {
    const draw = vi.fn(here.draw);
    vi.stubGlobal(
      'Worker',
      puppet(() => {}, false),
    );
    await createWorkerWorkshop({ ...here, draw }).draw(light);
    vi.stubGlobal('Worker', undefined);
    await createWorkerWorkshop({ ...here, draw }).draw(light);
    expect(draw).toHaveBeenCalledTimes(2);
  });
});
