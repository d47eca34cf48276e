import { z } from 'zod';
import { defineRoute } from './route.ts';

/** Bytes of a picture that is kept beside a file. */
export const maxAssetBytes = 7_000_000;

/** A picture's name is the digest of its bytes. Knowing it opens nothing. */
const AssetId = z.string().regex(/^[\da-f]{64}$/);

export const uploadAsset = defineRoute({
  service: 'diagram',
  method: 'POST',
  path: '/api/diagrams/:id/assets',
  summary: 'Keep a picture for the board: PNG, JPEG, GIF or WebP.',
  params: z.object({ id: z.string().min(1).max(64) }),
  body: z.object({ data: z.base64().max(Math.ceil(maxAssetBytes / 3) * 4, 'A picture has at most 7 MB.') }),
  responses: { 201: z.object({ id: AssetId.describe('What a picture shape names as its asset'), mime: z.string() }) },
  errors: ['unauthenticated', 'forbidden', 'not_found', 'validation_failed', 'unsupported_media_type', 'payload_too_large'],
});

export const getAsset = defineRoute({
  service: 'diagram',
  method: 'GET',
  path: '/api/assets/:id',
  summary: 'A picture of a board, for those who may read a file that holds it.',
  light: true,
  params: z.object({ id: AssetId }),
  responses: { 200: 'binary', 304: null },
  errors: ['unauthenticated', 'not_found'],
});
