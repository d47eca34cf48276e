import { CodedError } from '@autograph/contracts';
import { GenerateEvent, generateDiagram } from '@autograph/contracts/ai.ts';
import { api } from '@/lib/api.ts';
import { serverSentEvents } from '@/lib/server-sent-events.ts';

export type Stage = Extract<GenerateEvent, { event: 'stage' }>['stage'];

/** What a person reads while each stage runs. */
export const stageNames: Readonly<Record<Stage, string>> = {
  analysing: 'Reading your words',
  generating: 'Writing the diagram',
  checking: 'Checking that it parses',
  layout: 'Arranging it',
  rendering: 'Drawing it',
};

/**
 * Turns a prompt into Mermaid text, telling each stage and notice as it comes. The text is returned, not stored, so that
 * the caller can put it on the board as one undoable step. Throws CodedError, and AbortError when cancelled.
 */
export async function generate(
  prompt: string,
  options: { readonly signal: AbortSignal; readonly onStage: (stage: Stage) => void; readonly onNotice: (message: string) => void },
): Promise<string> {
  const response = await api(generateDiagram, { body: { prompt }, signal: options.signal });
  for await (const { event, data } of serverSentEvents(response)) {
    const parsed = GenerateEvent.safeParse({ event, ...parseRecord(data) });
    if (!parsed.success) continue;
    const message = parsed.data;
    if (message.event === 'stage') options.onStage(message.stage);
    else if (message.event === 'notice') options.onNotice(message.message);
    else if (message.event === 'done') return message.source;
    // Failures before the last one were told as notices.
    else throw new CodedError('generation_failed', { message: message.error.message, details: message.error.details?.slice(-1) });
  }
  throw new CodedError('generation_failed');
}

function parseRecord(text: string): object {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}
