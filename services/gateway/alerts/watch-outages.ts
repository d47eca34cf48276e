import type { SystemHealth } from '@autograph/contracts';
import { type Kit, ports } from '@autograph/service-kit';
import { type StorageUsage, usedOf } from '../system/storage-usage.ts';
import type { AlertCenter, Condition } from './alert-center.ts';

/** The share of its capacity beyond which the storage is called full. */
const fullShare = 0.8;

const services = Object.keys(ports).filter((name) => name !== 'gateway');

const gigabytes = (bytes: number) => `${(bytes / 1e9).toFixed(1)} GB`;

function outages(kit: Kit, health: SystemHealth): Condition[] {
  return services
    .filter((name) => health.services[name]?.status === 'unhealthy')
    .map((name) => ({ subject: name, summary: `The service ${name} is down`, patienceMs: kit.config.ALERT_AFTER_MS }));
}

/** Brings what the gateway sees to the alerts: services that are down, a storage that fills up. */
export function watchOutages(kit: Kit, alerts: AlertCenter) {
  return {
    onHealth: (health: SystemHealth) => alerts.observe(services, outages(kit, health)),
    onStorage: ({ buckets, capacity }: StorageUsage) => {
      const used = usedOf(buckets);
      const full = capacity !== null && used >= fullShare * capacity;
      const summary = `The storage is ${Math.round((used / (capacity || 1)) * 100)} % full: ${gigabytes(used)} of ${gigabytes(capacity ?? 0)}`;
      return alerts.observe(['storage'], full ? [{ subject: 'storage', summary, patienceMs: 0 }] : []);
    },
  };
}
