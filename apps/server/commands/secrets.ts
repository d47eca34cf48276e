import { databaseOf } from '@autograph/database';
import { keptSecretsKey, newKey, readKeyring, rotateSecrets } from '@autograph/service-kit';
import { type Command, UsageError } from './command.ts';
import { toolName, withTools } from './open-tools.ts';

export const secrets: Command = {
  usage: ['secrets key', 'secrets rotate'],
  summary: 'Makes a key for SECRETS_KEY; brings every stored secret from the keys in SECRETS_KEYS_OLD under it.',
  run: async ([action, ...rest], { config, say }) => {
    if (rest.length > 0) throw new UsageError();
    if (action === 'key') {
      say(newKey());
      return 0;
    }
    if (action !== 'rotate') throw new UsageError();
    const keyring = readKeyring(config.SECRETS_KEY ?? (await keptSecretsKey(config.DATA_DIR)), config.SECRETS_KEYS_OLD);
    const { renewed, lost } = await withTools(config, { alone: false }, async ({ database }) =>
      rotateSecrets(databaseOf(await database()), keyring, toolName),
    );
    say(`${renewed} secrets are under the key ${keyring.current.name} now.`);
    if (lost > 0) say(`${lost} open with no key: name theirs in SECRETS_KEYS_OLD and run this again.`);
    else say('SECRETS_KEYS_OLD may be emptied.');
    return lost > 0 ? 1 : 0;
  },
};
