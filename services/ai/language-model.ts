import { generateText, type LanguageModel } from 'ai';
import type { Completion, CompletionRequest, Connection, Price } from './provider.ts';

/** A connection that asks a model of the AI SDK once a request; trying again is the chain's business. */
export function connectModel(languageModel: LanguageModel, model: string, price: Price | undefined): Connection {
  return {
    model,
    ...(price ? { price } : {}),
    async complete({ system, messages, signal }: CompletionRequest): Promise<Completion> {
      const { text, usage } = await generateText({
        model: languageModel,
        instructions: system,
        messages: messages.map(({ role, content }) => ({ role, content })),
        abortSignal: signal,
        maxOutputTokens: 4096,
        maxRetries: 0,
        temperature: 0.2,
      });
      return { text, inputTokens: usage.inputTokens ?? 0, outputTokens: usage.outputTokens ?? 0 };
    },
  };
}
