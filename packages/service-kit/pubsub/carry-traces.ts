import { randomUUID } from 'node:crypto';
import { currentContext, inContext } from '../request-context.ts';
import { contextOf, originOf } from '../tracing/origin.ts';
import type { PubSub } from './pubsub.ts';

/** Stands before the origin of a message; no text of ours begins with it. */
const mark = '\u001e';

function wrapped(text: string): string {
  return currentContext()?.trace ? `${mark}${JSON.stringify(originOf())}\n${text}` : text;
}

function parsedOrigin(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** Messages of traced requests carry the trace on; listeners get their text alone, in the context of the request that sent it. */
export function carryTraces(pubsub: PubSub): PubSub {
  return {
    publish: (channel, text) => pubsub.publish(channel, wrapped(text)),
    subscribe: (channel, listener) =>
      pubsub.subscribe(channel, (text) => {
        const end = text.startsWith(mark) ? text.indexOf('\n') : -1;
        if (end < 0) return listener(text);
        inContext(contextOf(parsedOrigin(text.slice(1, end)), randomUUID()), () => listener(text.slice(end + 1)));
      }),
    close: () => pubsub.close(),
  };
}
