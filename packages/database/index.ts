export { type Database, databaseOf, openPool, type PoolOptions, type Queryable } from './connect.ts';
export { migrate } from './migrate.ts';
export * from './tables/index.ts';
