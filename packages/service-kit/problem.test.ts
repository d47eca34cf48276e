import { S3ServiceException } from '@aws-sdk/client-s3';
import { expect, it } from 'vitest';
import { asCodedError } from './problem.ts';

const failure = (code: string) => new Error('failed', { cause: Object.assign(new Error(code), { code }) });

it('tells by a code of its own that no disk has room left, and by another that a server of ours has trouble', () => {
  for (const code of ['ENOSPC', 'EDQUOT', '53100'])
    expect(asCodedError(failure(code))).toMatchObject({ code: 'storage_full', status: 507, retryAfterSeconds: 60 });
  const s3 = (fault: 'client' | 'server') => new S3ServiceException({ name: 'SlowDown', $fault: fault, $metadata: {} });
  for (const error of [failure('57P03'), failure('ECONNREFUSED'), s3('server')])
    expect(asCodedError(error)).toMatchObject({ code: 'service_unavailable', retryAfterSeconds: 1 });
  for (const error of [failure('23505'), s3('client')]) expect(asCodedError(error).code).toBe('internal');
});
