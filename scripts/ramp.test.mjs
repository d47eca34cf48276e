import { once } from 'node:events';
import { createServer } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newBuild } from './new-build.mjs';
import { ramp } from './ramp.mjs';

/** A server that answers with a version as the product does, or with 500 where it is told to. */
async function serve(version) {
  const state = { broken: [] };
  const right = ({ url, headers }) => (url === '/api/diagrams' && headers.authorization !== 'Bearer key' ? 401 : 200);
  const server = createServer((request, response) =>
    response.writeHead(state.broken.includes(request.url) ? 500 : right(request)).end(version),
  ).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { state, url: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

let blue;
let green;
beforeAll(async () => {
  [blue, green] = await Promise.all([serve('1.0'), serve('1.1')]);
});
afterAll(() => {
  blue.close();
  green.close();
});

/** A door that sends every hundredth request on by the share: what people get is what it answers. */
function door() {
  let share = 0;
  let turn = 0;
  const counted = { '1.0': 0, 1.1: 0, failed: 0 };
  return {
    counted,
    setShare: (percent) => {
      share = percent;
    },
    visit: async () => {
      turn = (turn + 37) % 100;
      const answer = await fetch(turn < share ? green.url : blue.url);
      if (answer.ok) counted[await answer.text()] += 1;
      else counted.failed += 1;
    },
    share: () => share,
  };
}

const probeGreen = () => newBuild(green.url, 'key').probe;

it('brings a clean build through every step to all traffic, with no failed visit on the way [F052]', async () => {
  const { counted, setShare, visit, share } = door();
  const steps = [5, 25, 50, 100];
  const result = await ramp({ steps, probes: 100, setShare, probe: probeGreen(), pause: visit, say: () => undefined });
  expect(result).toEqual({ held: steps, reverted: null });
  expect([share(), counted]).toEqual([100, { '1.0': 95 + 75 + 50, 1.1: 5 + 25 + 50 + 100, failed: 0 }]);
});

it.each([
  [5, '/signin'],
  [25, '/api/auth/setup'],
  [50, '/health'],
  [100, '/api/diagrams'],
])('takes everything back when errors show at %i percent, if only at %s [F052]', async (bad, path) => {
  const { setShare, visit, share } = door();
  const set = (percent) => {
    green.state.broken = percent === bad ? [path] : [];
    setShare(percent);
  };
  const steps = [5, 25, 50, 100];
  const result = await ramp({ steps, probes: 100, setShare: set, probe: probeGreen(), pause: visit, say: () => undefined });
  green.state.broken = [];
  expect(result.reverted).toMatch(new RegExp(`^2 of \\d+ probes failed at ${bad} %$`));
  expect(share()).toBe(0);
});

it('sends nobody to a build that fails its smoke tests [F051]', async () => {
  const { setShare, share, counted } = door();
  green.state.broken = ['/signin'];
  const result = await ramp({
    smoke: newBuild(green.url).smoke,
    steps: [10, 100],
    probes: 10,
    setShare,
    probe: probeGreen(),
    pause: async () => undefined,
    say: () => undefined,
  });
  green.state.broken = [];
  expect(result).toEqual({ held: [], reverted: 'the new build does not do what it must: /signin gives 500 instead of 200' });
  expect([share(), counted.failed]).toEqual([0, 0]);
});

it('switches to green and at once back to blue under constant visits, of which none fails [F051]', async () => {
  const { counted, setShare, visit } = door();
  let visiting = true;
  const visits = (async () => {
    while (visiting) await visit();
  })();
  const { smoke } = newBuild(green.url);
  const result = await ramp({ smoke, steps: [10, 100], probes: 50, setShare, probe: probeGreen(), pause: visit, say: () => undefined });
  expect(result).toEqual({ held: [10, 100], reverted: null });
  const onGreen = counted['1.1'];
  await visit();
  expect(counted['1.1']).toBeGreaterThan(onGreen);
  await setShare(0);
  await visit();
  const before = counted['1.1'];
  for (let index = 0; index < 20; index += 1) await visit();
  visiting = false;
  await visits;
  expect([counted['1.1'], counted.failed]).toEqual([before, 0]);
  expect(counted['1.0']).toBeGreaterThan(20);
});
