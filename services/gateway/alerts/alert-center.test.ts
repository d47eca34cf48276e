import type { Kv } from '@autograph/service-kit';
import { createLog } from '@autograph/service-kit';
import { createMemoryKv } from '@autograph/service-kit/kv/memory.ts';
import { collectLog } from '@autograph/service-kit/testing/index.ts';
import { expect, it } from 'vitest';
import { createAlertCenter, type Notify } from './alert-center.ts';

const down = (subject: string) => ({ subject, summary: `${subject} is down`, patienceMs: 0 });

function open(kv: Kv, notify: Notify) {
  const log = collectLog();
  return { log, ...createAlertCenter({ kv, log: createLog('gateway', 'info', { write: log.take }), escalateMs: 0, notify }) };
}

it('tells of the others, and of what comes later, when one alert cannot be told', async () => {
  const told: string[] = [];
  const center = open(createMemoryKv(), async (stage, { subject }) => {
    if (subject === 'ai') throw new Error('the mail server is odd');
    told.push(`${stage} ${subject}`);
  });
  await center.observe(['ai', 'diagram'], [down('ai'), down('diagram')]);
  await center.observe(['ai', 'diagram'], []);
  expect(told).toEqual(['firing diagram', 'resolved diagram']);
  expect(center.log.lines[0]).toMatchObject({ level: 'error', subject: 'ai', err: { message: 'the mail server is odd' } });
});

it('lets an alert be acknowledged at a gateway that has not told of it, until it is over [F047]', async () => {
  const [kv, told] = [createMemoryKv(), [] as string[]];
  const notify: Notify = async (stage, { subject }) => void told.push(`${stage} ${subject}`);
  const [one, other] = [open(kv, notify), open(kv, notify)];
  await one.observe(['diagram'], [down('diagram')]);
  const id = one.open()[0]?.id ?? '';
  expect(await other.acknowledge(id)).toMatchObject({ id, subject: 'diagram', summary: 'diagram is down', acknowledged: true });
  await one.observe(['diagram'], [down('diagram')]);
  expect([told, one.open()[0]?.acknowledged]).toEqual([['firing diagram'], true]);
  await one.observe(['diagram'], []);
  expect([await other.acknowledge(id), await other.acknowledge('none')]).toEqual([null, null]);
});
