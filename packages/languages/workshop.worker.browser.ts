import { createLayouter } from '@autograph/layout';
import { createTextMeasurer } from '@autograph/render';
import { createWorkshop } from './workshop.ts';
import type { Answer, Call } from './workshop-worker.browser.ts';

const workshop = createWorkshop(createLayouter(), createTextMeasurer());

function carryOut(call: Call): Promise<unknown> {
  switch (call.method) {
    case 'draw':
      return workshop.draw(...call.args);
    case 'layOut':
      return workshop.layOut(...call.args);
    case 'arrange':
      return workshop.arrange(...call.args);
    case 'place':
      return workshop.place(...call.args);
    case 'mend':
      return workshop.mend(...call.args);
    case 'format':
      return workshop.format(...call.args);
  }
}

async function answer(call: Call): Promise<Answer<unknown>> {
  try {
    return { result: await carryOut(call) };
  } catch (error) {
    return { failure: error instanceof Error ? error.message : String(error) };
  }
}

self.addEventListener('message', async ({ data }: MessageEvent<Call>) => self.postMessage(await answer(data)));
// Says that it has come to life.
self.postMessage(undefined);
