import { addBlock, CodedError, errorCodes, getDiagram } from '@autograph/contracts';
import { type GenerateRequest, generateDiagram, listAiProviders } from '@autograph/contracts/ai.ts';
import { checkSource, defaultFamily, detectLanguage } from '@autograph/languages';
import { asCodedError, defineService, type Identity, implement, type Kit, ports } from '@autograph/service-kit';
import { z } from 'zod';
import { buildChain, chooseProvider } from './chain.ts';
import { eventStream } from './event-stream.ts';
import { generate, type Link } from './generate.ts';
import { manifests } from './providers/registry.gen.ts';
import { recordUsage } from './record-usage.ts';

const settings = z.object({ AI_TIMEOUT_MS: z.coerce.number().int().min(1000).max(600_000).default(60_000) });

type Events = ReturnType<typeof eventStream>;

/** Runs one generation, telling each step as an event, and puts the result into the file when one is named. */
async function run(
  kit: Kit<z.infer<typeof settings>>,
  chain: readonly Link[],
  body: GenerateRequest,
  identity: Identity,
  events: Events,
  signal: AbortSignal,
) {
  events.send({ event: 'stage', stage: 'analysing' });
  const { source, provider, model, inputTokens, outputTokens, cost } = await generate({
    prompt: body.prompt,
    chain,
    check: (text) => checkSource(defaultFamily, text).filter(({ severity }) => severity === 'error'),
    timeoutMs: kit.config.AI_TIMEOUT_MS,
    signal,
    onStage: (stage) => events.send({ event: 'stage', stage }),
    onNotice: (message) => events.send({ event: 'notice', message }),
    onAttempt: (attempt) => recordUsage(kit, attempt, identity.user_id, body.diagram_id),
  });
  events.send({ event: 'stage', stage: 'layout' });
  let blockId: string | null = null;
  if (body.diagram_id) {
    const at = body.x === undefined || body.y === undefined ? {} : { x: body.x, y: body.y };
    const added = await kit.call(
      addBlock,
      { params: { id: body.diagram_id }, body: { language: defaultFamily, source, ...at } },
      { identity, signal },
    );
    blockId = added.block.id;
  }
  events.send({ event: 'stage', stage: 'rendering' });
  events.send({
    event: 'done',
    source,
    kind: detectLanguage(defaultFamily, source)?.label ?? 'Diagram',
    diagram_id: body.diagram_id ?? null,
    block_id: blockId,
    provider,
    model,
    usage: { input_tokens: inputTokens, output_tokens: outputTokens, total_tokens: inputTokens + outputTokens, cost_usd: cost },
  });
}

/** Refuses a file that may not be written, before anybody is asked to write something for it. */
async function ensureWritable(kit: Kit, id: string, identity: Identity): Promise<void> {
  const { access, is_deleted } = await kit.call(getDiagram, { params: { id } }, { identity });
  if (is_deleted) throw new CodedError('not_found', { message: 'This file is in the trash: restore it first.' });
  if (access === 'view') throw new CodedError('forbidden', { message: 'This file is shared with you for viewing only.' });
}

export const service = defineService({
  name: 'ai',
  port: ports.ai,
  configSchema: settings,
  async register(app, kit) {
    const chain = buildChain(manifests, kit.config.environment);

    implement(app, listAiProviders, async () => ({
      items: chain.map(({ id, label, builtIn, connection }) => ({ id, label, model: connection.model, built_in: builtIn })),
    }));

    implement(app, generateDiagram, async ({ body, identity, reply }) => {
      if (!kit.settings.enabled('ai_generation', identity.user_id)) throw new CodedError('feature_off');
      const links = chooseProvider(chain, body.provider);
      if (body.diagram_id) await ensureWritable(kit, body.diagram_id, identity);
      const gone = new AbortController();
      reply.raw.once('close', () => gone.abort());
      const events = eventStream();
      void run(kit, links, body, identity, events, gone.signal)
        .catch((error: unknown) => {
          if (gone.signal.aborted) return;
          const { code, message, details } = error instanceof CodedError ? error : asCodedError(error);
          if (code === 'internal') kit.log.error({ err: error }, 'generation failed');
          events.send({
            event: 'error',
            error: { code, message, action: errorCodes[code].action, ...(details ? { details: [...details] } : {}) },
          });
        })
        .finally(events.end);
      reply
        .header('content-type', 'text/event-stream; charset=utf-8')
        .header('cache-control', 'no-store')
        .header('x-accel-buffering', 'no');
      return events.body;
    });
  },
});
