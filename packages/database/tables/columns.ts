import { timestamp, uuid } from '../pg-core.ts';

/** Primary key made by the database unless the caller brings one. */
export const id = () => uuid('id').primaryKey().defaultRandom();

/** A moment in time, with time zone. */
export const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

export const createdAt = () => moment('created_at').notNull().defaultNow();

export const updatedAt = () =>
  moment('updated_at')
    .notNull()
    .defaultNow()
    .$onUpdate(() => new Date());
