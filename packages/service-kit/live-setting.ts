import { type Database, instanceSettings } from '@autograph/database';
import { eq } from '@autograph/database/query.ts';
import { z } from 'zod';
import type { Log } from './log.ts';
import { newest } from './newest.ts';
import type { PubSub } from './pubsub/pubsub.ts';

/** A setting of the whole installation that every process follows while it runs. */
export interface LiveSetting<T> {
  readonly value: T;
  /** Changes it for all; what several change at once, is changed in turn. */
  change(change: (before: T) => T, userId: string | null): Promise<T>;
  close(): Promise<void>;
}

/** The entries of a setting, by name. */
type Entries<S extends z.ZodType> = Readonly<Record<string, z.output<S>>>;

interface Shape<S extends z.ZodType> {
  readonly key: string;
  /** What each entry is. */
  readonly entry: S;
}

const Stored = z.record(z.string(), z.unknown());

/** What of a stored setting this release understands; what it does not is another release's, and is left aside. */
export function entriesOf<S extends z.ZodType>(entry: S, stored: unknown): Entries<S> {
  return Object.fromEntries(
    Object.entries(Stored.catch({}).parse(stored)).flatMap(([name, value]) => {
      const parsed = entry.safeParse(value);
      return parsed.success ? [[name, parsed.data]] : [];
    }),
  );
}

const channel = 'settings:changed';

/** Changes a stored setting; entries that are not understood stay as they are. Whoever runs hears of it by `announceSetting`, or when it looks again. */
export function storeSetting<S extends z.ZodType>(
  db: Database,
  { key, entry }: Shape<S>,
  change: (before: Entries<S>) => Entries<S>,
  userId: string | null,
): Promise<Entries<S>> {
  return db.transaction(async (tx) => {
    await tx.insert(instanceSettings).values({ key, value: {} }).onConflictDoNothing();
    const [row] = await tx.select().from(instanceSettings).where(eq(instanceSettings.key, key)).for('update');
    const before = entriesOf(entry, row?.value);
    const next = change(before);
    const others = Object.entries(Stored.catch({}).parse(row?.value)).filter(([name]) => !Object.hasOwn(before, name));
    const value = { ...Object.fromEntries(others), ...next };
    await tx.update(instanceSettings).set({ value, updatedBy: userId, updatedAt: new Date() }).where(eq(instanceSettings.key, key));
    return next;
  });
}

/** Tells every process that a setting has changed. */
export const announceSetting = (pubsub: PubSub, key: string): Promise<void> => pubsub.publish(channel, key);

export interface LiveSettingOptions<S extends z.ZodType> extends Shape<S> {
  readonly db: Database;
  readonly pubsub: PubSub;
  readonly log: Log;
  /** Told of the value now and whenever it changes. */
  readonly apply?: (value: Entries<S>) => void;
  /** How often it is looked at anew, in case a message was lost. */
  readonly lookEveryMs: number;
}

/** Follows a setting: it is read now, when a process says that it has changed, and from time to time. */
export async function followSetting<S extends z.ZodType>(options: LiveSettingOptions<S>): Promise<LiveSetting<Entries<S>>> {
  const { db, pubsub, log, key, entry, apply } = options;
  let value: Entries<S> = {};
  let seen = '';

  function take(next: Entries<S>): void {
    const text = JSON.stringify(next);
    if (text === seen) return;
    seen = text;
    value = next;
    apply?.(next);
  }

  const read = newest(async () => {
    const [row] = await db.select().from(instanceSettings).where(eq(instanceSettings.key, key));
    return entriesOf(entry, row?.value);
  }, take);
  /** Whether the setting could be read. */
  const look = () =>
    read().then(
      () => true,
      (error: unknown) => {
        log.debug({ err: error, setting: key }, 'a setting could not be read');
        return false;
      },
    );

  const stop = await pubsub.subscribe(channel, (changed) => {
    if (changed === key) void look();
  });
  await look();
  const timer = setInterval(() => void look(), options.lookEveryMs);
  timer.unref();
  return {
    get value() {
      return value;
    },
    async change(change, userId) {
      const next = await storeSetting(db, { key, entry }, change, userId);
      if (!(await look())) take(next);
      await announceSetting(pubsub, key);
      return next;
    },
    async close() {
      clearInterval(timer);
      await stop();
    },
  };
}
