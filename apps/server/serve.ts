import { setTimeout as delay } from 'node:timers/promises';
import { format, stripVTControlCharacters } from 'node:util';
import {
  createLogs,
  ensurePort,
  type Host,
  hostServices,
  type Log,
  type Logs,
  listen,
  type OpenPlatform,
  openPlatform,
  type PlatformConfig,
  ports,
  type Service,
  takeUpgrades,
} from '@autograph/service-kit';
import { loadServices } from './load-services.ts';
import { serviceNames } from './service-names.ts';

export interface Running {
  /** Ports in use by service. */
  readonly ports: Readonly<Record<string, number>>;
  /** Lets balancers look away for SHUTDOWN_DELAY_MS, finishes what was accepted, then closes everything. */
  stop(): Promise<void>;
}

/** With every service in one process only the gateway listens; otherwise each chosen one does. */
const listeners = (names: readonly string[]): readonly string[] =>
  names.length === serviceNames.length ? names.filter((name) => name === 'gateway') : names;

const portByName: Readonly<Record<string, number>> = ports;

/** The port that each service which listens will use. */
function portsOf(names: readonly string[], config: PlatformConfig): readonly { readonly name: string; readonly port: number }[] {
  const listening = listeners(names);
  return listening.map((name) => {
    const port = portByName[name] ?? 0;
    return { name, port: listening.length === 1 ? (config.PORT ?? port) : port };
  });
}

async function open(names: readonly string[], host: Host, config: PlatformConfig): Promise<Record<string, number>> {
  const used: Record<string, number> = {};
  for (const { name, port } of portsOf(names, config)) {
    const app = host.app(name);
    const socket = host.directory.local(name)?.socket;
    if (socket) takeUpgrades(app, socket);
    used[name] = await listen(app, config.HOST, port);
  }
  return used;
}

/** Milliseconds for balancers to notice: none where there is none. */
export const shutdownDelay = (config: PlatformConfig): number => config.SHUTDOWN_DELAY_MS ?? (config.ENV === 'local' ? 0 : 5000);

/** Some libraries print what they do and what goes wrong; from here on that too becomes lines of the log. */
function keepConsoleInLog(log: Log): void {
  const text = (parts: readonly unknown[]) => stripVTControlCharacters(format(...parts));
  console.error = (...parts: unknown[]) => log.error(text(parts));
  console.warn = (...parts: unknown[]) => log.warn(text(parts));
  for (const method of ['log', 'info', 'debug'] as const) console[method] = (...parts: unknown[]) => log.debug(text(parts));
}

/** Opens the platform while the services are loaded: a database that starts leaves this process its time. Nothing stays open when either fails. */
async function openAndLoad(
  names: readonly string[],
  config: PlatformConfig,
  logs: Logs,
): Promise<{ readonly opened: OpenPlatform; readonly services: readonly Service[] }> {
  const opening = openPlatform(config, logs);
  opening.catch(() => undefined);
  try {
    const services = await loadServices(names);
    return { opened: await opening, services };
  } catch (error) {
    await opening.then(
      (opened) => opened.close(),
      () => undefined,
    );
    throw error;
  }
}

/** Runs the named services in this process. Throws StartError or ConfigError, and leaves nothing open then. */
export async function serve(names: readonly string[], config: PlatformConfig): Promise<Running> {
  const logs = createLogs(config.LOG_LEVEL);
  const log = logs.of('platform');
  keepConsoleInLog(log);
  for (const { port } of portsOf(names, config)) await ensurePort(config.HOST, port);
  const { opened, services } = await openAndLoad(names, config, logs);
  let host: Host | undefined;
  const stop = async () => {
    await host?.close();
    await opened.close();
  };
  try {
    host = await hostServices(opened.platform, services);
    const running = host;
    const used = await open(names, running, config);
    const leave = async () => {
      running.leave();
      await delay(shutdownDelay(config));
      await running.finish();
      await stop();
    };
    return { ports: used, stop: leave };
  } catch (error) {
    await stop();
    throw error;
  }
}
