// `node scripts/rollout.mjs --url https://autograph.example.com`: sends 5, 25, 50 and 100 % of the traffic to the new environment, by the
// share at the door (deploy/kubernetes/overlays/blue-green/door), and everything back when it fails; nothing where the new one fails its smoke tests. `--steps 10,100` takes other steps,
// `--seconds 60` watches each of them so long, `--back` goes back at once. With ROLLOUT_API_KEY, a key of the scope `read`, it lists that person's files as well.
import { spawnSync } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { newBuild } from './new-build.mjs';
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

if (values.back) {
  setShare(0);
  console.log('All traffic goes to the old build again.');
} else if (!values.url || !/^\d+(,\d+)*$/.test(values.steps) || !/^\d+$/.test(values.seconds)) {
  console.error('Usage: node scripts/rollout.mjs --url https://autograph.example.com [--steps 5,25,50,100] [--seconds 120] | --back');
  process.exitCode = 2;
} else {
  const build = newBuild(values.url, process.env.ROLLOUT_API_KEY);
  const { reverted } = await ramp({
    smoke: build.smoke,
    steps: values.steps.split(',').map(Number),
    probes: Number(values.seconds) * probesASecond,
    setShare,
    probe: build.probe,
    pause: () => delay(1000 / probesASecond),
    say: console.log,
  });
  process.exitCode = reverted === null ? 0 : 1;
}
