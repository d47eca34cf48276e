import { acknowledgeAlert, CodedError, getDependencies, getSystem, writeAudit } from '@autograph/contracts';
import { clients, implement, type Kit, ports, queueDepths, requireAdmin, version } from '@autograph/service-kit';
import type { FastifyInstance } from 'fastify';
import type { AlertCenter } from '../alerts/alert-center.ts';
import type { HealthMonitor } from '../system-health.ts';
import { cyclesOf } from './cycles.ts';
import { latenciesOf } from './latencies.ts';
import type { StorageWatch } from './storage-usage.ts';

export interface SystemParts {
  readonly monitor: HealthMonitor;
  readonly alerts: AlertCenter;
  readonly storage: StorageWatch;
}

/** An acknowledgement waits no longer for being written down. */
const auditMilliseconds = 5_000;

const serviceNames = Object.keys(ports);
const isClient = (name: string) => clients.some((client) => client === name);
const rounded = (value: number | null | undefined) => (value === null || value === undefined ? null : Math.round(value * 10) / 10);

/** How the whole does, for administrators: the gateway alone sees every service. */
export function serveSystem(app: FastifyInstance, kit: Kit, { monitor, alerts, storage }: SystemParts): void {
  implement(app, getSystem, async ({ identity }) => {
    requireAdmin(identity, 'system.view');
    if (storage.usage === null) await storage.measure();
    const [health, latencies, queues] = await Promise.all([monitor.now(), latenciesOf(kit.metrics), queueDepths(kit.pool).catch(() => [])]);
    return {
      version,
      status: health.status,
      services: Object.entries(health.services)
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([name, state]) => {
          const seen = latencies.get(name);
          return {
            name,
            status: state.status,
            probe_ms: state.latency_ms,
            requests: seen?.requests ?? 0,
            p50_ms: rounded(seen?.p50),
            p95_ms: rounded(seen?.p95),
            p99_ms: rounded(seen?.p99),
          };
        }),
      queues: queues.map(({ queue, waiting, active, failed, oldestSeconds }) => ({
        name: queue,
        waiting,
        active,
        failed,
        oldest_seconds: Math.max(0, Math.round(oldestSeconds)),
      })),
      storage: { buckets: [...(storage.usage?.buckets ?? [])], capacity_bytes: storage.usage?.capacity ?? null },
      alerts: [...alerts.open()],
    };
  });

  implement(app, getDependencies, async ({ identity }) => {
    requireAdmin(identity, 'system.view');
    const [health, edges] = await Promise.all([monitor.now(), kit.dependencies.edges()]);
    const calling = [...clients].filter((name) => edges.some(({ from }) => from === name));
    const nodes = [...calling, ...serviceNames].map((name) => ({
      name,
      kind: isClient(name) ? ('client' as const) : ('service' as const),
      // The gateway answers, so it is well; of clients nobody knows.
      status: isClient(name)
        ? ('unknown' as const)
        : name === kit.name
          ? ('healthy' as const)
          : (health.services[name]?.status ?? 'unknown'),
    }));
    return { nodes, edges: [...edges], cycles: cyclesOf(edges) };
  });

  implement(app, acknowledgeAlert, async ({ params, identity, request }) => {
    requireAdmin(identity, 'system.manage');
    const alert = await alerts.acknowledge(params.id);
    if (!alert) throw new CodedError('not_found', { message: 'This alert is over, or never was.' });
    kit.log.info({ alert_id: alert.id, user_id: identity.user_id }, 'somebody takes care of an alert');
    const event = {
      action: 'admin.alert_acknowledged' as const,
      result: 'success' as const,
      resource: { type: 'alert', id: alert.id },
      address: request.ip,
      user_agent: request.headers['user-agent']?.slice(0, 400) ?? null,
      details: { subject: alert.subject },
    };
    await kit
      .call(writeAudit, { body: event }, { identity, signal: AbortSignal.timeout(auditMilliseconds) })
      // What writes it down may be what the alert is about.
      .catch((error: unknown) => kit.log.warn({ err: error }, 'who takes care of an alert was not written to the audit log'));
    return alert;
  });
}
