import { z } from 'zod';

const Part = z.object({
  /** Path in the archive. */
  path: z.string(),
  bytes: z.number().int().nonnegative(),
  /** SHA-256 in hexadecimal digits. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

/** What a backup holds, and how to know that it is whole: `manifest.json` in the archive. */
export const BackupManifest = z.object({
  format: z.literal('autograph-backup-1'),
  version: z.string(),
  /** The moment whose data this is: everything committed before it, nothing after. */
  taken_at: z.iso.datetime(),
  /** The last step of the schema. */
  schema: z.string(),
  /** Tells whether the secrets that sign and encrypt are those of then, without telling them. */
  auth_secret: z.string(),
  secrets_key: z.string(),
  tables: z.array(Part.extend({ table: z.string(), rows: z.number().int().nonnegative() })),
  objects: z.array(Part.extend({ bucket: z.enum(['diagrams', 'exports', 'uploads']), key: z.string() })),
  /** What objects were before they were replaced or deleted, of each key the oldest first. */
  older: z.array(Part.extend({ bucket: z.enum(['diagrams', 'exports', 'uploads']), key: z.string() })).default([]),
});
export type BackupManifest = z.infer<typeof BackupManifest>;
