import { usageMetrics } from '@autograph/database';
import type { Kit } from '@autograph/service-kit';
import type { Attempt } from './generate.ts';

/** Keeps what an attempt used, in usage_metrics and in the log; a failure to record does not fail the generation. */
export async function recordUsage(kit: Kit, attempt: Attempt, userId: string, fileId: string | undefined): Promise<void> {
  const { provider, model, succeeded, inputTokens, outputTokens, cost, durationMs } = attempt;
  kit.log.info(
    {
      provider,
      model,
      succeeded,
      prompt_tokens: inputTokens,
      completion_tokens: outputTokens,
      total_tokens: inputTokens + outputTokens,
      cost_usd: cost,
      duration_ms: Math.round(durationMs),
    },
    'ai generation',
  );
  await kit.db
    .insert(usageMetrics)
    .values({
      metric: 'ai_generation',
      userId,
      fileId: fileId ?? null,
      value: 1,
      provider,
      model,
      inputTokens,
      outputTokens,
      costUsd: cost,
      durationMs: Math.round(durationMs),
      details: { succeeded },
    })
    .catch((error: unknown) => kit.log.error({ err: error }, 'usage could not be recorded'));
}
