import type { z } from 'zod';

export interface Message {
  readonly role: 'user' | 'assistant';
  readonly content: string;
}

export interface CompletionRequest {
  readonly system: string;
  readonly messages: readonly Message[];
  readonly signal: AbortSignal;
}

export interface Completion {
  readonly text: string;
  readonly inputTokens: number;
  readonly outputTokens: number;
}

/** US dollars per million tokens. */
export interface Price {
  readonly input: number;
  readonly output: number;
}

/** A provider that is configured and can be asked. */
export interface Connection {
  readonly model: string;
  readonly price?: Price;
  /** Rejects when the provider fails, refuses the key or is cut off by the signal. */
  complete(request: CompletionRequest): Promise<Completion>;
}

/** One source of completions: a folder with a `manifest.ts`. */
export interface Provider<Settings = unknown> {
  /** Equals the folder's name. */
  readonly id: string;
  readonly label: string;
  /** Asked in this order, lowest first. */
  readonly rank: number;
  /** Needs no network: used when nothing else is configured, never as a silent stand-in for one that failed. */
  readonly builtIn: boolean;
  /** What it reads from the environment. */
  readonly settings: z.ZodType<Settings>;
  /** The connection, or undefined when the settings do not configure it. */
  connect(settings: Settings): Connection | undefined;
}
