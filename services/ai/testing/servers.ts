import { createServer, type IncomingMessage } from 'node:http';

export interface Captured {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export interface StubReply {
  readonly status?: number;
  readonly body?: object;
  readonly headers?: Record<string, string>;
  /** Never answers: the caller has to give up. */
  readonly hang?: boolean;
}

/** A real HTTP server that records what it is asked and answers by the given function; `onDropped` is told of callers that leave unanswered. */
export async function startProvider(answer: (request: Captured, count: number) => StubReply, onDropped: () => void = () => {}) {
  const requests: Captured[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const captured = { path: request.url ?? '', headers: request.headers, body: Buffer.concat(chunks).toString() };
    requests.push(captured);
    const reply = answer(captured, requests.length);
    if (reply.hang) {
      response.once('close', onDropped);
      return;
    }
    response.writeHead(reply.status ?? 200, { 'content-type': 'application/json', ...reply.headers });
    response.end(JSON.stringify(reply.body ?? {}));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** Bodies of successful answers, in the form of each protocol. */
export const answers = {
  openai: (text: string) => ({
    id: 'c1',
    object: 'chat.completion',
    created: 1,
    model: 'm',
    choices: [{ index: 0, message: { role: 'assistant', content: text }, finish_reason: 'stop' }],
    usage: { prompt_tokens: 120, completion_tokens: 30, total_tokens: 150 },
  }),
  anthropic: (text: string) => ({
    id: 'm1',
    type: 'message',
    role: 'assistant',
    model: 'm',
    content: [{ type: 'text', text }],
    stop_reason: 'end_turn',
    stop_sequence: null,
    usage: { input_tokens: 120, output_tokens: 30 },
  }),
  gemini: (text: string) => ({
    candidates: [{ content: { role: 'model', parts: [{ text }] }, finishReason: 'STOP', index: 0 }],
    usageMetadata: { promptTokenCount: 120, candidatesTokenCount: 30, totalTokenCount: 150 },
  }),
};
