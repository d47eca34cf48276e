import { commands } from './index.ts';

const serveUsage = 'autograph serve [--services=all|auth,diagram,…]';

/** What `autograph help` shows. */
export async function help(): Promise<string> {
  const lines = ['Usage:', '', `  ${serveUsage}`, '      Runs the product, or some of its services.'];
  for (const load of Object.values(commands)) {
    const { usage, summary } = await load();
    lines.push('', ...usage.map((line) => `  autograph ${line}`), `      ${summary}`);
  }
  lines.push('', 'Settings are variables of the environment, or stand in a file .env: .env.example explains each.');
  return `${lines.join('\n')}\n`;
}

/** One line for a command line that was not understood. */
export const shortUsage = `Usage: ${serveUsage}, or: autograph ${Object.keys(commands).join('|')}|help`;
