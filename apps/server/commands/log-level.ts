import { LoggerName, LogLevel } from '@autograph/contracts';
import { auditLog, type Database, instanceSettings } from '@autograph/database';
import { eq } from '@autograph/database/query.ts';
import {
  announceSetting,
  createLog,
  entriesOf,
  logLevelsSetting,
  openMessages,
  type PlatformConfig,
  storeSetting,
} from '@autograph/service-kit';
import { UsageError } from './command.ts';
import { toolName } from './open-tools.ts';

/** A level by any of its names: WARNING is warn. Null for `default`. */
function levelOf(name: string) {
  const wanted = name.toLowerCase().replace(/^warning$/, 'warn');
  if (wanted === 'default') return null;
  const level = LogLevel.options.find((known) => known === wanted);
  if (!level) throw new UsageError();
  return level;
}

/** Tells running processes at once where they share Redis; otherwise they look by themselves. */
async function announce(config: PlatformConfig): Promise<string> {
  if (!config.REDIS_URL) return 'Running services follow within 30 seconds.';
  const messages = await openMessages(config.REDIS_URL, config.REDIS_PREFIX, createLog('tool', 'silent'));
  await announceSetting(messages.pubsub, logLevelsSetting.key).finally(() => messages.close());
  return 'Running services follow now.';
}

/** Shows or changes how much services and their modules log. */
export async function logLevel(db: Database, config: PlatformConfig, [logger, name]: readonly string[]): Promise<readonly string[]> {
  if (logger === undefined) {
    const [row] = await db.select().from(instanceSettings).where(eq(instanceSettings.key, logLevelsSetting.key));
    const set = Object.entries(entriesOf(logLevelsSetting.entry, row?.value));
    return [`${config.LOG_LEVEL.padEnd(6)}  all that is not named here`, ...set.map(([each, level]) => `${level.padEnd(6)}  ${each}`)];
  }
  if (name === undefined || !LoggerName.safeParse(logger).success) throw new UsageError();
  const level = levelOf(name);
  await storeSetting(
    db,
    logLevelsSetting,
    ({ [logger]: _before, ...others }) => (level === null ? others : { ...others, [logger]: level }),
    null,
  );
  await db.insert(auditLog).values({
    action: 'admin.log_level_changed',
    actor: toolName,
    resourceType: 'setting',
    resourceId: logLevelsSetting.key,
    details: { logger, level },
  });
  return [`${logger} logs at ${level ?? `${config.LOG_LEVEL}, as configured`}.`, await announce(config)];
}
