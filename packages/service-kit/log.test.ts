import { expect, it } from 'vitest';
import { createLog } from './log.ts';
import { inContext } from './request-context.ts';

it('writes JSON lines with the request they belong to, and no secrets [F037]', () => {
  const lines: string[] = [];
  const log = createLog('diagram', 'info', { write: (line) => void lines.push(line) });
  inContext({ requestId: 'req-9' }, () =>
    log.info({ file_id: 'f1', password: 'hunter2', headers: { authorization: 'Bearer abc', 'set-cookie': 'ag=1' } }, 'saved'),
  );
  log.debug('not written at this level');
  expect(lines).toHaveLength(1);
  const line = JSON.parse(lines[0] ?? '');
  expect(line).toMatchObject({ level: 'info', message: 'saved', service_name: 'diagram', correlation_id: 'req-9', file_id: 'f1' });
  expect(new Date(line.timestamp).toISOString()).toBe(line.timestamp);
  expect(lines[0]).not.toMatch(/hunter2|Bearer abc|ag=1/);
});
