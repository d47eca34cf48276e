import { buckets, type PlatformConfig, reason, type Storage } from '@autograph/service-kit';
import { Redis } from 'ioredis';
import { createTransport } from 'nodemailer';
import { type Finding, ok, problem, warning } from './check.ts';

const milliseconds = 3000;

/** Redis: reached, new enough, and keeping what it is given. */
export async function checkRedis(config: PlatformConfig): Promise<readonly Finding[]> {
  if (!config.REDIS_URL)
    return [
      config.ENV === 'local'
        ? ok('none is set: one process needs none')
        : problem('none is set', 'Set REDIS_URL: services that run apart need it.'),
    ];
  const redis = new Redis(config.REDIS_URL, { lazyConnect: true, connectTimeout: milliseconds, retryStrategy: () => null });
  let cause: unknown;
  redis.on('error', (error) => {
    cause = error;
  });
  try {
    await redis.connect();
    const info = await redis.info();
    const version = /^(?:redis|valkey)_version:(\S+)/m.exec(info)?.[1] ?? 'unknown';
    const policy = /^maxmemory_policy:(\S+)/m.exec(info)?.[1] ?? 'noeviction';
    return [
      Number(version.split('.')[0]) >= 7 ? ok(`Redis ${version}`) : warning(`Redis ${version}`, 'Use Redis 7, or Valkey.'),
      policy === 'noeviction' || policy.startsWith('volatile')
        ? ok(`it keeps sessions when memory is short (${policy})`)
        : warning(`it may drop sessions when memory is short (${policy})`, 'Set maxmemory-policy to noeviction.'),
    ];
  } catch (error) {
    return [problem(`it cannot be reached: ${reason(cause ?? error)}`, 'Start it, or correct REDIS_URL.')];
  } finally {
    redis.disconnect();
  }
}

/** Every bucket, written to and read from. */
export async function checkStorage(storage: Storage, place: string): Promise<readonly Finding[]> {
  const key = `doctor/${crypto.randomUUID()}`;
  return Promise.all(
    buckets.map(async (bucket) => {
      try {
        await storage.put(bucket, key, new TextEncoder().encode('well'));
        const back = await storage.get(bucket, key);
        await storage.delete(bucket, key);
        return back?.length === 4
          ? ok(`${bucket} in ${place} takes and gives`)
          : problem(`${bucket} in ${place} does not give back what it took`, 'Look at the log of the storage.');
      } catch (error) {
        return problem(
          `${bucket} in ${place}: ${reason(error)}`,
          'Give the user of S3_ACCESS_KEY_ID the rights in deploy/storage/policy.json.',
        );
      }
    }),
  );
}

/** The mail server: reached, and the password taken. */
export async function checkMail(config: PlatformConfig): Promise<readonly Finding[]> {
  if (!config.SMTP_URL) return [warning('none is set: mails are kept in the outbox', 'Set SMTP_URL, or hand links on yourself.')];
  const transport = createTransport({
    url: config.SMTP_URL,
    connectionTimeout: milliseconds,
    greetingTimeout: milliseconds,
    socketTimeout: milliseconds,
  });
  const finding = await transport.verify().then(
    () => ok('the server takes mail from us'),
    (error: unknown) =>
      problem(`the server cannot be used: ${reason(error)}`, 'Correct SMTP_URL: smtp://user:password@host:587, or smtps:// with port 465.'),
  );
  transport.close();
  return [finding];
}
