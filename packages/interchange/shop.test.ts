import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findImporter } from './importers.ts';
import { readEr, relationsIn, tablesIn } from './testing/read-er.ts';
import { shopRelations, shopTables } from './testing/shop.ts';

const files = ['shop.postgresql.sql', 'shop.mysql.sql', 'shop.sqlite.sql', 'shop.prisma', 'shop.dbml'];

describe.each(files)('a shop of thirty tables in %s', (file) => {
  const text = readFileSync(new URL(`testing/${file}`, import.meta.url), 'utf8');

  it('becomes a diagram with all its tables, keys and relations', async () => {
    const { diagrams, warnings } = (await findImporter(text, file)?.load())?.(text) ?? { diagrams: [], warnings: [] };
    const model = readEr(diagrams[0]?.source ?? '');
    expect(tablesIn(model)).toEqual(shopTables);
    // A Prisma schema names a relation by the field beside its keys.
    expect(
      relationsIn(model).map((relation) => relation.replace('order_id_line_no_ref', 'order_id, line_no').replace(/_ref$/, '')),
    ).toEqual(shopRelations);
    expect(warnings).toEqual([]);
  });

  it('is recognised without its name', () => {
    expect(findImporter(text)).toBe(findImporter(text, file));
  });
});
