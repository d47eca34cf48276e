import { z } from 'zod';
import { ErrorDetail } from './errors.ts';
import { defineRoute } from './route.ts';

export const GenerateRequest = z.object({
  prompt: z.string().trim().min(1).max(8000).describe('What to draw, in plain words.'),
  diagram_id: z.uuid().optional().describe('The file that receives the diagram; without it the text is only returned.'),
  provider: z.string().max(40).optional().describe('Ask this provider alone instead of the configured chain.'),
  x: z.number().optional().describe('Where the diagram goes on the board, px.'),
  y: z.number().optional(),
});
export type GenerateRequest = z.infer<typeof GenerateRequest>;

const generationStages = ['analysing', 'generating', 'checking', 'layout', 'rendering'] as const;

/** The server-sent events of a generation, in the order in which they come; it ends with `done` or `error`. */
export const GenerateEvent = z.discriminatedUnion('event', [
  z.object({ event: z.literal('stage'), stage: z.enum(generationStages) }),
  z.object({ event: z.literal('notice'), message: z.string().describe('For the user: a provider failed, text was corrected.') }),
  z.object({
    event: z.literal('done'),
    source: z.string().describe('Mermaid text that parses.'),
    kind: z.string().describe('The diagram kind, as the language names it.'),
    diagram_id: z.string().nullable(),
    block_id: z.string().nullable(),
    provider: z.string(),
    model: z.string(),
    usage: z.object({ input_tokens: z.number(), output_tokens: z.number(), total_tokens: z.number(), cost_usd: z.number().nullable() }),
  }),
  z.object({
    event: z.literal('error'),
    error: z.object({ code: z.string(), message: z.string(), action: z.string().optional(), details: z.array(ErrorDetail).optional() }),
  }),
]);
export type GenerateEvent = z.infer<typeof GenerateEvent>;

export const generateDiagram = defineRoute({
  service: 'ai',
  method: 'POST',
  path: '/api/ai/generate',
  summary: 'Turn a prompt into a diagram; answers with server-sent events',
  body: GenerateRequest,
  responses: { 200: 'stream' },
  errors: ['validation_failed', 'generation_failed', 'not_found', 'forbidden'],
});

export const AiProvider = z.object({ id: z.string(), label: z.string(), model: z.string(), built_in: z.boolean() });

export const listAiProviders = defineRoute({
  service: 'ai',
  method: 'GET',
  path: '/api/ai/providers',
  summary: 'The configured AI providers, in the order in which they are asked',
  responses: { 200: z.object({ items: z.array(AiProvider) }) },
});
