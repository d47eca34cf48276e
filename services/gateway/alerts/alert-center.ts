import { randomUUID } from 'node:crypto';
import type { Alert } from '@autograph/contracts';
import type { Kit } from '@autograph/service-kit';

/** Something that is wrong now. */
export interface Condition {
  /** The service, or `storage`. */
  readonly subject: string;
  readonly summary: string;
  /** How long it must last until somebody is told. */
  readonly patienceMs: number;
}

export type Stage = 'firing' | 'escalated' | 'resolved';

/** Tells people of an alert. Must not throw. */
export type Notify = (stage: Stage, alert: Alert) => Promise<void>;

export interface AlertCenter {
  /** Takes what is wrong now; what is not named any more is well again. */
  observe(subjects: readonly string[], conditions: readonly Condition[]): Promise<void>;
  open(): readonly Alert[];
  /** Marks an alert as taken care of; null when there is none. */
  acknowledge(id: string): Promise<Alert | null>;
}

interface Open {
  readonly since: number;
  summary: string;
  /** Null until it was told, by this gateway or another. */
  id: string | null;
  toldAt: number;
  escalated: boolean;
  acknowledged: boolean;
}

const keptSeconds = 7 * 86_400;

export interface AlertOptions {
  readonly kv: Kit['kv'];
  readonly escalateMs: number;
  readonly notify: Notify;
}

/**
 * Turns what is wrong into alerts: one for an outage however many gateways see it, a second word when nobody takes care, and one when it
 * is over. What gateways agree on is in the shared store; without it each tells by itself, because twice is better than not at all.
 */
export function createAlertCenter({ kv, escalateMs, notify }: AlertOptions): AlertCenter {
  const known = new Map<string, Open>();
  const looked = new Set<string>();
  const keyOf = (subject: string) => `alert:${subject}`;
  const claim = (name: string) => kv.setIfAbsent(name, '1', { ttlSeconds: keptSeconds }).catch(() => true);
  const read = (name: string) => kv.get(name).catch(() => null);

  const shown = (subject: string, { id, summary, since, escalated, acknowledged }: Open): Alert => ({
    id: id ?? '',
    subject,
    summary,
    since: new Date(since).toISOString(),
    escalated,
    acknowledged,
  });

  /** One gateway tells; the others go on with the alert that it has made. */
  async function fire(subject: string, entry: Open): Promise<void> {
    const id = randomUUID();
    const mine = await kv.setIfAbsent(keyOf(subject), id, { ttlSeconds: keptSeconds }).catch(() => true);
    entry.id = mine ? id : ((await read(keyOf(subject))) ?? id);
    entry.toldAt = Date.now();
    if (mine) await notify('firing', shown(subject, entry));
  }

  async function follow(subject: string, entry: Open): Promise<void> {
    entry.acknowledged ||= (await read(`alert:${entry.id}:acknowledged`)) !== null;
    if (entry.acknowledged || entry.escalated || Date.now() - entry.toldAt < escalateMs) return;
    entry.escalated = true;
    if (await claim(`alert:${entry.id}:escalated`)) await notify('escalated', shown(subject, entry));
  }

  async function resolve(subject: string, entry: Open): Promise<void> {
    known.delete(subject);
    if (entry.id === null || !(await claim(`alert:${entry.id}:resolved`))) return;
    await kv.delete(keyOf(subject)).catch(() => undefined);
    await notify('resolved', shown(subject, entry));
  }

  /** What was told before this process started is still open. */
  async function adopt(subject: string): Promise<void> {
    if (looked.has(subject)) return;
    looked.add(subject);
    const id = await read(keyOf(subject));
    if (id === null) return;
    const now = Date.now();
    known.set(subject, { since: now, summary: '', id, toldAt: now, escalated: false, acknowledged: false });
  }

  async function look(subject: string, condition: Condition | undefined): Promise<void> {
    await adopt(subject);
    const found = known.get(subject);
    if (!condition) return found && resolve(subject, found);
    const entry = found ?? { since: Date.now(), summary: '', id: null, toldAt: 0, escalated: false, acknowledged: false };
    known.set(subject, entry);
    entry.summary = condition.summary;
    if (entry.id !== null) await follow(subject, entry);
    else if (Date.now() - entry.since >= condition.patienceMs) await fire(subject, entry);
  }

  let turn = Promise.resolve();
  return {
    observe: (subjects, conditions) => {
      turn = turn.then(async () => {
        for (const subject of subjects)
          await look(
            subject,
            conditions.find((condition) => condition.subject === subject),
          );
      });
      return turn;
    },
    open: () => [...known].flatMap(([subject, entry]) => (entry.id === null ? [] : [shown(subject, entry)])),
    async acknowledge(id) {
      const found = [...known].find(([, entry]) => entry.id === id);
      if (!found) return null;
      const [subject, entry] = found;
      entry.acknowledged = true;
      await kv.set(`alert:${id}:acknowledged`, '1', { ttlSeconds: keptSeconds });
      return shown(subject, entry);
    },
  };
}
