import { getLogLevels, type LogLevels, setLogLevel } from '@autograph/contracts';
import { implement, requireAdmin } from '@autograph/service-kit';
import type { FastifyInstance } from 'fastify';
import { recordEvent } from '../audit.ts';
import type { AuthKit } from '../auth-kit.ts';

const levelsOf = ({ config, settings, logs }: AuthKit): LogLevels => ({
  initial: config.LOG_LEVEL,
  settings: settings.logLevels.value,
  loggers: logs.levels(),
});

/** How much each service and module logs, for administrators to see and change while everything runs. */
export function serveLogLevels(app: FastifyInstance, kit: AuthKit): void {
  implement(app, getLogLevels, async ({ identity }) => {
    requireAdmin(identity, 'system.view');
    return levelsOf(kit);
  });
  implement(app, setLogLevel, async ({ body: { logger, level }, identity, request }) => {
    requireAdmin(identity, 'system.manage');
    await kit.settings.logLevels.change(
      ({ [logger]: _before, ...others }) => (level === null ? others : { ...others, [logger]: level }),
      identity.user_id,
    );
    const event = { action: 'admin.log_level_changed', result: 'success', userId: identity.user_id } as const;
    await recordEvent(kit.db, request, { ...event, details: { logger, level } });
    return levelsOf(kit);
  });
}
