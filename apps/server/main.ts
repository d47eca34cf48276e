import { parseArgs } from 'node:util';
import { ConfigError, readConfig, StartError } from '@autograph/service-kit';
import { config as readEnvironmentFile } from 'dotenv';
import { serve, shutdownDelay } from './serve.ts';
import { chosenServices } from './service-names.ts';

const usage = 'Usage: autograph serve [--services=all|auth,diagram,…]';

/** Milliseconds after which a stop that hangs is given up, beyond those that requests may take. */
const patience = 15_000;

/** Reads the command line. Throws StartError with the usage when it is not understood. */
function askedServices(): readonly string[] {
  const read = () => {
    try {
      return parseArgs({ allowPositionals: true, options: { services: { type: 'string' } } });
    } catch (error) {
      throw new StartError(usage, { cause: error });
    }
  };
  const { positionals, values } = read();
  if (positionals.length !== 1 || positionals[0] !== 'serve') throw new StartError(usage);
  return chosenServices(values.services);
}

async function main(): Promise<void> {
  const names = askedServices();
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

main().catch((error: unknown) => {
  const plain = error instanceof StartError || error instanceof ConfigError;
  process.stderr.write(`${plain ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
});
