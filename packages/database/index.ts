export { type Database, databaseOf, openPool, type PoolOptions, type Queryable } from './connect.ts';
export { type MigrationState, migrate, migrationStates, stepDown } from './migrate.ts';
export { sealedColumns } from './sealed-columns.ts';
export * from './tables/index.ts';
