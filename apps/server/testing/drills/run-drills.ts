import { setTimeout as delay } from 'node:timers/promises';
import { drills, smallDisk } from './drills.ts';
import { openSurroundings } from './surroundings.ts';
import { startWorkload } from './workload.ts';

const recoveryMilliseconds = 120_000;
/** For people to stop and everything to be looked at. */
const patienceMilliseconds = 120_000;

const wanted = process.argv.slice(2);
const chosen = drills.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
if (chosen.length === 0) throw new Error(`There is no such drill; there are: ${drills.map(({ name }) => name).join(', ')}`);

// Full is only what is small: PostgreSQL's files lie on a disk of their own where one can be made.
const disk = smallDisk(400);
const runnable = chosen.filter(({ name }) => name !== 'disk-full' || disk !== null);
if (runnable.length < chosen.length) console.log('disk-full is left out: it takes root on Linux to make a small disk.');
const at = await openSurroundings(disk?.folder);
let failures = 0;
let ending: Promise<void> | undefined;
/** Once: a signal may come while everything is ended already. */
const end = () => {
  ending ??= at.dispose().finally(() => disk?.remove());
  return ending;
};
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void end().then(() => process.exit(1)));
try {
  console.log(
    '| fault | lost of what was acknowledged | people were told | the board said | all well again after |\n|---|---|---|---|---|',
  );
  for (const { title, during } of runnable) {
    const work = await startWorkload(at.cluster.url);
    await work.recovered(recoveryMilliseconds);
    const broken = await during(at).then(
      () => null,
      (error: unknown) => String(error),
    );
    const ended = performance.now();
    const problem =
      broken ??
      (await work.recovered(recoveryMilliseconds).then(
        () => null,
        (error: unknown) => String(error),
      ));
    const took = ((performance.now() - ended) / 1000).toFixed(1);
    const lost = await Promise.race([work.finish(), delay(patienceMilliseconds, ['it cannot be asked any more'])]);
    const acknowledged = Object.values(work.done).reduce((sum, count) => sum + count, 0);
    const codes = [...work.told].map(([code, count]) => `${code} ${count}×`).join(', ') || 'nothing';
    console.log(`| ${title} | ${lost.length} of ${acknowledged} | ${codes} | ${[...work.states].join('; ')} | ${problem ?? `${took} s`} |`);
    for (const each of [...lost.map((what) => `LOST: ${what}`), ...work.wild.slice(0, 5).map((what) => `NOT CODED: ${what}`)])
      console.log(each);
    if (problem || lost.length + work.wild.length > 0) failures += 1;
  }
} finally {
  await end();
}
console.log(failures === 0 ? '\nNothing was lost, everything was told, all came back.' : `\n${failures} drills failed.`);
process.exit(failures === 0 ? 0 : 1);
