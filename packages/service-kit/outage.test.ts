import { S3ServiceException } from '@aws-sdk/client-s3';
import { expect, it } from 'vitest';
import { isOutage } from './outage.ts';

const fault = (httpStatusCode: number) =>
  new S3ServiceException({ name: 'Fault', $fault: httpStatusCode >= 500 ? 'server' : 'client', $metadata: { httpStatusCode } });

it('takes trouble of a storage for an outage, what it does not know to do for none', () => {
  expect([500, 503, 501, 404].map((status) => isOutage(fault(status)))).toEqual([true, true, false, false]);
  expect(isOutage(new Error('the storage is gone', { cause: fault(503) }))).toBe(true);
  expect(isOutage(new Error('versions are not kept', { cause: fault(501) }))).toBe(false);
});
