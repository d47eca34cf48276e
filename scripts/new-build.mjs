/** What everybody needs, each asked for as often as the others: the services' health, the pages, and routes that read the database. */
const needed = [
  ['/health', 200],
  ['/signin', 200],
  ['/api/auth/setup', 200],
  ['/health/ready', 200],
  ['/api/openapi.json', 200],
  ['/api/diagrams', 401],
];

/** This header leads to the new environment whatever its share is. */
const canary = { 'x-autograph-canary': 'always' };

/**
 * The new build behind a door, as its visitors see it. `smoke` gives what is wrong with it; each `probe` asks for the next of what everybody
 * needs and tells whether it came. With an API key of the scope `read` somebody's files are listed, too.
 */
export function newBuild(url, key) {
  const asked = key ? [...needed, ['/api/diagrams', 200, { authorization: `Bearer ${key}` }]] : needed;
  let turn = 0;

  const ask = ([path, , headers = {}], timeout) =>
    fetch(url + path, { headers: { ...canary, ...headers }, signal: AbortSignal.timeout(timeout) }).then(
      async (answer) => {
        await answer.arrayBuffer();
        return answer.status;
      },
      () => 'no answer',
    );

  return {
    smoke: async () => {
      const answers = asked.map(async (each) => {
        const status = await ask(each, 10_000);
        return status === each[1] ? [] : [`${each[0]} gives ${status} instead of ${each[1]}`];
      });
      return (await Promise.all(answers)).flat();
    },
    probe: async () => {
      const each = asked[turn % asked.length];
      turn += 1;
      return (await ask(each, 5000)) === each[1];
    },
  };
}
