import { expect, it } from 'vitest';
import { affinityOf } from './affinity.ts';
import { createReplicas } from './replicas.ts';

const addresses = ['http://10.0.0.1:8083', 'http://10.0.0.2:8083', 'http://10.0.0.3:8083'];
const file = '7f0e8a64-6a1c-4a53-9d5a-2f5c8a1f2f10';

it('brings sockets and calls about one file to one server, to another only while that one is gone [F054]', async () => {
  const replicas = createReplicas(addresses);
  const first = async (url: string) => (await replicas.order(affinityOf('collaboration', url)))[0];
  const home = await first(`/collab?file=${file}`);
  if (!home) throw new Error('no server');
  expect(await first(`/internal/rooms/${file}?by=someone`)).toEqual(home);
  replicas.failed(home);
  const refuge = await first(`/collab?file=${file}`);
  expect(refuge).not.toEqual(home);
  expect(await first(`/collab?file=${file}`)).toEqual(refuge);
  replicas.worked(home);
  expect(await first(`/collab?file=${file}`)).toEqual(home);
});

it('spreads files over all servers, and asks every address of a name', async () => {
  const replicas = createReplicas(addresses);
  const homes = new Set<string | undefined>();
  for (let index = 0; index < 100; index += 1) homes.add((await replicas.order(`file ${index}`))[0]?.origin);
  expect(homes.size).toBe(3);
  const named = await createReplicas(['dns+http://localhost:8083']).order();
  expect(named).toEqual(expect.arrayContaining([{ origin: 'http://127.0.0.1:8083', host: 'localhost' }]));
});
