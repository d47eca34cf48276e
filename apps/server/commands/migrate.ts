import { migrate as migrateUp, migrationStates, stepDown } from '@autograph/database';
import { StartError } from '@autograph/service-kit';
import { type Command, UsageError } from './command.ts';
import { withTools } from './open-tools.ts';

const told = (verb: string, tags: readonly string[], nothing: string) =>
  tags.length === 0 ? [nothing] : tags.map((tag) => `${verb} ${tag}`);

function stepsOf(text: string): number {
  if (!/^[1-9]\d{0,2}$/.test(text)) throw new UsageError();
  return Number(text);
}

export const migrate: Command = {
  usage: ['migrate [up]', 'migrate down [<steps>]', 'migrate status'],
  summary: 'Brings the database to the newest schema (as every start does), takes the last steps back, or shows them.',
  run: async ([action = 'up', steps = '1', ...rest], { config, say }) => {
    if (rest.length > 0 || !['up', 'down', 'status'].includes(action)) throw new UsageError();
    const count = stepsOf(steps);
    const lines = await withTools(config, { alone: false }, async ({ database }) => {
      const pool = await database();
      if (action === 'status') return (await migrationStates(pool)).map(({ tag, applied }) => `${applied ? 'applied' : 'pending'}  ${tag}`);
      if (action === 'up') return told('applied', await migrateUp(pool), 'The schema is the newest.');
      const undone = await stepDown(pool, count).catch((cause: unknown) => {
        throw new StartError(cause instanceof Error ? cause.message : String(cause), { cause });
      });
      return told('took back', undone, 'There is nothing to take back.');
    });
    for (const line of lines) say(line);
    return 0;
  },
};
