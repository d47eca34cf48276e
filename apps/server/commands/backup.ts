import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keptSecret, keptSecretsKey, type PlatformConfig } from '@autograph/service-kit';
import { checkBackup } from '../backup/check-backup.ts';
import { filesOf, takeBackup } from '../backup/take-backup.ts';
import { targetOf } from '../backup/target.ts';
import { type Command, UsageError } from './command.ts';
import { withTools } from './open-tools.ts';

/** The secrets of this installation, of which a backup knows the fingerprints. */
export const secretsOf = async (config: PlatformConfig) => ({
  authSecret: config.AUTH_SECRET ?? (await keptSecret(config.DATA_DIR)),
  secretsKey: config.SECRETS_KEY ?? (await keptSecretsKey(config.DATA_DIR)),
});

/** A folder for as long as `work` takes. */
export async function inScratch<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'autograph-backup-'));
  return work(folder).finally(() => rm(folder, { recursive: true, force: true }));
}

export const backup: Command = {
  usage: ['backup <file.tar.gz | s3://bucket/key>'],
  summary:
    'Writes database and storage as of one moment into an archive, while the product runs, and reads it back to see that it is whole.',
  run: async ([place, ...rest], { config, say }) => {
    if (!place || rest.length > 0) throw new UsageError();
    const target = targetOf(place, config);
    return inScratch(async (scratch) => {
      const draft = join(scratch, 'draft');
      const again = join(scratch, 'again');
      await Promise.all([mkdir(draft), mkdir(again)]);
      const { manifest, withOlder } = await withTools(config, { alone: false }, async ({ database, storage }) =>
        takeBackup({ pool: await database(), storage: await storage(), ...(await secretsOf(config)) }, draft),
      );
      const size = await target.write(draft, filesOf(manifest), join(scratch, 'archive'));
      await target.read(again);
      await checkBackup(again);
      const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
      say(
        `${place}: ${rows} rows of ${manifest.tables.length} tables and ${manifest.objects.length} objects as of ${manifest.taken_at}, ${size} bytes.`,
      );
      if (manifest.older.length > 0) say(`With ${manifest.older.length} old versions of objects.`);
      if (!withOlder)
        say('Old versions of objects are not in it: the storage does not tell of them, or not this user (s3:ListBucketVersions).');
      say('Keep AUTH_SECRET and SECRETS_KEY (or their files in DATA_DIR) elsewhere: they are not in it.');
      return 0;
    });
  },
};
