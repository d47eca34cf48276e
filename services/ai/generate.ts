import { CodedError, type ErrorDetail } from '@autograph/contracts';
import type { Diagnostic } from '@autograph/editor';
import { conversation, correction, extractSource, system } from './prompt.ts';
import type { Completion, Connection } from './provider.ts';

export interface Link {
  readonly id: string;
  readonly label: string;
  readonly builtIn: boolean;
  readonly connection: Connection;
}

export interface Generation {
  readonly source: string;
  readonly provider: string;
  readonly model: string;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** US dollars; null when the provider has no price list. */
  readonly cost: number | null;
}

export interface Attempt {
  readonly provider: string;
  readonly model: string;
  readonly succeeded: boolean;
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly cost: number | null;
  readonly durationMs: number;
}

export interface GenerateOptions {
  readonly prompt: string;
  /** Asked in order until one gives text that parses. */
  readonly chain: readonly Link[];
  /** Errors in the text; none when it parses. */
  readonly check: (source: string) => readonly Diagnostic[];
  /** For one provider's whole turn, corrections included, ms. */
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
  readonly onStage: (stage: 'generating' | 'checking') => void;
  readonly onNotice: (message: string) => void;
  /** Waited for: what was used is kept before the answer is given. */
  readonly onAttempt: (attempt: Attempt) => void | Promise<void>;
}

const corrections = 2;

function reason(error: unknown, timedOut: boolean): string {
  if (timedOut) return 'took too long';
  if (error instanceof CodedError) return error.message;
  const status = typeof error === 'object' && error !== null && 'statusCode' in error ? error.statusCode : undefined;
  if (status === 401 || status === 403) return 'refused its API key; an administrator can correct it in the configuration';
  if (status === 429) return 'is limiting requests';
  return typeof status === 'number' ? `answered with HTTP ${status}` : 'could not be reached';
}

const describe = ({ line, column, message }: Diagnostic) => `line ${line}, column ${column}: ${message}`;

interface Tokens {
  input: number;
  output: number;
}

/** Asks one provider, sending invalid text back with the parser's errors; gives the last errors when it never parsed. Counts up `used`. */
async function ask(connection: Connection, options: GenerateOptions, signal: AbortSignal, used: Tokens) {
  const messages = conversation(options.prompt);
  let problems: readonly Diagnostic[] = [];
  for (let round = 0; round <= corrections; round++) {
    options.onStage('generating');
    const answer: Completion = await connection.complete({ system, messages, signal });
    used.input += answer.inputTokens;
    used.output += answer.outputTokens;
    options.onStage('checking');
    const source = extractSource(answer.text);
    problems = options.check(source);
    if (problems.length === 0) return { source, problems };
    messages.push(...correction(source, problems.map(describe).join('; ')));
  }
  return { source: undefined, problems };
}

/** Turns a prompt into Mermaid text that parses. Throws CodedError generation_failed when every provider failed, timeout when the only one was too slow. */
export async function generate(options: GenerateOptions): Promise<Generation> {
  const failures: ErrorDetail[] = [];
  let onlyTimeouts = true;
  for (const { id, label, connection } of options.chain) {
    const started = performance.now();
    const limit = AbortSignal.timeout(options.timeoutMs);
    const used: Tokens = { input: 0, output: 0 };
    const record = async (succeeded: boolean) => {
      const { input, output } = used;
      const cost = connection.price ? (input * connection.price.input + output * connection.price.output) / 1e6 : null;
      await options.onAttempt({
        provider: id,
        model: connection.model,
        succeeded,
        inputTokens: input,
        outputTokens: output,
        cost,
        durationMs: performance.now() - started,
      });
      return cost;
    };
    try {
      const { source, problems } = await ask(connection, options, AbortSignal.any([options.signal, limit]), used);
      const cost = await record(source !== undefined);
      if (source !== undefined)
        return { source, provider: id, model: connection.model, inputTokens: used.input, outputTokens: used.output, cost };
      onlyTimeouts = false;
      failures.push({ path: id, message: `${label} gave text that does not parse: ${problems.map(describe).join('; ')}` });
    } catch (error) {
      await record(false);
      if (options.signal.aborted) throw error;
      onlyTimeouts &&= limit.aborted;
      failures.push({ path: id, message: `${label} ${reason(error, limit.aborted)}` });
    }
    // The last failure is told by the error.
    if (failures.length < options.chain.length) options.onNotice(`${failures.at(-1)?.message}.`);
  }
  throw new CodedError(onlyTimeouts && failures.length > 0 ? 'timeout' : 'generation_failed', { details: failures });
}
