import { createTestDatabase } from '@autograph/service-kit/testing/test-database.ts';
import pg from 'pg';
import { owner } from './product.ts';
import { startServer } from './server.ts';

/** A product and a way into its database, past every service. */
export interface StoredProduct {
  readonly url: string;
  readonly client: pg.Client;
}

/** Runs a product on a database of its own, with `owner` as its first account, for as long as it is used. */
export async function withStoredProduct(use: (product: StoredProduct) => Promise<void>): Promise<void> {
  const database = await createTestDatabase();
  const product = await startServer({ DATABASE_URL: database.url });
  await fetch(`${product.url}/api/auth/register`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(owner),
  });
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await use({ url: product.url, client });
  await client.end();
  await product.dispose();
  await database.drop();
}
