// `npm run audit`: ends with 1 when a dependency that ships has a known critical vulnerability, with 2 when the registry cannot tell.
import { spawnSync } from 'node:child_process';
import { root } from './install.mjs';

const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json', ...process.argv.slice(2)], { cwd: root, encoding: 'utf8' });
const report = stdout ? JSON.parse(stdout) : {};
const counts = report.metadata?.vulnerabilities;
if (!counts) {
  console.error(`The registry cannot tell of vulnerabilities: ${report.message ?? report.error?.summary ?? 'no answer'}.`);
  process.exit(2);
}
for (const { name, severity, range } of Object.values(report.vulnerabilities)) console.log(`${severity.padEnd(9)} ${name} ${range}`);
console.log(`${counts.critical} critical, ${counts.high} high, ${counts.moderate} moderate, ${counts.low} low.`);
process.exit(counts.critical > 0 ? 1 : 0);
