import { type Database, instanceSettings } from '@autograph/database';
import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { Log } from './log.ts';
import type { PubSub } from './pubsub/pubsub.ts';

/** A setting of the whole installation that every process follows while it runs. */
export interface LiveSetting<T> {
  readonly value: T;
  /** Changes it for all; what several change at once, is changed in turn. */
  change(change: (before: T) => T, userId: string | null): Promise<T>;
  close(): Promise<void>;
}

interface Shape<S extends z.ZodType> {
  readonly key: string;
  readonly schema: S;
  readonly fallback: z.output<S>;
}

const channel = 'settings:changed';

/** Changes a stored setting. Whoever runs hears of it by `announceSetting`, or when it looks again. */
export function storeSetting<S extends z.ZodType>(
  db: Database,
  { key, schema, fallback }: Shape<S>,
  change: (before: z.output<S>) => z.output<S>,
  userId: string | null,
): Promise<z.output<S>> {
  return db.transaction(async (tx) => {
    await tx.insert(instanceSettings).values({ key, value: fallback }).onConflictDoNothing();
    const [row] = await tx.select().from(instanceSettings).where(eq(instanceSettings.key, key)).for('update');
    const next = change(schema.catch(fallback).parse(row?.value));
    await tx.update(instanceSettings).set({ value: next, updatedBy: userId, updatedAt: new Date() }).where(eq(instanceSettings.key, key));
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
  readonly apply?: (value: z.output<S>) => void;
  /** How often it is looked at anew, in case a message was lost. */
  readonly lookEveryMs: number;
}

/** Follows a setting: it is read now, when a process says that it has changed, and from time to time. */
export async function followSetting<S extends z.ZodType>(options: LiveSettingOptions<S>): Promise<LiveSetting<z.output<S>>> {
  const { db, pubsub, log, key, schema, fallback, apply } = options;
  let value: z.output<S> = fallback;
  let seen = '';

  function take(next: z.output<S>): void {
    const text = JSON.stringify(next);
    if (text === seen) return;
    seen = text;
    value = next;
    apply?.(next);
  }

  async function look(): Promise<void> {
    try {
      const [row] = await db.select().from(instanceSettings).where(eq(instanceSettings.key, key));
      take(schema.catch(fallback).parse(row?.value ?? fallback));
    } catch (error) {
      log.debug({ err: error, setting: key }, 'a setting could not be read');
    }
  }

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
      const next = await storeSetting(db, { key, schema, fallback }, change, userId);
      take(next);
      await announceSetting(pubsub, key);
      return next;
    },
    async close() {
      clearInterval(timer);
      await stop();
    },
  };
}
