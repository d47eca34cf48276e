import { type PlatformConfig, readKeyring } from '@autograph/service-kit';
import { type Finding, ok, problem, warning } from './check.ts';

/** Settings that are allowed, but seldom meant. */
export async function checkSettings(config: PlatformConfig): Promise<readonly Finding[]> {
  const found: Finding[] = [];
  const cluster = config.ENV !== 'local' || config.REDIS_URL !== undefined;
  if (cluster && !config.AUTH_SECRET)
    found.push(problem('AUTH_SECRET is not set', 'Give all services the same one: openssl rand -base64 48.'));
  if (cluster && !config.SECRETS_KEY)
    found.push(problem('SECRETS_KEY is not set', 'Give all services the same one: "autograph secrets key" makes it.'));
  if (config.SECRETS_KEY) readKeyring(config.SECRETS_KEY, config.SECRETS_KEYS_OLD);
  if (config.SECRETS_KEYS_OLD)
    found.push(warning('old keys are still named', 'Run "autograph secrets rotate", then empty SECRETS_KEYS_OLD.'));
  if (!config.PUBLIC_URL)
    found.push(warning('PUBLIC_URL is not set: links in mails lead to this machine', 'Set it to the address that people use.'));
  else if (config.PUBLIC_URL.startsWith('http://') && !/\/\/(localhost|127\.)/.test(config.PUBLIC_URL))
    found.push(warning('people come without TLS', 'Put a proxy with a certificate in front, and set PUBLIC_URL to https://….'));
  return found.length > 0 ? found : [ok('nothing stands out')];
}
