import { access, constants, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { addressesOf, ensureDataFolder, ensurePort, type PlatformConfig, ports, reason } from '@autograph/service-kit';
import { type Finding, ok, problem, warning } from './check.ts';

const lowBytes = 1_073_741_824;
const gigabytes = (bytes: number) => `${(bytes / 1_073_741_824).toFixed(1)} GB`;

/** The data folder, and the room on its disk. */
export async function checkDisk(config: PlatformConfig): Promise<readonly Finding[]> {
  await ensureDataFolder(config.DATA_DIR);
  const { bavail, blocks, bsize } = await statfs(config.DATA_DIR);
  const free = bavail * bsize;
  const says = `${gigabytes(free)} of ${gigabytes(blocks * bsize)} are free for ${config.DATA_DIR}`;
  return [
    free > lowBytes && bavail / blocks > 0.05 ? ok(says) : problem(says, 'Make room or move DATA_DIR: a full disk stops every write.'),
  ];
}

async function portFinding(config: PlatformConfig, name: string, port: number): Promise<Finding> {
  const health = await fetch(`http://127.0.0.1:${port}/health/live`, { signal: AbortSignal.timeout(2000) }).then(
    async (answer) => answer.ok && (await answer.text()).includes('"service"'),
    () => false,
  );
  if (health) return ok(`AutoGraph answers on port ${port}`);
  return ensurePort(config.HOST, port).then(
    () => ok(`port ${port} is free for ${name}`),
    (error: unknown) => problem(`port ${port} cannot be used for ${name}: ${reason(error)}`, 'Stop the program that uses it, or set PORT.'),
  );
}

/** The port on which it is reached here, and where the other services are when they run apart. */
export async function checkPorts(config: PlatformConfig): Promise<readonly Finding[]> {
  const own = await portFinding(config, 'the gateway', config.PORT ?? ports.gateway);
  const others = Object.keys(ports).filter((name) => name !== 'gateway');
  const apart = others.filter((name) => config.environment[`${name.replaceAll('-', '_').toUpperCase()}_URL`] || config.ENV !== 'local');
  const addresses = apart.flatMap((name) => addressesOf(name, config).map((address) => ({ name, address: address.replace('dns+', '') })));
  const answers = await Promise.all(
    addresses.map(({ name, address }) =>
      fetch(`${address}/health/ready`, { signal: AbortSignal.timeout(3000) }).then(
        ({ ok: ready, status }) =>
          ready
            ? ok(`${name} is ready at ${address}`)
            : problem(`${name} at ${address} says ${status}`, `Look at its log; ${address}/health tells which part is missing.`),
        (error: unknown) => problem(`${name} does not answer at ${address}: ${reason(error)}`, 'Start it, or correct its address.'),
      ),
    ),
  );
  return [own, ...answers];
}

/** The built web app, and the Node.js that runs. */
export async function checkProgram(): Promise<readonly Finding[]> {
  const built = join(fileURLToPath(new URL('../../web/.next/BUILD_ID', import.meta.url)));
  const major = Number(process.versions.node.split('.')[0]);
  return [
    major >= 24
      ? ok(`Node.js ${process.versions.node}`)
      : warning(`Node.js ${process.versions.node}`, 'Run it on Node.js 24, as `npm start` and the image do.'),
    await access(built, constants.R_OK).then(
      () => ok('the web app is built'),
      () => warning('the web app is not built: only the API would be served', 'Run "npm run build".'),
    ),
  ];
}
