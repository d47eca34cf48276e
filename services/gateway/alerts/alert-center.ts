import { randomUUID } from 'node:crypto';
import { Alert } from '@autograph/contracts';
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

/** Tells people of an alert. */
export type Notify = (stage: Stage, alert: Alert) => Promise<void>;

export interface AlertCenter {
  /** Takes what is wrong now; what is not named any more is well again. */
  observe(subjects: readonly string[], conditions: readonly Condition[]): Promise<void>;
  open(): readonly Alert[];
  /** Marks an alert as taken care of, whichever gateway has told of it; null when it is over or never was. */
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
  readonly log: Pick<Kit['log'], 'error'>;
  readonly escalateMs: number;
  readonly notify: Notify;
}

/**
 * Turns what is wrong into alerts: one for an outage however many gateways see it, a second word when nobody takes care, and one when it
 * is over. What gateways agree on is in the shared store; without it each tells by itself, because twice is better than not at all.
 */
export function createAlertCenter({ kv, log, escalateMs, notify }: AlertOptions): AlertCenter {
  const known = new Map<string, Open>();
  const looked = new Set<string>();
  const keyOf = (subject: string) => `alert:${subject}`;
  const claim = (name: string) => kv.setIfAbsent(name, '1', { ttlSeconds: keptSeconds }).catch(() => true);
  const read = (name: string) => kv.get(name).catch(() => null);
  const acknowledgedKey = (id: string) => `alert:${id}:acknowledged`;
  const toldKey = (id: string) => `alert:${id}:told`;

  /** An alert as it was told, by whichever gateway; null when it is over. */
  async function toldOf(id: string): Promise<Alert | null> {
    const text = await read(toldKey(id));
    const told = text === null ? null : Alert.parse(JSON.parse(text));
    return told && (await read(keyOf(told.subject))) === id ? told : null;
  }

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
    if (!mine) return;
    const told = shown(subject, entry);
    await kv.set(toldKey(id), JSON.stringify(told), { ttlSeconds: keptSeconds }).catch(() => undefined);
    await notify('firing', told);
  }

  async function follow(subject: string, entry: Open): Promise<void> {
    entry.acknowledged ||= (await read(acknowledgedKey(entry.id ?? ''))) !== null;
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
    const told = await toldOf(id);
    const now = Date.now();
    known.set(subject, {
      since: told ? Date.parse(told.since) : now,
      summary: told?.summary ?? '',
      id,
      toldAt: now,
      escalated: false,
      acknowledged: false,
    });
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
        for (const subject of subjects) {
          const condition = conditions.find((each) => each.subject === subject);
          // What goes wrong with one alert must not keep the others from being told, now or later.
          await look(subject, condition).catch((error: unknown) => log.error({ err: error, subject }, 'an alert could not be followed'));
        }
      });
      return turn;
    },
    open: () => [...known].flatMap(([subject, entry]) => (entry.id === null ? [] : [shown(subject, entry)])),
    async acknowledge(id) {
      const found = [...known].find(([, entry]) => entry.id === id);
      const told = found ? shown(...found) : await toldOf(id);
      if (!told) return null;
      await kv.set(acknowledgedKey(id), '1', { ttlSeconds: keptSeconds });
      if (found) found[1].acknowledged = true;
      return { ...told, acknowledged: true };
    },
  };
}
