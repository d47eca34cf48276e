import type { IncomingHttpHeaders } from 'node:http';
import { Readable } from 'node:stream';
import type { Dispatcher } from 'undici';

export interface RemoteAnswer {
  readonly statusCode: number;
  readonly headers: IncomingHttpHeaders;
  /** Whole where it is small and says how long it is, else as it comes. */
  readonly body: Buffer | Readable;
}

/** Bytes up to which an answer is taken in whole: to pass it on as a stream would cost more than to hold it. */
const wholeBytes = 65_536;

/** Lets an answer pass that nobody reads, so that its connection can be used again. */
export function discard({ body }: RemoteAnswer): void {
  if (body instanceof Readable) body.on('error', () => undefined).resume();
}

function isSmall(headers: IncomingHttpHeaders, method: string): boolean {
  const length = headers['content-length'];
  return method === 'HEAD' || (length !== undefined && Number(length) <= wholeBytes);
}

/** Takes in one answer: settles at its end when it is small, else when it begins. */
class Receiver implements Dispatcher.DispatchHandler {
  readonly #parts: Buffer[] = [];
  readonly #method: string;
  readonly #signal: AbortSignal | undefined;
  readonly #settle: PromiseWithResolvers<RemoteAnswer>;
  #head: { readonly statusCode: number; readonly headers: IncomingHttpHeaders } | undefined;
  #stream: Readable | undefined;
  #controller: Dispatcher.DispatchController | undefined;

  constructor(method: string, signal: AbortSignal | undefined, settle: PromiseWithResolvers<RemoteAnswer>) {
    this.#method = method;
    this.#signal = signal;
    this.#settle = settle;
  }

  readonly #abort = () => this.#controller?.abort(this.#signal?.reason);

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    if (this.#signal?.aborted) this.#abort();
    else this.#signal?.addEventListener('abort', this.#abort, { once: true });
  }

  onResponseStart(controller: Dispatcher.DispatchController, statusCode: number, headers: IncomingHttpHeaders): void {
    // Those below are notices that an answer will come.
    if (statusCode < 200) return;
    this.#head = { statusCode, headers };
    if (isSmall(headers, this.#method)) return;
    const stream = new Readable({
      read: () => controller.resume(),
      destroy: (error, done) => {
        if (this.#stream) controller.abort(error ?? new Error('nobody reads the answer any more'));
        done(error);
      },
    });
    this.#stream = stream;
    this.#settle.resolve({ statusCode, headers, body: stream });
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Buffer): void {
    if (!this.#stream) this.#parts.push(chunk);
    else if (!this.#stream.push(chunk)) controller.pause();
  }

  onResponseEnd(): void {
    this.#signal?.removeEventListener('abort', this.#abort);
    const stream = this.#stream;
    this.#stream = undefined;
    if (stream) stream.push(null);
    else if (this.#head) this.#settle.resolve({ ...this.#head, body: Buffer.concat(this.#parts) });
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    this.#signal?.removeEventListener('abort', this.#abort);
    const stream = this.#stream;
    this.#stream = undefined;
    stream?.destroy(error);
    this.#settle.reject(error);
  }
}

/** Sends one request over the connections of a dispatcher. */
export function exchange(dispatcher: Dispatcher, options: Dispatcher.DispatchOptions, signal?: AbortSignal): Promise<RemoteAnswer> {
  const settle = Promise.withResolvers<RemoteAnswer>();
  dispatcher.dispatch(options, new Receiver(options.method, signal, settle));
  return settle.promise;
}
