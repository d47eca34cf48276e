import { parseArgs } from 'node:util';
import { ConfigError, readConfig, StartError } from '@autograph/service-kit';
import { config as readEnvironmentFile } from 'dotenv';
import { type Command, UsageError } from './commands/command.ts';
import { help, shortUsage } from './commands/help.ts';
import { commands } from './commands/index.ts';
import { serve, shutdownDelay } from './serve.ts';
import { chosenServices } from './service-names.ts';

/** Milliseconds after which a stop that hangs is given up, beyond those that requests may take. */
const patience = 15_000;

/** The services that the command line asks for. Throws UsageError when it is not understood. */
function askedServices(args: readonly string[]): readonly string[] {
  const read = () => {
    try {
      return parseArgs({ args: [...args], options: { services: { type: 'string' } } }).values;
    } catch (cause) {
      throw new UsageError(shortUsage, { cause });
    }
  };
  return chosenServices(read().services);
}

async function runServer(args: readonly string[]): Promise<void> {
  const names = askedServices(args);
  readEnvironmentFile({ quiet: true });
  const config = readConfig(process.env);
  const running = await serve(names, config);

  let stoppingSince = 0;
  const stop = (signal: NodeJS.Signals) => {
    // One Ctrl-C may arrive twice: from the terminal and passed on by npm.
    if (stoppingSince > 0 && Date.now() - stoppingSince > 1000) process.exit(1);
    if (stoppingSince > 0) return;
    stoppingSince = Date.now();
    process.stderr.write(`${signal}: finishing what is under way …\n`);
    setTimeout(() => process.exit(1), shutdownDelay(config) + config.REQUEST_TIMEOUT_MS + patience).unref();
    void running.stop().then(() => process.exit(0));
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop);

  for (const [name, port] of Object.entries(running.ports))
    process.stderr.write(`AutoGraph ${name === 'gateway' ? '' : `${name} `}is ready at http://localhost:${port}\n`);
}

async function runCommand(command: Command, args: readonly string[]): Promise<number> {
  readEnvironmentFile({ quiet: true });
  const say = (line: string) => void process.stdout.write(`${line}\n`);
  return command.run(args, { config: readConfig(process.env), say }).catch((error: unknown) => {
    if (error instanceof UsageError)
      throw new UsageError(command.usage.map((line) => `Usage: autograph ${line}`).join('\n'), { cause: error });
    throw error;
  });
}

async function run([name = '', ...args]: readonly string[]): Promise<void> {
  if (name === 'serve') return runServer(args);
  if (['help', '--help', '-h'].includes(name)) return void process.stdout.write(await help());
  const load = commands[name];
  if (!load) throw new UsageError(shortUsage);
  process.exitCode = await runCommand(await load(), args);
}

/** Does what the command line asks for; what goes wrong ends the process with a line for people. */
export const runCommandLine = (args: readonly string[]): Promise<void> =>
  run(args).catch((error: unknown) => {
    const plain = error instanceof StartError || error instanceof ConfigError || error instanceof UsageError;
    process.stderr.write(`${plain ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
    process.exit(1);
  });
