import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { z } from 'zod';

/** One version of an object; a deletion has no bytes. */
interface Version {
  readonly id: string;
  readonly at: number;
  readonly bytes: Buffer | null;
}

interface Bucket {
  /** Of each key the newest first. */
  readonly keys: Map<string, Version[]>;
  /** Days after which current objects, and versions that were replaced, go; as the rules that were set say. */
  currentDays: number | null;
  olderDays: number | null;
}

/** An S3 server that keeps versions and obeys lifecycle rules, which s3rver does not; its clock goes as the test says. */
export interface VersionedS3 {
  readonly url: string;
  /** Lets days pass, and takes away what the rules of its bucket say. */
  pass(days: number): void;
  close(): Promise<void>;
}

const dayMilliseconds = 86_400_000;

function answer(response: ServerResponse, status: number, body: string | Buffer = '', headers: Record<string, string> = {}) {
  return response.writeHead(status, { 'content-type': 'application/xml', ...headers }).end(body);
}

const numberIn = (xml: string, pattern: RegExp) => {
  const found = pattern.exec(xml)?.[1];
  return found === undefined ? null : Number(found);
};

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const versionsXml = ({ keys }: Bucket) => {
  const entries = [...keys]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([key, versions]) =>
      versions.map(({ id, at, bytes }, index) => {
        const kind = bytes === null ? 'DeleteMarker' : 'Version';
        const fields = `<Key>${escaped(key)}</Key><VersionId>${id}</VersionId><IsLatest>${index === 0}</IsLatest><LastModified>${new Date(at).toISOString()}</LastModified>`;
        return `<${kind}>${fields}</${kind}>`;
      }),
    );
  return `<ListVersionsResult><IsTruncated>false</IsTruncated>${entries.join('')}</ListVersionsResult>`;
};

const listXml = ({ keys }: Bucket, prefix: string) => {
  const current = [...keys].flatMap(([key, [newest]]) =>
    newest?.bytes && key.startsWith(prefix) ? [{ key, newest, size: newest.bytes.length }] : [],
  );
  const entries = current.map(
    ({ key, newest, size }) =>
      `<Contents><Key>${escaped(key)}</Key><Size>${size}</Size><LastModified>${new Date(newest.at).toISOString()}</LastModified></Contents>`,
  );
  return `<ListBucketResult><IsTruncated>false</IsTruncated>${entries.join('')}</ListBucketResult>`;
};

/** Whether a user may do something in a bucket, to an object of it when a key is told. */
type Policy = (user: string, bucket: string, key: string) => boolean;

/** Starts one. Users are believed without their secrets; without a policy each may do everything. */
export async function startVersionedS3(allows: Policy = () => true): Promise<VersionedS3> {
  const all = new Map<string, Bucket>();
  let passed = 0;
  let made = 0;
  const now = () => Date.now() + passed;

  function put(bucket: Bucket, key: string, bytes: Buffer | null): void {
    made += 1;
    bucket.keys.set(key, [{ id: `v${made}`, at: now(), bytes }, ...(bucket.keys.get(key) ?? [])]);
  }

  function ofObject(
    request: IncomingMessage,
    response: ServerResponse,
    bucket: Bucket,
    key: string,
    query: URLSearchParams,
    body: Buffer,
  ): ServerResponse {
    if (request.method === 'PUT') {
      put(bucket, key, body);
      return answer(response, 200);
    }
    if (request.method === 'DELETE') {
      if (bucket.keys.has(key)) put(bucket, key, null);
      return answer(response, 204);
    }
    const versions = bucket.keys.get(key) ?? [];
    const found = query.has('versionId') ? versions.find(({ id }) => id === query.get('versionId')) : versions[0];
    if (!found?.bytes) return answer(response, 404, '<Error><Code>NoSuchKey</Code></Error>');
    return answer(response, 200, found.bytes, { 'content-type': 'application/octet-stream' });
  }

  function ofBucket(
    request: IncomingMessage,
    response: ServerResponse,
    name: string,
    query: URLSearchParams,
    body: Buffer,
  ): ServerResponse {
    const bucket = all.get(name);
    if (request.method === 'PUT' && query.has('lifecycle') && bucket) {
      const rule = body.toString();
      bucket.currentDays = numberIn(rule, /<Expiration>\s*<Days>(\d+)</);
      bucket.olderDays = numberIn(rule, /<NoncurrentDays>(\d+)</);
      return answer(response, 200);
    }
    if (request.method === 'PUT') {
      all.set(name, bucket ?? { keys: new Map(), currentDays: null, olderDays: null });
      return answer(response, 200);
    }
    if (!bucket) return answer(response, 404, '<Error><Code>NoSuchBucket</Code></Error>');
    if (request.method === 'HEAD') return answer(response, 200);
    return answer(response, 200, query.has('versions') ? versionsXml(bucket) : listXml(bucket, query.get('prefix') ?? ''));
  }

  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://s3');
    const body = await buffer(request);
    const [, name = '', ...key] = pathname.split('/').map(decodeURIComponent);
    const [, user = ''] = /Credential=([^/]+)/.exec(request.headers.authorization ?? '') ?? [];
    if (!allows(user, name, key.join('/'))) return answer(response, 403, '<Error><Code>AccessDenied</Code></Error>');
    if (key.join('/') === '') return ofBucket(request, response, name, searchParams, body);
    const bucket = all.get(name);
    if (!bucket) return answer(response, 404, '<Error><Code>NoSuchBucket</Code></Error>');
    return ofObject(request, response, bucket, key.join('/'), searchParams, body);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));

  function expire({ keys, currentDays, olderDays }: Bucket): void {
    const isPast = (at: number, days: number | null) => days !== null && now() - at > days * dayMilliseconds;
    for (const [key, versions] of keys) {
      const kept = versions.filter(({ at }, index) => !isPast(at, index === 0 ? currentDays : olderDays));
      if (kept.length === 0 || kept.every(({ bytes }) => bytes === null)) keys.delete(key);
      else keys.set(key, kept);
    }
  }

  return {
    url: `http://127.0.0.1:${z.custom<AddressInfo>().parse(server.address()).port}`,
    pass: (days) => {
      passed += days * dayMilliseconds;
      for (const bucket of all.values()) expire(bucket);
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((done) => server.close(() => done()));
    },
  };
}
