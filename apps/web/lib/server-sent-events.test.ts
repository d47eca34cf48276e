import { expect, it } from 'vitest';
import { type ServerSentEvent, serverSentEvents } from './server-sent-events.ts';

function answer(...chunks: string[]): Response {
  return new Response(
    new ReadableStream({
      start(controller) {
        for (const chunk of chunks) controller.enqueue(new TextEncoder().encode(chunk));
        controller.close();
      },
    }),
  );
}

it('puts events together that arrive in pieces, past comments', async () => {
  const events: ServerSentEvent[] = [];
  for await (const event of serverSentEvents(answer('event: sta', 'ge\ndata: {"a":', '1}\n\n: ping\n\nevent: done\ndata: x\ndata: y\n\n')))
    events.push(event);
  expect(events).toEqual([
    { event: 'stage', data: '{"a":1}' },
    { event: 'done', data: 'x\ny' },
  ]);
});
