import { reason, StartError } from '@autograph/service-kit';
import { type Check, type Finding, problem } from '../doctor/check.ts';
import { checkDatabase } from '../doctor/check-database.ts';
import { checkDisk, checkPorts, checkProgram } from '../doctor/check-machine.ts';
import { checkMail, checkRedis, checkStorage } from '../doctor/check-servers.ts';
import { checkSettings } from '../doctor/check-settings.ts';
import { type Command, type Terminal, UsageError } from './command.ts';
import { withTools } from './open-tools.ts';

const marks: Readonly<Record<Finding['state'], string>> = { ok: 'ok      ', warning: 'look    ', problem: 'PROBLEM ' };

function checksOf({ config }: Terminal): readonly Check[] {
  const place = config.S3_ENDPOINT ?? (config.S3_ACCESS_KEY_ID ? 'S3' : 'files');
  return [
    { name: 'Program', run: () => checkProgram() },
    { name: 'Settings', run: () => checkSettings(config) },
    { name: 'Disk', run: () => checkDisk(config) },
    { name: 'Database', run: () => withTools(config, { alone: false }, async ({ database }) => checkDatabase(await database(), config)) },
    { name: 'Redis', run: () => checkRedis(config) },
    { name: 'Storage', run: () => withTools(config, { alone: false }, async ({ storage }) => checkStorage(await storage(), place)) },
    { name: 'Mail', run: () => checkMail(config) },
    { name: 'Ports', run: () => checkPorts(config) },
  ];
}

/** A check that breaks off is a finding too: its error says what to do. */
async function findingsOf({ run }: Check): Promise<readonly Finding[]> {
  return run().catch((error: unknown) => [
    problem(reason(error), error instanceof StartError ? 'Then run this again.' : 'Look at the settings that the message names.'),
  ]);
}

export const doctor: Command = {
  usage: ['doctor'],
  summary: 'Looks at everything that the product stands on, and says what to do where something is not as it should be.',
  run: async (args, terminal) => {
    if (args.length > 0) throw new UsageError();
    let problems = 0;
    for (const check of checksOf(terminal))
      for (const { state, says, fix } of await findingsOf(check)) {
        if (state === 'problem') problems += 1;
        terminal.say(`${marks[state]}${check.name}: ${says}`);
        if (fix) terminal.say(`        → ${fix}`);
      }
    terminal.say(problems === 0 ? 'Nothing is in the way.' : `${problems} ${problems === 1 ? 'thing is' : 'things are'} in the way.`);
    return problems === 0 ? 0 : 1;
  },
};
