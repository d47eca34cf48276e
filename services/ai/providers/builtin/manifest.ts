import { CodedError } from '@autograph/contracts';
import { z } from 'zod';
import type { CompletionRequest, Provider } from '../../provider.ts';
import { classify } from './classify.ts';
import { composeArchitecture } from './compose.ts';
import { writeFlowchart } from './write-flowchart.ts';
import { writeSchema } from './write-schema.ts';
import { writeSequence } from './write-sequence.ts';

function write(prompt: string): string | undefined {
  const architecture = composeArchitecture(prompt);
  const kind = classify(prompt);
  const asked = kind === 'schema' ? writeSchema(prompt) : kind === 'sequence' ? writeSequence(prompt) : undefined;
  return asked ?? (architecture && writeFlowchart(architecture));
}

/** Composes diagrams from a lexicon of components and a library of patterns, without any model. */
export const manifest: Provider<object> = {
  id: 'builtin',
  label: 'Built-in generator',
  rank: 100,
  builtIn: true,
  settings: z.object({}),
  connect: () => ({
    model: 'patterns',
    price: { input: 0, output: 0 },
    async complete({ messages }: CompletionRequest) {
      const prompt = messages.findLast(({ role }) => role === 'user')?.content ?? '';
      const source = write(prompt);
      if (!source) {
        throw new CodedError('generation_failed', {
          message:
            'knows none of these parts; name some parts, such as "users go through a CDN to a web app that reads Postgres and Redis"',
        });
      }
      return { text: source, inputTokens: 0, outputTokens: 0 };
    },
  }),
};
