import type { PlatformConfig } from '@autograph/service-kit';

/** What a command is given, and where it says what it did. */
export interface Terminal {
  readonly config: PlatformConfig;
  /** Writes a line of the result. */
  say(line: string): void;
}

/** A command of `autograph`. */
export interface Command {
  /** What follows `autograph`, one way to write it a line. */
  readonly usage: readonly string[];
  readonly summary: string;
  /** Does it and gives the exit status. Throws StartError or ConfigError with one line for people, UsageError when it was not asked rightly. */
  run(args: readonly string[], terminal: Terminal): Promise<number>;
}

/** The command line was not understood; the caller shows the usage. */
export class UsageError extends Error {}
