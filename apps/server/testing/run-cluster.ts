import { startCluster } from './cluster.ts';

const cluster = await startCluster({ LOG_LEVEL: 'warn' });
process.stdout.write(`AutoGraph as a cluster is ready at ${cluster.url}\n`);
for (const { service, port, process: of } of cluster.instances())
  process.stdout.write(`  ${service.padEnd(16)} http://127.0.0.1:${port}  process ${of.child.pid}\n`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void cluster.dispose().then(() => process.exit(0)));
