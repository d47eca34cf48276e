import { index, pgTable, primaryKey, text, uuid } from '../pg-core.ts';
import { files } from './files.ts';

/**
 * The pictures that a file holds or held, by the digest of their bytes: who may read the file may see them. A row is written with the
 * update that brings the picture, if whoever brings it may see it, and stays as long as the file: its history can bring the picture back.
 */
export const fileAssets = pgTable(
  'file_assets',
  {
    fileId: uuid('file_id')
      .notNull()
      .references(() => files.id, { onDelete: 'cascade' }),
    assetId: text('asset_id').notNull(),
  },
  (t) => [primaryKey({ columns: [t.fileId, t.assetId] }), index('file_assets_asset_idx').on(t.assetId)],
);
