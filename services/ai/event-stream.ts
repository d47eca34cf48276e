import { PassThrough } from 'node:stream';
import type { GenerateEvent } from '@autograph/contracts/ai.ts';

/** A body of server-sent events (text/event-stream, HTML Standard 9.2). */
export function eventStream() {
  const body = new PassThrough();
  return {
    body,
    send: ({ event, ...data }: GenerateEvent) => body.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`),
    end: () => body.end(),
  };
}
