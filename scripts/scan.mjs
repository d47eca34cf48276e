// `npm run scan`: Trivy looks at every image that a deployment runs, base layers and packages alike; ends with 1 when one has a critical finding
// or cannot be looked at, with 2 when Trivy is not installed. `node scripts/scan.mjs --high` stops at high findings as well.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { root } from './install.mjs';

/** Every image of the Compose file and of the stores in Kubernetes; a `${NAME:-value}` is its value, or that of the environment. */
export function imagesOf(compose, environment) {
  const named = Object.values(parse(compose, { merge: true }).services).map(({ image }) => image);
  const resolved = named.map((image) => image.replaceAll(/\$\{(\w+):-([^}]*)\}/g, (_all, name, value) => environment[name] || value));
  return [...new Set(resolved)].sort();
}

function scan(image, severities) {
  console.log(`\n${image}`);
  const args = ['image', '--quiet', '--exit-code', '1', '--severity', severities, '--scanners', 'vuln,secret', image];
  const { status, error } = spawnSync('trivy', args, { stdio: 'inherit' });
  if (!error) return status === 0;
  console.error('Trivy is not installed: https://trivy.dev tells how.');
  process.exit(2);
}

if (import.meta.main) {
  const severities = process.argv.includes('--high') ? 'CRITICAL,HIGH' : 'CRITICAL';
  const images = imagesOf(readFileSync(join(root, 'deploy/compose.yaml'), 'utf8'), process.env);
  const found = images.filter((image) => !scan(image, severities));
  console.log(found.length === 0 ? `\n${images.length} images have no such finding.` : `\nFindings in ${found.join(', ')}.`);
  process.exitCode = found.length === 0 ? 0 : 1;
}
