import type { LogLevel, LogLevelSettings } from '@autograph/contracts';
import type { DestinationStream } from 'pino';
import { createLog, type Log } from './log.ts';

/** The loggers of a process; their levels may be changed while it runs. */
export interface Logs {
  /** The logger of a service, or of one module of it; the same one each time. */
  of(service: string, module?: string): Log;
  /** Sets levels by service, such as `diagram`, and by module of one, such as `diagram/sql`; the narrower one counts. Whom the settings do not name has the level of the configuration. */
  apply(settings: Readonly<LogLevelSettings>): void;
  /** Every logger that there is, as `service` or `service/module`, with its level. */
  levels(): Readonly<Record<string, LogLevel>>;
}

interface Entry {
  readonly log: Log;
  level: LogLevel;
}

/** Loggers of one process, all at `initial` until told otherwise. */
export function createLogs(initial: LogLevel, destination?: DestinationStream): Logs {
  const entries = new Map<string, Entry>();
  let settings: Readonly<LogLevelSettings> = {};

  const levelOf = (name: string): LogLevel => settings[name] ?? settings[name.split('/')[0] ?? ''] ?? initial;

  function add(name: string, make: (level: LogLevel) => Log): Log {
    const level = levelOf(name);
    const log = make(level);
    entries.set(name, { log, level });
    return log;
  }

  function of(service: string, module?: string): Log {
    const name = module === undefined ? service : `${service}/${module}`;
    const known = entries.get(name);
    if (known) return known.log;
    if (module === undefined) return add(name, (level) => createLog(service, level, destination));
    return add(name, (level) => of(service).child({ module }, { level }));
  }

  return {
    of,
    apply(next) {
      settings = next;
      for (const [name, entry] of entries) {
        entry.level = levelOf(name);
        entry.log.level = entry.level;
      }
    },
    levels: () => Object.fromEntries([...entries].map(([name, { level }]) => [name, level])),
  };
}
