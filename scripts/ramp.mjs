/** Share of failed probes above which a build is taken back. */
const tolerated = 0.01;

/**
 * Moves traffic to a new build step by step, and back to the old one as soon as too many probes of the new one fail. Gives the steps that held, and why it went back if it did.
 * `smoke` gives what is wrong with the new build before anybody is sent there; `setShare` takes 0 to 100 percent; `probe` tells whether one request to the new build went well; `pause` waits between probes.
 */
export async function ramp({ smoke = async () => [], steps, probes, setShare, probe, pause, say }) {
  const held = [];
  const back = async (reason) => {
    await setShare(0);
    say(`${reason}: all traffic goes to the old build again.`);
    return { held, reverted: reason };
  };
  const wrong = await smoke();
  if (wrong.length > 0) {
    const reason = `the new build does not do what it must: ${wrong.join(', ')}`;
    say(`${reason}. No traffic went there.`);
    return { held, reverted: reason };
  }
  for (const share of steps) {
    await setShare(share);
    let failed = 0;
    for (let sent = 1; sent <= probes; sent += 1) {
      if (!(await probe())) failed += 1;
      if (failed / probes > tolerated) return back(`${failed} of ${sent} probes failed at ${share} %`);
      await pause();
    }
    held.push(share);
    say(`${share} % held: ${failed} of ${probes} probes failed.`);
  }
  return { held, reverted: null };
}
