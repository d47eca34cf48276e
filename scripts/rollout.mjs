// `node scripts/rollout.mjs --url https://autograph.example.com`: sends 5, 25, 50 and 100 % of the traffic to the new environment, by the
// share at the door (deploy/kubernetes/overlays/blue-green/door), and everything back when it fails; nothing where the new one fails its smoke tests. `--steps 10,100` takes other steps,
// `--seconds 60` watches each of them so long, `--back` goes back at once.
import { spawnSync } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { ramp } from './ramp.mjs';

const { values } = parseArgs({
  options: {
    url: { type: 'string' },
    steps: { type: 'string', default: '5,25,50,100' },
    seconds: { type: 'string', default: '120' },
    back: { type: 'boolean', default: false },
  },
});
const probesASecond = 5;

function setShare(share) {
  const annotation = `nginx.ingress.kubernetes.io/canary-weight=${share}`;
  const { status } = spawnSync('kubectl', ['-n', 'autograph', 'annotate', '--overwrite', 'ingress', 'canary', annotation], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status === 0) return;
  console.error('The share at the door could not be set: the lines above say why.');
  process.exit(1);
}

/** This header leads to the new environment whatever its share is. */
const canary = { 'x-autograph-canary': 'always' };

const probe = () =>
  fetch(`${values.url}/health`, { headers: canary, signal: AbortSignal.timeout(5000) }).then(
    ({ ok }) => ok,
    () => false,
  );

/** What everybody needs first: each has to answer so in the new environment before anybody is sent there. */
const needed = [
  ['/health/ready', 200],
  ['/health', 200],
  ['/signin', 200],
  ['/api/openapi.json', 200],
  ['/api/auth/setup', 200],
  ['/api/diagrams', 401],
];

async function smoke() {
  const asked = needed.map(async ([path, wanted]) => {
    const status = await fetch(values.url + path, { headers: canary, signal: AbortSignal.timeout(10_000) }).then(
      (answer) => answer.status,
      () => 'no answer',
    );
    return status === wanted ? [] : [`${path} gives ${status} instead of ${wanted}`];
  });
  return (await Promise.all(asked)).flat();
}

if (values.back) {
  setShare(0);
  console.log('All traffic goes to the old build again.');
} else if (!values.url || !/^\d+(,\d+)*$/.test(values.steps) || !/^\d+$/.test(values.seconds)) {
  console.error('Usage: node scripts/rollout.mjs --url https://autograph.example.com [--steps 5,25,50,100] [--seconds 120] | --back');
  process.exitCode = 2;
} else {
  const { reverted } = await ramp({
    smoke,
    steps: values.steps.split(',').map(Number),
    probes: Number(values.seconds) * probesASecond,
    setShare,
    probe,
    pause: () => delay(1000 / probesASecond),
    say: console.log,
  });
  process.exitCode = reverted === null ? 0 : 1;
}
