import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type PlatformConfig, reason, StartError, version } from '@autograph/service-kit';
import { checkBackup } from '../backup/check-backup.ts';
import { forgetShared } from '../backup/forget-shared.ts';
import type { BackupManifest } from '../backup/manifest.ts';
import { putBack } from '../backup/put-back.ts';
import { fingerprint } from '../backup/take-backup.ts';
import { keepText, newestOf, targetOf } from '../backup/target.ts';
import { inScratch, secretsOf } from './backup.ts';
import { type Command, type Terminal, UsageError } from './command.ts';
import { withTools } from './open-tools.ts';

/** What the recovery plan promises: the whole system back within an hour, at most five minutes of work lost. */
const recoverySeconds = 3600;
const lostSeconds = 300;

function read(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { force: { type: 'boolean', default: false }, drill: { type: 'boolean', default: false }, report: { type: 'string' } },
    });
  } catch {
    throw new UsageError();
  }
}

const rowsIn = ({ tables }: BackupManifest): number => tables.reduce((sum, { rows }) => sum + rows, 0);

const contents = (manifest: BackupManifest) =>
  `${rowsIn(manifest)} rows and ${manifest.objects.length} objects are as they were at ${manifest.taken_at}.`;

async function bring(place: string, from: PlatformConfig, into: PlatformConfig, folder: string, force: boolean): Promise<BackupManifest> {
  await targetOf(place, from).read(folder);
  const manifest = await checkBackup(folder);
  await withTools(into, { alone: true }, async ({ database, storage }) =>
    putBack({ pool: await database(), storage: await storage() }, manifest, folder, force),
  );
  return manifest;
}

async function warnOfKeys(manifest: BackupManifest, { config, say }: Terminal): Promise<void> {
  const { authSecret, secretsKey } = await secretsOf(config);
  if (fingerprint(authSecret) !== manifest.auth_secret)
    say('AUTH_SECRET is another than then: people must sign in again, and set up second factors anew.');
  if (fingerprint(secretsKey) !== manifest.secrets_key)
    say('SECRETS_KEY is another than then: name the old one in SECRETS_KEYS_OLD, or stored tokens of other systems are lost.');
}

/** Restores into a database and a folder that are thrown away, says how long that took and what would be lost, and keeps that where `report` says. */
async function drill(place: string, { config, say }: Terminal, folder: string, report: string | undefined): Promise<number> {
  if (config.DRILL_DATABASE_URL !== undefined && config.DRILL_DATABASE_URL === config.DATABASE_URL)
    throw new StartError('DRILL_DATABASE_URL is the database itself: name one that may be thrown away.');
  const started = Date.now();
  const scratch = {
    ...config,
    DATA_DIR: join(folder, 'data'),
    DATABASE_URL: config.DRILL_DATABASE_URL,
    DATABASE_PASSWORD_FILE: undefined,
    S3_ENDPOINT: undefined,
    S3_ACCESS_KEY_ID: undefined,
  };
  // What an earlier drill left there is thrown away.
  const manifest = await bring(place, config, scratch, join(folder, 'archive'), config.DRILL_DATABASE_URL !== undefined);
  const elapsed = (Date.now() - started) / 1000;
  const lost = (started - Date.parse(manifest.taken_at)) / 1000;
  say(contents(manifest));
  say(`Recovery took ${elapsed.toFixed(1)} s of ${recoverySeconds} s.`);
  say(`The newest write that would be lost is at most ${Math.max(0, lost).toFixed(1)} s old, of ${lostSeconds} s.`);
  const passed = elapsed <= recoverySeconds && lost <= lostSeconds;
  if (report !== undefined) {
    const kept = {
      held_at: new Date(started).toISOString(),
      backup: place,
      taken_at: manifest.taken_at,
      version,
      rows: rowsIn(manifest),
      objects: manifest.objects.length,
      recovery_seconds: elapsed,
      recovery_limit_seconds: recoverySeconds,
      lost_seconds: Math.max(0, lost),
      lost_limit_seconds: lostSeconds,
      passed,
    };
    await keepText(report, config, `${JSON.stringify(kept, null, 1)}\n`);
    say(`The report is kept as ${report}.`);
  }
  return passed ? 0 : 1;
}

export const restore: Command = {
  usage: [
    'restore <file.tar.gz | s3://bucket/key> [--force]',
    'restore <file.tar.gz | s3://bucket/key> --drill [--report <file.json | s3://bucket/key>]',
  ],
  summary:
    'Puts a backup into an empty installation that does not run, and compares every row and object with it; --force throws away what is there. --drill does it in a place of its own, says how long it took and keeps that as a report. A place that ends with / is the newest backup below it.',
  run: async (args, terminal) => {
    const { positionals, values } = read(args);
    const [asked, ...rest] = positionals;
    if (!asked || rest.length > 0 || (values.report !== undefined && !values.drill)) throw new UsageError();
    const place = await newestOf(asked, terminal.config);
    return inScratch(async (folder) => {
      if (values.drill) return drill(place, terminal, folder, values.report);
      const manifest = await bring(place, terminal.config, terminal.config, folder, values.force);
      terminal.say(contents(manifest));
      await forgetShared(terminal.config).catch((error: unknown) =>
        terminal.say(`Redis was not emptied (${reason(error)}): do so before services start, or they show what they remember.`),
      );
      await warnOfKeys(manifest, terminal);
      return 0;
    });
  },
};
