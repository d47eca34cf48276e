import { timingSafeEqual } from 'node:crypto';
import { CodedError } from '@autograph/contracts';
import { buckets, type Kit, signGrant } from '@autograph/service-kit';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

const Link = z.object({
  bucket: z.enum(buckets),
  key: z.string().min(1),
  method: z.enum(['GET', 'PUT']),
  expires: z.coerce.number().int(),
  signature: z.string(),
});

/** The key of a signed link, when the link is whole and has not lapsed. Throws `forbidden`. */
function grantedBy(kit: Kit, method: string, parts: object): z.infer<typeof Link> {
  const link = Link.safeParse(parts);
  if (!link.success || link.data.method !== method || link.data.expires * 1000 < Date.now()) throw new CodedError('forbidden');
  const { bucket, key, expires, signature } = link.data;
  const expected = Buffer.from(signGrant(kit.config.AUTH_SECRET, { bucket, key, method, expires }));
  const given = Buffer.from(signature);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw new CodedError('forbidden');
  return link.data;
}

/** Serves the signed links of the file store; an S3 store serves its own. */
export function serveStorageLinks(app: FastifyInstance, kit: Kit): void {
  app.route({
    method: ['GET', 'PUT'],
    url: '/api/storage/:bucket/*',
    handler: async (request, reply) => {
      const { bucket, '*': key } = z.object({ bucket: z.string(), '*': z.string() }).parse(request.params);
      const granted = grantedBy(kit, request.method, { ...z.object({}).loose().parse(request.query), bucket, key });
      if (request.method === 'PUT') {
        const body = z.instanceof(Buffer).parse(request.body);
        await kit.storage.put(granted.bucket, granted.key, body);
        return reply.code(204).send();
      }
      const bytes = await kit.storage.get(granted.bucket, granted.key);
      if (!bytes) throw new CodedError('not_found');
      return reply.header('content-disposition', 'attachment').type('application/octet-stream').send(Buffer.from(bytes));
    },
  });
}
