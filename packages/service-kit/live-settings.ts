import { type FlagName, FlagRule, type FlagSettings, isEnabled, LogLevel, type LogLevelSettings } from '@autograph/contracts';
import type { Database } from '@autograph/database';
import { followSetting, type LiveSetting } from './live-setting.ts';
import type { Logs } from './logs.ts';
import type { PubSub } from './pubsub/pubsub.ts';

/** Where the levels of loggers are kept. */
export const logLevelsSetting = { key: 'log_levels', entry: LogLevel };
const flagsSetting = { key: 'flags', entry: FlagRule };

const lookEveryMs = 30_000;

/** Settings that change while the product runs. */
export interface LiveSettings {
  readonly logLevels: LiveSetting<LogLevelSettings>;
  readonly flags: LiveSetting<FlagSettings>;
  /** Whether a feature is on for somebody. */
  enabled(flag: FlagName, userId: string | null): boolean;
  close(): Promise<void>;
}

/** Follows every such setting. */
export async function followSettings(at: { db: Database; pubsub: PubSub; logs: Logs }): Promise<LiveSettings> {
  const log = at.logs.of('platform', 'settings');
  const base = { db: at.db, pubsub: at.pubsub, log, lookEveryMs };
  const [logLevels, flags] = await Promise.all([
    followSetting({ ...base, ...logLevelsSetting, apply: at.logs.apply }),
    followSetting({ ...base, ...flagsSetting }),
  ]);
  return {
    logLevels,
    flags,
    enabled: (flag, userId) => isEnabled(flag, flags.value, userId),
    close: async () => void (await Promise.all([logLevels.close(), flags.close()])),
  };
}
